#pragma once

#include "app/cli/command.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace tuban {

/// The parser of the whole command line, and what it found.
class Parser {
public:
    explicit Parser(const std::vector<Command>& commands);

    /// What is to be done now.
    struct Run {
        std::string command;
        CommandAction action;
        bool json = false;
        bool progressJson = false;
    };
    struct Help {
        std::string text;
    };
    struct Complaint {
        std::string sentence;
    };
    [[nodiscard]] std::variant<Run, Help, Complaint> parse(int argc, char** argv);

private:
    struct Entry {
        CLI::App* app = nullptr;
        CommandAction action;
    };
    [[nodiscard]] std::string complaintAbout(const CLI::ParseError& error) const;
    [[nodiscard]] std::string complaintAboutWord(const std::string& word, const CLI::App* command) const;
    [[nodiscard]] const CLI::App* parsedCommand() const;

    CLI::App m_app;
    std::vector<Entry> m_entries;
    bool m_json = false;
    bool m_progressJson = false;
};

} // namespace tuban
