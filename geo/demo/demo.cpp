#include "geo/demo/demo.h"

#include "geo/demo/content.h"
#include "geo/demo/inbox.h"
#include "geo/plan/build_mode.h"
#include "geo/plan/publish.h"

#include <algorithm>
#include <filesystem>

namespace tuban {

namespace {

namespace fs = std::filesystem;

using WriteStep = Result<void> (*)(DemoContent&);

Result<void> writeAll(DemoContent& content, const Progress& progress) {
    if (auto done = writeParcels(content); !done) {
        return done;
    }
    static constexpr WriteStep steps[]{writePlanBlocks,
                                       writeSurveyPatches,
                                       writeAreas,
                                       writeRoads,
                                       writeLines,
                                       writeParking,
                                       writeParks,
                                       writeHoardings,
                                       writeProjects,
                                       writeHousing,
                                       writeFacilities,
                                       writeIssues,
                                       writeNodes,
                                       writeTargets,
                                       writeMeetings,
                                       writeMarks,
                                       writeRoadLayers};
    double fraction = 0.7;
    for (const auto step : steps) {
        progress.at(fraction, "writing works");
        fraction += 0.3 / std::size(steps);
        if (progress.stopped()) {
            return failure(ErrorCode::Cancelled, "stopped while writing works");
        }
        if (auto done = step(content); !done) {
            return done;
        }
    }
    return {};
}

Result<void> fill(Plan& plan, const DemoOptions& options, const Progress& progress) {
    const auto district = layOut(options, progress);
    if (!district) {
        return std::unexpected(district.error());
    }
    auto act = Act::begin(
        plan, {.kind = "edit", .what = "lay out the illustrative district", .by = "tuban", .layer = ""});
    if (!act) {
        return std::unexpected(act.error());
    }
    act->recordAsBatch();
    DemoContent content{.plan = plan,
                        .act = *act,
                        .options = options,
                        .progress = progress,
                        .district = *district,
                        .random = Random(options.seed + 1)};
    if (auto written = writeAll(content, progress); !written) {
        return written;
    }
    act->describe("lay out the illustrative district", static_cast<std::int64_t>(district->parcels.size()));
    if (const auto entry = act->commit(); !entry) {
        return std::unexpected(entry.error());
    }
    // The district is what the plan begins with: there is nothing before it to go back to.
    return plan.database().execute("UPDATE journal SET kind = 'schema'");
}

constexpr std::string_view demoDescription =
    "示例片区：街道、办事处、更新片区和重点项目的名称取自公开报道，图形、日期、金额和进度均为虚构。";

Result<void> setFacts(Plan& plan) {
    const std::pair<std::string_view, std::string_view> facts[]{
        {"today", demoDay}, {"stamp", "示例数据 · 进度为虚构"}, {"description", demoDescription}};
    for (const auto& [key, value] : facts) {
        if (auto set = plan.setFact(key, value); !set) {
            return set;
        }
    }
    return {};
}

Result<void> makeAt(const std::string& path, const DemoOptions& options, const Progress& progress) {
    auto plan = Plan::create(path, {.crs = "EPSG:4547", .name = "示例片区"});
    if (!plan) {
        return std::unexpected(plan.error());
    }
    auto done = beginBuilding(*plan);
    done = done ? fill(*plan, options, progress) : done;
    done = done ? setFacts(*plan) : done;
    done = done ? endBuilding(*plan) : done;
    return done ? plan->close() : done;
}

/// Beside the plan that is still unfinished; under its name when it is whole.
Result<void>
makeInbox(const std::string& path, const std::string& unfinished, const DemoOptions& options) {
    const std::string ready = unfinished + ".inbox";
    std::error_code error;
    fs::create_directory(fs::path(ready), error);
    auto filled = error ? failure(ErrorCode::Unwritable, ready + ": " + error.message())
                        : fillInbox(ready, unfinished, options);
    if (filled) {
        fs::rename(ready, inboxOf(path), error);
        filled = error ? failure(ErrorCode::Unwritable, inboxOf(path) + ": " + error.message()) : filled;
    }
    fs::remove_all(ready, error);
    return filled;
}

} // namespace

Result<void> makeDemo(const std::string& path, const DemoOptions& options, const Progress& progress) {
    std::error_code error;
    for (const auto& wanted : {path, options.inbox ? inboxOf(path) : path}) {
        if (fs::exists(wanted, error)) {
            return failure(ErrorCode::Unwritable, wanted + " is there already; name another file");
        }
    }
    DemoOptions sized = options;
    sized.parcels = std::max(options.parcels, fewestParcels);
    const std::string unfinished = unfinishedName(path);
    auto made = makeAt(unfinished, sized, progress);
    made = made && options.inbox ? makeInbox(path, unfinished, sized) : made;
    if (!made) {
        removeUnfinished(unfinished);
        return made;
    }
    if (auto published = publishFile(unfinished, path); !published) {
        return published;
    }
    progress.at(1, "done");
    return {};
}

} // namespace tuban
