#include "app/cli/parser.h"

#include "geo/base/text.h"

#include <format>

namespace tuban {

namespace {

constexpr auto programExample = "Example:\n"
                                "  tuban import district.sqlite parcels.shp --layer parcel --by 王工";

std::vector<std::string> optionNames(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            if (!option->get_group().empty()) {
                names.push_back("--" + name);
            }
        }
    }
    return names;
}

std::string didYouMean(const std::string& near) {
    return near.empty() ? "." : std::format("; did you mean {}?", near);
}

} // namespace

Parser::Parser(const std::vector<Command>& commands)
    : m_app("Tuban (图斑): see a district's plan, mark progress on it, hand it on.\n"
            "Without a command, or with a plan file, it opens the window.",
            "tuban") {
    m_app.require_subcommand(1);
    m_app.set_version_flag("--version", "tuban " TUBAN_VERSION, "Show the version and end");
    m_app.footer(programExample);
    m_app.get_formatter()->column_width(34);
    for (const Command& command : commands) {
        CLI::App* const app = m_app.add_subcommand(command.name, command.summary);
        app->footer("Example:\n  " + command.example);
        if (command.summary.empty()) {
            app->group(""); // not in the help
        }
        Entry entry{.app = app, .action = command.define(*app)};
        app->add_flag("--json", m_json, "Answer with one JSON document on standard output");
        app->add_flag("--progress-json", m_progressJson)->group("");
        m_entries.push_back(std::move(entry));
    }
}

std::variant<Parser::Run, Parser::Help, Parser::Complaint> Parser::parse(int argc, char** argv) {
    try {
        m_app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return Help{m_app.help()};
    } catch (const CLI::CallForVersion&) {
        return Help{m_app.version() + "\n"};
    } catch (const CLI::ParseError& error) {
        return Complaint{complaintAbout(error)};
    }
    for (const Entry& entry : m_entries) {
        if (entry.app->parsed()) {
            return Run{entry.app->get_name(), entry.action, m_json, m_progressJson};
        }
    }
    return Complaint{"no command is named"};
}

const CLI::App* Parser::parsedCommand() const {
    const auto parsed = m_app.get_subcommands();
    return parsed.empty() ? nullptr : parsed.front();
}

std::string Parser::complaintAbout(const CLI::ParseError& error) const {
    const CLI::App* const command = parsedCommand();
    const auto left = command != nullptr ? command->remaining() : m_app.remaining();
    const std::string name = command != nullptr ? "tuban " + command->get_name() : "tuban";
    std::string sentence = left.empty() ? error.what() : complaintAboutWord(left.front(), command);
    sentence += sentence.ends_with('.') || sentence.ends_with('?') ? "" : ".";
    return std::format("{}: {} See: {} --help", name, sentence, name);
}

std::string Parser::complaintAboutWord(const std::string& word, const CLI::App* command) const {
    if (word.starts_with('-')) {
        const std::string option = word.substr(0, word.find('='));
        const std::string near = nearestName(option, optionNames(command != nullptr ? *command : m_app));
        return std::format("there is no option {}{}", option, didYouMean(near));
    }
    if (command != nullptr) {
        return std::format("'{}' is one argument too many.", word);
    }
    std::vector<std::string> names;
    for (const Entry& entry : m_entries) {
        names.push_back(entry.app->get_name());
    }
    return std::format("there is no command '{}'{}", word, didYouMean(nearestName(word, names)));
}

} // namespace tuban
