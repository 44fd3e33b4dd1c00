#pragma once

#include "geo/base/result.h"
#include "geo/plan/features.h"
#include "geo/plan/plan.h"
#include "geo/works/mark_log.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// What the clock of a supplied parcel says on a day. Only an authority decides that land is idle; what dates
/// and figures say is a suspicion.
enum class IdleState : std::uint8_t {
    NotDue,
    Soon,      ///< the agreed start is near or has passed, or works are halted, and the year is not full yet
    Suspected, ///< the rule is met
    Decided,   ///< decided to be idle
    Unknown,   ///< a date or figure that the rule needs is missing
};
/// "not_due" "soon" "suspected" "decided" "unknown"
[[nodiscard]] std::string_view codeOf(IdleState state);

/// Days before an agreed start, or before the year of a halt is full, from which on a parcel is soon due.
inline constexpr int idleSoonDays = 60;

/// What the rule looks at; days are `YYYY-MM-DD`, empty when unknown.
struct IdleFacts {
    std::string supplyStatus; ///< sold, allocated, leased
    std::string startDue, actualStart, haltedSince, decidedOn;
    bool isStarted = false; ///< its stage says so, whatever the dates
    std::optional<double> devAreaDueM2, devAreaM2, investDueWan, investWan;
};

struct IdleJudgement {
    IdleState state = IdleState::NotDue;
    std::string rule;                 ///< not_started_1y not_started_2y halted_1y decided; empty: none is met
    int daysOver = 0;                 ///< after the agreed start, of a halted parcel since it was halted
    std::vector<std::string> missing; ///< columns that the rule needs
};

/// Rule of the ministry's order 53 of 2012, article 2: not started a year after the agreed start; or started,
/// then halted for a year with less than a third of the area due developed or less than a quarter of the
/// investment due spent. Two years after the agreed start the land may be taken back. A full year after 29
/// February is 1 March. Pure.
[[nodiscard]] IdleJudgement judgeIdle(const IdleFacts& facts, std::string_view asOf);

struct IdleParcel {
    std::string uid, parcelNo, name;
    double areaM2 = 0; ///< ellipsoidal; 0 for a parcel without a shape
    IdleFacts facts;
    IdleJudgement judgement;
    std::string cause; ///< owner, government; empty when nobody said
};

/// Parcels sold, allocated or leased and not complete by the day, and those with a contract whose supply
/// nobody stated; worst first, then by days over. A start or halt that only marks tell counts as well. \param
/// within a feature with an area: only parcels whose anchor lies in it \return Error::NotFound, Usage for a
/// feature without an area
[[nodiscard]] Result<std::vector<IdleParcel>>
idleParcels(const Plan& plan, const Clocks& clocks, const std::optional<FeatureRef>& within = {});

} // namespace tuban
