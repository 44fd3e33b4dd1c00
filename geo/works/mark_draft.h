#pragma once

#include "geo/works/mark.h"
#include "geo/works/subject.h"

namespace tuban {

/// The mark a draft asks for, checked against the plan: stage as its code, day and place filled in, distance
/// measured. Photos are checked, not kept. Without recordedAt. \return the errors of appendMark
[[nodiscard]] Result<Mark> checkedMark(const Plan& plan, const Subject& subject, const MarkDraft& draft);

} // namespace tuban
