#pragma once

#include "geo/base/result.h"
#include "geo/plan/plan.h"
#include "geo/works/mark_log.h"

#include <string>

namespace tuban {

/// The time between two meetings: what happened after the day `since`, up to the day `until`.
struct MeetingWeek {
    std::string since;
    std::string until;
    /// Marks that were written later are not looked at: the instant at which the meeting of `until` was
    /// closed; empty while it is open.
    std::string knownBy;
    /// The instant at which the meeting of `since` was closed; empty when none was. What is written after it
    /// was not in that meeting's sheet.
    std::string closedBefore;

    /// From this instant on a mark is new to this meeting.
    [[nodiscard]] std::string newFrom() const {
        return closedBefore.empty() ? since + "T23:59:59Z" : closedBefore;
    }
};

/// The week of a meeting on the day `clocks.asOf`. \param since empty: since the last closed meeting before
/// it
/// \param clocks without an instant the one at which a meeting of that day was closed
/// \return Error::Usage when no meeting was closed before, or `since` is not before the day
[[nodiscard]] Result<MeetingWeek>
meetingWeek(const Plan& plan, const std::string& since, const Clocks& clocks);

} // namespace tuban
