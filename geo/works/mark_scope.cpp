#include "geo/plan/work_state.h"
#include "geo/shape/cut.h"
#include "geo/shape/geos.h"
#include "geo/shape/linear.h"
#include "geo/shape/validity.h"
#include "geo/works/mark_draft.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace tuban {

namespace {

/// A stretch to the end of a road is named in whole metres; so much beyond it still means the end.
constexpr double overshootM = 1;
constexpr double shortestStretchM = 0.001;

constexpr std::array<std::string_view, 9> workLayers{
    "clearance", "pipes", "subgrade", "base", "surface", "footway", "traffic", "lighting", "greening"};

std::unexpected<Error> refused(std::string message) {
    return failure(ErrorCode::Usage, std::move(message));
}

Result<void> checkWorkLayer(const std::string& workLayer) {
    if (workLayer.empty() || std::ranges::contains(workLayers, workLayer)) {
        return {};
    }
    std::string known;
    for (const auto name : workLayers) {
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    return refused(std::format("there is no layer of construction \"{}\"; there are: {}", workLayer, known));
}

Result<void> setStretch(const Subject& subject, const MarkDraft& draft, MarkScope& scope) {
    const std::string what = subject.layer->name + " " + subject.title;
    if (!draft.fromM || !draft.toM) {
        return refused("a stretch needs both its ends");
    }
    if (subject.geometry.kind != ShapeKind::Line || subject.geometry.empty()) {
        return refused(std::format("{} is no line on the map, so it has no stretches", what));
    }
    const double length = lineLength(subject.geometry);
    const double from = std::min(*draft.fromM, *draft.toM);
    double to = std::max(*draft.fromM, *draft.toM);
    if (!(from >= 0) || !(to <= length + overshootM)) {
        return refused(
            std::format("{} reaches from 0 to {:.3f} m; {} to {} is not on it", what, length, from, to));
    }
    to = std::min(to, length);
    if (to - from < shortestStretchM) {
        return refused(std::format("the stretch from {} to {} m has no length", from, to));
    }
    scope.fromM = from;
    scope.toM = to;
    scope.track = stretchOf(subject.geometry, from, to);
    return {};
}

Result<void> setPart(const Plan& plan, const Subject& subject, const MarkDraft& draft, MarkScope& scope) {
    const std::string what = subject.layer->name + " " + subject.title;
    if (subject.layer->geometry == ShapeKind::Line) {
        return refused(what + " is a line: mark a stretch of it by two chainages");
    }
    const GeosContext context;
    const auto shape = workShape(context, plan.database(), *subject.layer, subject.uid);
    if (!shape) {
        return std::unexpected(shape.error());
    }
    if (shape->empty()) {
        return refused(what + " has no area on the map yet, so it has no parts");
    }
    auto part =
        validityOf(context, draft.part).valid ? Result<Geometry>(draft.part) : repaired(context, draft.part);
    if (!part) {
        return within("the part", part.error());
    }
    const auto cut = cutArea(context, *shape, *part);
    if (!cut) {
        return within(what, cut.error());
    }
    if (cut->inside.empty()) {
        return refused("the part lies outside " + what);
    }
    scope.part = std::move(*part);
    return {};
}

} // namespace

Result<MarkScope> scopeOf(const Plan& plan, const Subject& subject, const MarkDraft& draft) {
    MarkScope scope;
    auto done = checkWorkLayer(draft.workLayer);
    if (done && (draft.fromM || draft.toM)) {
        done = draft.part.empty() ? setStretch(subject, draft, scope)
                                  : refused("a mark is of a stretch or of a part, not of both");
    } else if (done && !draft.part.empty()) {
        done = setPart(plan, subject, draft, scope);
    }
    return done ? Result<MarkScope>(std::move(scope)) : std::unexpected(done.error());
}

} // namespace tuban
