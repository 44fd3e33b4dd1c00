#include "app/cli/command_line.h"

#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/invocation.h"
#include "app/cli/parser.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <format>

namespace tuban {

namespace {

int speak(std::FILE* stream, std::string_view text, int exitCode) {
    std::fwrite(text.data(), 1, text.size(), stream);
    return exitCode;
}

int perform(const Parser::Run& run) {
    Invocation invocation(run.command, run.json, progressStyle(run.progressJson));
    const Result<int> outcome = run.action(invocation);
    if (outcome) {
        return *outcome;
    }
    const Error& error = outcome.error();
    invocation.tell(error.code == ErrorCode::Cancelled ? "cancelled; nothing was changed." : error.message);
    return exitCodeOf(error.code);
}

} // namespace

bool isCommand(std::string_view firstArgument, std::span<const ExtraCommand> extra) {
    if (firstArgument.starts_with("--") || firstArgument == "-h" ||
        std::ranges::contains(ownCommands(), firstArgument, &Command::name) ||
        std::ranges::contains(extra, firstArgument, &Command::name)) {
        return true;
    }
    std::error_code ignored;
    const std::filesystem::path path(firstArgument);
    return path.extension() != ".sqlite" && !std::filesystem::exists(path, ignored);
}

int runCommandLine(int argc, char** argv, std::span<const ExtraCommand> extra) {
    std::vector<Command> commands = ownCommands();
    commands.insert(commands.end(), extra.begin(), extra.end());
    Parser parser(commands);
    const auto outcome = parser.parse(argc, argv);
    if (const auto* help = std::get_if<Parser::Help>(&outcome)) {
        return speak(stdout, help->text, exitDone);
    }
    if (const auto* complaint = std::get_if<Parser::Complaint>(&outcome)) {
        return speak(stderr, complaint->sentence + "\n", exitUsage);
    }
    return perform(std::get<Parser::Run>(outcome));
}

} // namespace tuban
