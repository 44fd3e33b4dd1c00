#include "geo/report/meeting_week.h"

namespace tuban {

namespace {

/// First column of the first row, empty when there is none.
Result<std::string> firstText(const Plan& plan, std::string_view sql, const std::string& day) {
    Statement row(plan.database(), sql);
    const auto found = row.bind(1, day).step();
    if (!found) {
        return std::unexpected(found.error());
    }
    return *found ? std::string(row.text(0)) : std::string();
}

Result<std::string> lastClosedBefore(const Plan& plan, const std::string& day) {
    return firstText(plan,
                     "SELECT held FROM meeting WHERE closed_at IS NOT NULL AND held < ?1 ORDER BY held DESC "
                     "LIMIT 1",
                     day);
}

/// When the meeting of a day was closed; empty when none was.
Result<std::string> closedAt(const Plan& plan, const std::string& day) {
    return firstText(plan,
                     "SELECT closed_at FROM meeting WHERE closed_at IS NOT NULL AND held = ?1 ORDER BY "
                     "closed_at DESC LIMIT 1",
                     day);
}

} // namespace

Result<MeetingWeek> meetingWeek(const Plan& plan, const std::string& since, const Clocks& clocks) {
    const auto from = since.empty() ? lastClosedBefore(plan, clocks.asOf) : Result<std::string>(since);
    if (!from) {
        return std::unexpected(from.error());
    }
    if (from->empty()) {
        return failure(ErrorCode::Usage,
                       "No meeting was closed before " + clocks.asOf +
                           ": say since when, with --since DATE.");
    }
    if (*from >= clocks.asOf) {
        return failure(ErrorCode::Usage,
                       *from + " is not before " + clocks.asOf + ", the day of the meeting.");
    }
    const auto before = closedAt(plan, *from);
    const auto closed = closedAt(plan, clocks.asOf);
    if (!before || !closed) {
        return std::unexpected(before ? closed.error() : before.error());
    }
    return MeetingWeek{.since = *from,
                       .until = clocks.asOf,
                       .knownBy = clocks.knownBy.empty() ? *closed : clocks.knownBy,
                       .closedBefore = *before};
}

} // namespace tuban
