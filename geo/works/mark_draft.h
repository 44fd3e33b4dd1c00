#pragma once

#include "geo/works/mark.h"
#include "geo/works/subject.h"

namespace tuban {

/// Where a mark speaks of less than the whole.
struct MarkScope {
    std::optional<double> fromM{}, toM{}; ///< in order, within the line
    Geometry track{};                     ///< the stretch as it lies
    Geometry part{};                      ///< the polygons, made valid
};
/// \return Error::Usage in words, BadGeometry
[[nodiscard]] Result<MarkScope> scopeOf(const Plan& plan, const Subject& subject, const MarkDraft& draft);

/// The mark a draft asks for, checked against the plan: stage as its code, day and place filled in, distance
/// measured. Photos are checked, not kept. Without recordedAt. \return the errors of appendMark
[[nodiscard]] Result<Mark>
checkedMark(const Plan& plan, const Subject& subject, const MarkDraft& draft, const MarkScope& scope);

} // namespace tuban
