#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/identity.h"
#include "app/cli/invocation.h"
#include "app/cli/open_plan.h"
#include "app/cli/options.h"
#include "app/cli/plan_document.h"
#include "geo/plan/journal.h"

#include <CLI/CLI.hpp>

#include <format>
#include <memory>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    int count = 1;
    std::string by;
};

/// The two directions of one walk through the journal.
struct Direction {
    Result<JournalEntry> (*step)(Plan& plan, std::string_view by);
    std::string_view done; ///< "undone"
};

// A later change by another program is what stands in the way, so the exit code says so.
Error explained(const Error& error) {
    return {error.code == ErrorCode::Conflict ? ErrorCode::Busy : error.code, error.message};
}

Result<void>
answerWith(const std::vector<JournalEntry>& entries, const Direction& direction, Invocation& invocation) {
    if (!invocation.json()) {
        std::string text;
        for (const JournalEntry& entry : entries) {
            text += std::format("{}: {}\n", direction.done, entry.what);
        }
        return invocation.answer(text);
    }
    Json document{{direction.done, Json::array()}};
    for (const JournalEntry& entry : entries) {
        document[std::string(direction.done)].push_back(entryDocument(entry));
    }
    return invocation.answer(jsonText(document));
}

Result<int> walk(const Options& options, const Direction& direction, Invocation& invocation) {
    invocation.letFinish();
    auto plan = openPlan(options.plan, OpenMode::ReadWrite);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const std::string by = actorOf(options.by, *plan, invocation);
    std::vector<JournalEntry> entries;
    std::optional<Error> obstacle;
    while (!obstacle && std::ssize(entries) < options.count) {
        auto entry = direction.step(*plan, by);
        if (entry) {
            entries.push_back(std::move(*entry));
        } else {
            obstacle = explained(entry.error());
        }
    }
    if (obstacle && entries.empty()) {
        return std::unexpected(*obstacle);
    }
    const auto answered = answerWith(entries, direction, invocation);
    if (!answered || !obstacle) {
        return answered.transform([] { return exitDone; });
    }
    invocation.tell(std::format(
        "{} of {} {}; then: {}", entries.size(), options.count, direction.done, obstacle->message));
    return obstacle->code == ErrorCode::NotFound ? exitDone : exitCodeOf(obstacle->code);
}

Command walkCommand(std::string name, std::string summary, const Direction& direction) {
    std::string example = std::format("tuban {} gaoxin.sqlite 2 --by 王工", name);
    return {
        std::move(name), std::move(summary), std::move(example), [direction](CLI::App& app) -> CommandAction {
            auto options = std::make_shared<Options>();
            addPlan(app, options->plan);
            app.add_option("N", options->count, "How many acts")
                ->check(CLI::Range(1, 1'000'000))
                ->capture_default_str();
            addBy(app, options->by);
            return [options, direction](Invocation& invocation) {
                return walk(*options, direction, invocation);
            };
        }};
}

} // namespace

Command undoCommand() {
    return walkCommand("undo", "Take back the newest acts", {.step = undo, .done = "undone"});
}

Command redoCommand() {
    return walkCommand("redo", "Do again what was taken back", {.step = redo, .done = "redone"});
}

} // namespace tuban
