#pragma once

#include "geo/report/meeting_week.h"
#include "geo/report/report.h"

namespace tuban {

/// Lists of a meeting that follow from marks and dates: how the works stood on both days.
struct MeetingWorks {
    ReportList started; ///< begun within the week
    ReportList movedOn; ///< at a further stage or percent, without those that started
    ReportList late;    ///< with a light that says so
    ReportList silent;  ///< nothing heard of for too long
};
/// \param log by `week.knownBy` \param language "zh" or "en" \return Error::Corrupt, Sql, Busy
[[nodiscard]] Result<MeetingWorks>
meetingWorks(const Plan& plan, const MarkLog& log, const MeetingWeek& week, const std::string& language);

} // namespace tuban
