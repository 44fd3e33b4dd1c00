#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/figures.h"
#include "app/cli/identity.h"
#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/mark_scope_reader.h"
#include "app/cli/open_plan.h"
#include "app/cli/options.h"
#include "app/cli/photo_reader.h"
#include "app/cli/place.h"
#include "geo/base/instant.h"
#include "geo/plan/search.h"
#include "geo/works/mark.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <format>
#include <memory>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    std::string at;
    std::string crs;
    std::string feature;
    bool noChange = false;
    std::vector<std::string> photos;
    ScopeOptions scope;
    MarkDraft draft;
};

const std::vector<std::string> states{"normal", "slow", "halted", "done", "problem"};

bool layerHasStage(const Plan& plan, const Candidate& candidate, const std::string& stage) {
    const Layer* const layer = plan.catalogue().layer(candidate.feature.layer);
    return layer != nullptr && layer->stage(stage) != nullptr;
}

// The nearest feature; among those near, one whose layer knows the stage goes first.
Result<FeatureRef> subjectAt(const Plan& plan, Point at, const Options& options) {
    const auto candidates = candidatesAt(plan, at, farMarkM);
    if (!candidates) {
        return std::unexpected(candidates.error());
    }
    if (candidates->empty()) {
        return failure(ErrorCode::NotFound,
                       std::format("Nothing that can be marked lies within {:.0f} m of {}. Name it with "
                                   "--feature layer:uid.",
                                   farMarkM,
                                   options.at));
    }
    const auto fitting = std::ranges::find_if(*candidates, [&](const Candidate& candidate) {
        return options.noChange || layerHasStage(plan, candidate, options.draft.stage);
    });
    return (fitting != candidates->end() ? *fitting : candidates->front()).feature;
}

Result<MarkDraft> placed(const Options& options, const Plan& plan, const PlaceReader& places) {
    MarkDraft draft = options.draft;
    if (!options.at.empty()) {
        const auto at = places.read(options.at);
        if (!at) {
            return std::unexpected(at.error());
        }
        draft.at = *at;
    } else {
        draft.locate = "subject";
    }
    auto subject = options.feature.empty() ? subjectAt(plan, *draft.at, options)
                                           : parseFeatureRef(options.feature, plan.catalogue());
    if (!subject) {
        return std::unexpected(subject.error());
    }
    draft.subject = std::move(*subject);
    return draft;
}

Result<void> addPhotos(MarkDraft& draft, const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
        auto photo = readPhotoFile(path);
        if (!photo) {
            return std::unexpected(photo.error());
        }
        draft.photos.push_back(std::move(*photo));
    }
    return {};
}

Result<void> setDay(MarkDraft& draft) {
    if (draft.onDate.empty()) {
        return {};
    }
    const auto day = parseDay(draft.onDate);
    if (!day) {
        return failure(ErrorCode::Usage,
                       std::format("--on takes a day as YYYY-MM-DD, not '{}'.", draft.onDate));
    }
    draft.onDate = *day;
    return {};
}

// A uid that is not there is most often a number or a name: say which features have it.
Error withNearFeatures(const Error& error, const Plan& plan, const FeatureRef& wanted) {
    if (error.code != ErrorCode::NotFound) {
        return error;
    }
    std::string near;
    for (const SearchHit& hit : search(plan, wanted.uid, 5).value_or(std::vector<SearchHit>{})) {
        near += std::format("\n  {}:{}  {}", hit.feature.layer, hit.feature.uid, hit.title);
    }
    return {error.code, error.message + (near.empty() ? "" : " Near it are:" + near)};
}

Result<std::string> markAnswer(const Mark& mark, const PlaceReader& places, Invocation& invocation) {
    const auto degrees = places.degrees(mark.at);
    if (!degrees) {
        return std::unexpected(degrees.error());
    }
    const std::string feature = mark.subject.layer + ":" + mark.subject.uid;
    const Json percent = mark.percent ? Json(*mark.percent) : Json(nullptr);
    Json document{{"uid", mark.uid},
                  {"feature", feature},
                  {"stage", mark.stage.empty() ? Json(nullptr) : Json(mark.stage)},
                  {"percent", percent},
                  {"state", mark.state},
                  {"at", {degrees->x, degrees->y}},
                  {"distance_m", mark.distanceM},
                  {"on", mark.onDate},
                  {"by", mark.by},
                  {"photos", mark.photos}};
    if (mark.fromM) {
        document["from_m"] = *mark.fromM;
        document["to_m"] = *mark.toM;
    }
    if (!mark.workLayer.empty()) {
        document["work_layer"] = mark.workLayer;
    }
    if (invocation.json()) {
        return jsonText(document);
    }
    return std::format("{} {}{}: {}{}, {} m from it, by {}\n",
                       mark.onDate,
                       feature,
                       mark.fromM ? " " + chainageText(*mark.fromM) + "~" + chainageText(*mark.toM) : "",
                       mark.stage.empty() ? "no change" : mark.stage,
                       mark.percent ? std::format(" {} %", *mark.percent) : "",
                       grouped(mark.distanceM, 1),
                       mark.by);
}

