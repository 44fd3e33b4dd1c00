#pragma once

#include "geo/report/meeting_week.h"
#include "geo/report/report.h"

namespace tuban {

/// Lists of a meeting that come from tables of the plan.
struct MeetingTables {
    ReportList lookedBack; ///< decisions of earlier meetings: open ones, and those closed within the week
    ReportList decided;    ///< decisions of the day itself
    ReportList slipped;    ///< milestones whose day has passed, or was put off, since the meeting before
    ReportList dueSoon;    ///< milestones planned for the day or the 14 days after it
    ReportList blockers;   ///< opened or closed within the week, and those that stand
    /// Marks that were written for an earlier week after its meeting was closed, and marks withdrawn since.
    ReportList writtenLate;
};
/// \param language "zh" or "en" \return Error::Sql, Busy
[[nodiscard]] Result<MeetingTables>
meetingTables(const Plan& plan, const MeetingWeek& week, const std::string& language);

} // namespace tuban
