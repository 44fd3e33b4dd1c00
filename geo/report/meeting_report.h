#pragma once

#include "geo/report/meeting_week.h"
#include "geo/report/report.h"

#include <string>

namespace tuban {

/// The sheet of a weekly meeting: decisions looked back at and those of the day, works that started, moved
/// on, are late or silent, milestones missed, put off or due soon, blockers, what was written late, and how
/// the targets moved. A closed meeting is told from the marks that were known when it was closed; attributes,
/// blockers and decisions are as they stand. \param language "zh" or "en" \return Error::Corrupt, Sql, Busy
[[nodiscard]] Result<Report>
meetingReport(const Plan& plan, const MeetingWeek& week, const std::string& language);

} // namespace tuban