Result<void> checkNames(const Options& options) {
    if (!options.scope.from.empty() && options.feature.empty()) {
        return failure(ErrorCode::Usage, "A stretch is of one line: name it with --feature layer:uid.");
    }
    if (options.at.empty() && options.feature.empty()) {
        return failure(ErrorCode::Usage,
                       "Say where: --at LON,LAT, or --feature layer:uid. See: tuban mark --help");
    }
    if (options.draft.stage.empty() != options.noChange) {
        return failure(ErrorCode::Usage,
                       "Say what: either --stage STAGE, or --no-change. See: tuban mark --help");
    }
    return {};
}

Result<int> markFeature(const Options& options, Invocation& invocation) {
    invocation.letFinish();
    if (const auto named = checkNames(options); !named) {
        return std::unexpected(named.error());
    }
    auto plan = openPlan(options.plan, OpenMode::ReadWrite);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto places = PlaceReader::forPlan(*plan, options.crs);
    if (!places) {
        return std::unexpected(places.error());
    }
    auto draft = placed(options, *plan, *places);
    if (!draft) {
        return std::unexpected(draft.error());
    }
    auto prepared = setDay(*draft).and_then([&] { return addPhotos(*draft, options.photos); }).and_then([&] {
        return readScope(options.scope, *plan, *draft);
    });
    if (!prepared) {
        return std::unexpected(prepared.error());
    }
    draft->by = actorOf(options.draft.by, *plan, invocation);
    const auto mark = appendMark(*plan, *draft);
    if (!mark) {
        return std::unexpected(withNearFeatures(mark.error(), *plan, draft->subject));
    }
    if (mark->distanceM > farMarkM) {
        invocation.warn(std::format("the mark is {} m from its subject. If that is wrong: tuban undo {}",
                                    grouped(mark->distanceM, 0),
                                    options.plan));
    }
    const auto answered = markAnswer(*mark, *places, invocation).and_then([&](const std::string& text) {
        return invocation.answer(text);
    });
    return answered.transform([] { return exitDone; });
}

void addPlaceOptions(CLI::App& app, Options& options) {
    const std::string group = "Where: one of these, or both";
    app.add_option("--at", options.at, "The place; without --feature, the nearest subject is marked")
        ->type_name("LON,LAT")
        ->group(group);
    app.add_option("--feature", options.feature, "What is marked")->type_name("layer:uid")->group(group);
    app.add_option("--crs", options.crs, "System of --at; otherwise degrees")->type_name("CRS")->group(group);
}

void addWhatOptions(CLI::App& app, Options& options) {
    const std::string group = "What: one of these";
    app.add_option("--stage", options.draft.stage, "The stage it has reached")
        ->type_name("STAGE")
        ->group(group);
    app.add_flag("--no-change", options.noChange, "Seen, and nothing has moved")->group(group);
    app.add_option("--percent", options.draft.percent, "How much of it is done, 0 to 100")->type_name("P");
    addScope(app, options.scope, options.draft.workLayer);
    oneOf(*app.add_option("--state", options.draft.state, "How it goes")->capture_default_str(), states);
    app.add_option("--note", options.draft.note, "A remark")->type_name("TEXT");
    app.add_option("--photo", options.photos, "Photos (JPEG, PNG) to keep in the plan")
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--on", options.draft.onDate, "The day it was so; otherwise today")->type_name("DATE");
    addBy(app, options.draft.by);
}

} // namespace

Command markCommand() {
    return {"mark",
            "Mark progress on a feature, by its place or its name",
            "tuban mark gaoxin.sqlite --at 113.5562,34.8125 --stage building --percent 42 --by 王工",
            [](CLI::App& app) -> CommandAction {
                auto options = std::make_shared<Options>();
                addPlan(app, options->plan);
                addPlaceOptions(app, *options);
                addWhatOptions(app, *options);
                return [options](Invocation& invocation) { return markFeature(*options, invocation); };
            }};
}

} // namespace tuban
