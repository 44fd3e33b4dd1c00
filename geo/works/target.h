#pragma once

#include "geo/base/result.h"
#include "geo/base/value.h"
#include "geo/plan/catalogue.h"
#include "geo/plan/features.h"
#include "geo/plan/plan.h"
#include "geo/works/light.h"
#include "geo/works/mark_log.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tuban {

/// How a target is to be read.
enum class TargetKind : std::uint8_t {
    Done,  ///< reach an amount by the end of the window, at an even pace
    Push,  ///< move a cohort on; no outcome is promised, so no share of completion is ever given
    Level, ///< reach a level, however fast
    Node,  ///< something done by a day
    Range, ///< between two amounts
    Watch, ///< no target: a figure to be watched
};

/// What a target counts, over the features of one layer. Stored as JSON in `target.rule`:
/// {"measure", "layer", "where", "stage", "on", "value", "of", "per", "split", "milestone", "south_of",
/// "beside", "name"}. Conditions and values are expressions over the layer's columns, never SQL. Each feature
/// is looked at once, so none can be counted twice.
struct TargetRule {
    enum class Measure : std::uint8_t {
        Count,      ///< features
        Sum,        ///< of `value`
        Share,      ///< sum of `value` over sum of `of`, in percent
        Area,       ///< of the shapes (of a point layer, of its further areas), planar m²
        Length,     ///< of the lines, planar m
        Invest,     ///< money spent by month within the window, 万元; with `of` a share in percent
        Milestones, ///< milestones of the name `milestone` that were reached
    } measure = Measure::Count;
    std::string layer;
    std::string where{}; ///< condition; empty: all
    std::string stage{}; ///< only features that have reached this stage, within the window where there is one
    std::string on{};    ///< date column that must lie in the window; with `stage`, when marks do not say
    std::string value{}, of{};
    double per = 1;      ///< divisor to the target's unit: 10000 for 万
    std::string split{}; ///< column by which the actual is split; empty: by stage where the kind is push
    std::string milestone{};
    std::string southOf{}; ///< name of an area unit: only what lies south of it, by its anchor
    /// Further figures shown beside the actual, over the same cohort: money spent, how many have started.
    std::vector<TargetRule> beside{};
    std::string name{}; ///< of a figure beside
};
/// \return Error::Corrupt naming the key that is wrong
[[nodiscard]] Result<TargetRule> parseTargetRule(std::string_view json);

/// One row of table `target`.
struct Target {
    std::int64_t id = 0;
    std::string code, name, unit, word, dept, person, leader, source;
    TargetKind kind = TargetKind::Watch;
    std::optional<double> planMin, planMax, baseline;
    std::string windowFrom, windowTo, due; ///< days, may be empty
    bool flow = true;                      ///< counted within the window; otherwise the state on a day
    std::string cohortTag;
    std::optional<TargetRule> rule; ///< none: manual readings
    /// What only strives or pushes never turns badly late.
    [[nodiscard]] bool isPromised() const { return word != "strive" && word != "push"; }
};
/// Targets in order of their codes. \return Error::Corrupt naming the target whose rule cannot be read
[[nodiscard]] Result<std::vector<Target>> readTargets(const Plan& plan);
[[nodiscard]] std::string_view codeOf(TargetKind kind);

/// What a rule finds on a day.
struct Measured {
    std::optional<double> actual;                      ///< in the target's unit
    std::vector<std::pair<std::string, double>> split; ///< by code of the column, in its order of appearance
    std::vector<FeatureRef> features;                  ///< each feature that is in the figure, once
    /// Features that have the stage while nobody says since when: in no window, so not in the figure.
    std::vector<FeatureRef> undated;
};
/// \return Error::Usage for a layer, column or stage that is not there
[[nodiscard]] Result<Measured> measureTarget(
    const Plan& plan, const MarkLog& log, const Target& target, const TargetRule& rule, const Clocks& clocks);

/// A target as it stands on a day.
struct TargetState {
    Target target;
    Measured measured;
    std::optional<double> reading;       ///< newest manual reading; beside a measured actual where both are
    std::optional<double> share;         ///< of the plan, 0..; never for push and watch
    std::optional<double> expectedShare; ///< where it should be at an even pace over the window
    std::vector<std::pair<std::string, double>> beside; ///< further figures by their names
    int moved = 0; ///< features of the figure whose stage has changed in the 30 days up to the day
    Light light = Light::Unplanned; ///< of a push the worst of its members
    LocalText why;                  ///< of the light, one sentence
    std::string problem, nextStep;  ///< newest note
    [[nodiscard]] std::optional<double> actual() const { return target.rule ? measured.actual : reading; }
    /// What is left to the plan, not less than 0; none for push and watch.
    [[nodiscard]] std::optional<double> remaining() const;
};
/// The ledger on a day: every target, measured over one reading of the marks.
[[nodiscard]] Result<std::vector<TargetState>> targetLedger(const Plan& plan, const Clocks& clocks);
/// The same over a log that was read before, by its instant.
[[nodiscard]] Result<std::vector<TargetState>>
targetLedger(const Plan& plan, const MarkLog& log, const Clocks& clocks);

/// Fills `share`, `expectedShare`, `light` and `why` of a target whose figures are there; the light of a
/// push, which promises no outcome, is left as it is. Behind an even pace by 10 points it is due, by 30 late;
/// after the due day late, 30 days after badly late. Words that only promise to strive (strive, push) never
/// turn badly late. Pure.
void judgeTarget(TargetState& state, std::string_view asOf);

/// Enters the template of the year's targets (data/targets) inside the caller's transaction; targets whose
/// code is there already stay as they are.
[[nodiscard]] Result<void> insertTargetTemplate(const Database& database);

} // namespace tuban
