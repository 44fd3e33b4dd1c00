#include "app/cli/invocation.h"

#include <cstdio>
#include <cstdlib>
#include <format>
#include <utility>

namespace tuban {

namespace {

std::string languageOfUser() {
    for (const char* const name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* const value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            return std::string_view(value).starts_with("zh") ? "zh" : "en";
        }
    }
    return "en";
}

void writeError(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
}

} // namespace

Invocation::Invocation(std::string command, bool json, ProgressDisplay::Style style)
    : m_command(std::move(command)), m_json(json), m_language(languageOfUser()), m_display(style) {}

Progress Invocation::progress() {
    return {.report = [this](double fraction, std::string_view step) { m_display.show(fraction, step); },
            .stop = m_interruption.watch()};
}

void Invocation::letFinish() {
    static_cast<void>(m_interruption.watch());
}

Result<void> Invocation::answer(std::string_view text) {
    m_display.clear();
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
        return failure(ErrorCode::Unwritable,
                       "The answer could not be written to standard output. Is the disk full?");
    }
    return {};
}

void Invocation::tell(std::string_view sentence) {
    m_display.clear();
    writeError(std::format("tuban {}: {}\n", m_command, sentence));
}

void Invocation::warn(std::string_view sentence) {
    tell(std::format("warning: {}", sentence));
}

} // namespace tuban
