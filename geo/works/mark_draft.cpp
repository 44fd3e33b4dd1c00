#include "geo/works/mark_draft.h"

#include "geo/base/instant.h"
#include "geo/base/uid.h"
#include "geo/shape/linear.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace tuban {

namespace {

constexpr std::size_t largestPhotoBytes = std::size_t{32} << 20U;
constexpr std::array<std::string_view, 5> states{"normal", "slow", "halted", "done", "problem"};
constexpr std::array<std::string_view, 3> locations{"gps", "map", "subject"};

std::unexpected<Error> refused(std::string message) {
    return failure(ErrorCode::Usage, std::move(message));
}

template <class Words>
std::string joined(const Words& words) {
    std::string list;
    for (const auto& word : words) {
        list += (list.empty() ? "" : ", ") + std::string(word);
    }
    return list;
}

Result<std::string> stageCode(const Layer& layer, const std::string& stage) {
    if (stage.empty()) {
        return std::string();
    }
    if (const Stage* known = layer.stage(stage); known != nullptr) {
        return known->code;
    }
    if (layer.stages.empty()) {
        return refused(std::format("layer {} has no stages", layer.name));
    }
    std::vector<std::string> names;
    for (const Stage& each : layer.stages) {
        names.push_back(each.code + " " + each.label.zh);
    }
    return refused(std::format("layer {} has no stage \"{}\"; it has: {}", layer.name, stage, joined(names)));
}

Result<std::string> day(const Plan& plan, const std::string& onDate) {
    if (onDate.empty()) {
        return plan.today();
    }
    if (auto parsed = parseDay(onDate)) {
        return *parsed;
    }
    return refused(std::format("\"{}\" is no day; write it as 2024-08-21", onDate));
}

Result<void> checkWords(const MarkDraft& draft) {
    if (draft.percent && !(*draft.percent >= 0 && *draft.percent <= 100)) {
        return refused(std::format("percent {} is not between 0 and 100", *draft.percent));
    }
    if (draft.accuracyM && !(*draft.accuracyM >= 0 && std::isfinite(*draft.accuracyM))) {
        return refused(std::format("accuracy {} is no distance", *draft.accuracyM));
    }
    if (!std::ranges::contains(states, draft.state)) {
        return refused(std::format("state \"{}\" is not one of {}", draft.state, joined(states)));
    }
    if (!std::ranges::contains(locations, draft.locate)) {
        return refused(std::format("locate \"{}\" is not one of {}", draft.locate, joined(locations)));
    }
    if (!draft.uid.empty() && !isUid(draft.uid)) {
        return refused(std::format("\"{}\" is no uid", draft.uid));
    }
    return {};
}

Result<void> checkPhotos(const std::vector<PhotoFile>& photos) {
    for (const auto& photo : photos) {
        if (photo.bytes.empty()) {
            return refused(std::format("photo {} is empty", photo.name));
        }
        if (photo.bytes.size() > largestPhotoBytes) {
            return refused(std::format(
                "photo {} has {} MiB; at most 32 are kept", photo.name, photo.bytes.size() >> 20U));
        }
    }
    return {};
}

Result<Point> place(const Subject& subject, const MarkDraft& draft, const MarkScope& scope) {
    if (!draft.at) {
        if (!scope.track.empty()) {
            return placeAt(scope.track, lineLength(scope.track) / 2);
        }
        if (!scope.part.empty()) {
            return anchorOf(scope.part);
        }
        if (subject.geometry.empty()) {
            return refused(std::format(
                "{} {} has no shape yet; say where the mark is", subject.layer->name, subject.title));
        }
        return anchorOf(subject.geometry);
    }
    if (!std::isfinite(draft.at->x) || !std::isfinite(draft.at->y)) {
        return refused("the place of the mark is no position");
    }
    return *draft.at;
}

} // namespace

Result<Mark>
checkedMark(const Plan& plan, const Subject& subject, const MarkDraft& draft, const MarkScope& scope) {
    const auto stage = stageCode(*subject.layer, draft.stage);
    const auto words = checkWords(draft);
    const auto photos = checkPhotos(draft.photos);
    const auto onDate = day(plan, draft.onDate);
    const auto at = place(subject, draft, scope);
    if (!stage || !words || !photos || !onDate || !at) {
        return std::unexpected(!stage    ? stage.error()
                               : !words  ? words.error()
                               : !photos ? photos.error()
                               : !onDate ? onDate.error()
                                         : at.error());
    }
    const auto distance = distanceToSubject(plan, subject, *at);
    if (!distance) {
        return std::unexpected(distance.error());
    }
    Mark mark;
    mark.uid = draft.uid.empty() ? newUid() : draft.uid;
    mark.subject = {.layer = subject.layer->name, .uid = subject.uid};
    mark.stage = *stage;
    mark.state = draft.state;
    mark.note = draft.note;
    mark.onDate = *onDate;
    mark.by = draft.by.empty() ? plan.fact("user").value_or("") : draft.by;
    mark.locate = draft.at ? draft.locate : "subject";
    mark.percent = draft.percent;
    mark.at = *at;
    mark.distanceM = distance->value_or(0);
    mark.accuracyM = draft.accuracyM;
    mark.corrects = draft.corrects;
    mark.fromM = scope.fromM;
    mark.toM = scope.toM;
    mark.workLayer = draft.workLayer;
    return mark;
}

} // namespace tuban
