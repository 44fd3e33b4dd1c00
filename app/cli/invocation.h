#pragma once

#include "app/cli/interruption.h"
#include "app/cli/progress_display.h"
#include "geo/base/progress.h"
#include "geo/base/result.h"

#include <string>
#include <string_view>

namespace tuban {

/// One run of a command: how it speaks, and how it is stopped. stdout carries the answer and nothing else.
/// Thread rule: the thread of the command.
class Invocation {
public:
    Invocation(std::string command, bool json, ProgressDisplay::Style style);

    /// True when the answer is one JSON document.
    [[nodiscard]] bool json() const { return m_json; }
    /// "zh" or "en", after LANGUAGE, LC_ALL, LC_MESSAGES and LANG: for titles and labels in tables.
    [[nodiscard]] const std::string& language() const { return m_language; }
    /// For work that may be long: shows its progress, and lets Ctrl-C stop it in good order. Without it,
    /// Ctrl-C ends the program at once.
    [[nodiscard]] Progress progress();

    /// For work that is short but writes: a first Ctrl-C lets it end, a second one does not wait.
    void letFinish();

    /// Writes the answer to stdout. \return Error::Unwritable when it cannot be taken (a full disk)
    [[nodiscard]] Result<void> answer(std::string_view text);
    /// A sentence to the user, on stderr.
    void tell(std::string_view sentence);
    /// A sentence led by "warning: ", on stderr.
    void warn(std::string_view sentence);

private:
    std::string m_command;
    bool m_json;
    std::string m_language;
    ProgressDisplay m_display;
    Interruption m_interruption;
};

} // namespace tuban
