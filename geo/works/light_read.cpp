#include "geo/base/instant.h"
#include "geo/works/light.h"
#include "geo/works/progress.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace tuban {

namespace {

/// Columns that say when a work of a layer was to be and was done; empty where it has none.
struct WorkColumns {
    std::string_view planStart, actualStart, planComplete, actualComplete;
};

WorkColumns columnsOf(std::string_view layer) {
    if (layer == "parcel") {
        return {"start_due", "actual_start", "complete_due", "actual_complete"};
    }
    if (layer == "hoarding") {
        return {"", "set_up", "plan_remove", "removed"};
    }
    if (layer == "issue") {
        return {"", "raised", "due", "closed"};
    }
    return {"plan_start", "actual_start", "plan_complete", "actual_complete"};
}

using SubjectName = std::pair<std::string, std::string>; ///< layer and uid

/// Milestones, blockers and permits of every work, as they stood on a day.
using Nodes = std::map<SubjectName, std::vector<WorkFacts::Node>>;

SubjectName subjectOf(const Statement& row) {
    return {std::string(row.text(0)), std::string(row.text(1))};
}

/// A day as the rules need it; empty when the cell holds none.
std::string dayIn(const Statement& row, int column) {
    return row.isNull(column) ? std::string() : parseDay(row.text(column)).value_or("");
}

template <class Take>
Result<void> forEachRow(Statement& rows, Take take) {
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        take();
    }
    return {};
}

Result<void> readMilestones(const Plan& plan, std::string_view today, Nodes& nodes) {
    Statement rows(plan.database(),
                   "SELECT subject, subject_uid, name, plan_date, actual_date FROM milestone "
                   "ORDER BY subject, subject_uid, seq");
    std::string before;
    SubjectName last;
    return forEachRow(rows, [&] {
        SubjectName name = subjectOf(rows);
        if (name != last) {
            before.clear();
        }
        const std::string due = dayIn(rows, 3);
        nodes[name].push_back({.kind = WorkFacts::Node::Kind::Milestone,
                               .name = {std::string(rows.text(2)), std::string(rows.text(2))},
                               .due = due,
                               .begin = before < due ? before : std::string(),
                               .done = !rows.isNull(4) && dayIn(rows, 4) <= today});
        before = due;
        last = std::move(name);
    });
}

Result<void> readBlockers(const Plan& plan, std::string_view today, Nodes& nodes) {
    Statement rows(plan.database(),
                   "SELECT subject, subject_uid, what, until, opened FROM blocker "
                   "WHERE (opened IS NULL OR opened <= ?1) AND (closed IS NULL OR closed > ?1)");
    rows.bind(1, today);
    return forEachRow(rows, [&] {
        nodes[subjectOf(rows)].push_back({.kind = WorkFacts::Node::Kind::Blocker,
                                          .name = {std::string(rows.text(2)), std::string(rows.text(2))},
                                          .due = dayIn(rows, 3),
                                          .begin = dayIn(rows, 4)});
    });
}

Result<void> readPermits(const Plan& plan, std::string_view today, Nodes& nodes) {
    const Domain* kinds = plan.catalogue().domain("permit_kind");
    Statement rows(plan.database(),
                   "SELECT subject, subject_uid, kind, due, applied FROM permit "
                   "WHERE granted IS NULL OR granted > ?1");
    rows.bind(1, today);
    return forEachRow(rows, [&] {
        const std::string kind(rows.text(2));
        const DomainItem* item = kinds == nullptr ? nullptr : kinds->find(kind);
        nodes[subjectOf(rows)].push_back({.kind = WorkFacts::Node::Kind::Permit,
                                          .name = item == nullptr ? LocalText{kind, kind} : item->label,
                                          .due = dayIn(rows, 3),
                                          .begin = dayIn(rows, 4)});
    });
}

/// A column, or NULL where the layer has none of that name.
std::string cellOf(const Layer& layer, std::string_view column) {
    return !column.empty() && layer.column(column) != nullptr ? std::string(column) : std::string("NULL");
}

/// Names come from the catalogue, never from a user.
std::string selectWorks(const Layer& layer) {
    const WorkColumns columns = columnsOf(layer.name);
    std::string sql = "SELECT uid";
    for (const std::string_view column : {std::string_view("stage"),
                                          columns.planStart,
                                          columns.actualStart,
                                          columns.planComplete,
                                          columns.actualComplete,
                                          std::string_view("halted"),
                                          std::string_view("halted_since"),
                                          std::string_view("stage_since"),
                                          std::string_view("in_statistics")}) {
        sql += ", " + cellOf(layer, column);
    }
    sql += " FROM " + layer.name + " WHERE retired_on IS NULL";
    // Of the land, what has a contract is a work.
    return layer.name == "parcel" ? sql + " AND (start_due IS NOT NULL OR complete_due IS NOT NULL)" : sql;
}

class LayerReader {
public:
    LayerReader(const Layer& layer, const MarkLog& log, const Nodes& nodes, std::string_view today)
        : m_layer(layer), m_log(log), m_nodes(nodes), m_today(today) {}

    Result<void> readProgress(const Plan& plan, const Clocks& clocks) {
        auto all = progressOf(plan, m_log, {.layer = m_layer.name, .clocks = clocks});
        if (!all) {
            return std::unexpected(all.error());
        }
        for (auto& each : *all) {
            std::string uid = each.feature.uid;
            m_progress.emplace(std::move(uid), std::move(each.state));
        }
        return {};
    }

    /// nullopt for what was never a work.
    [[nodiscard]] std::optional<WorkFacts> factsOf(const Statement& row) const {
        const FeatureRef feature{m_layer.name, std::string(row.text(0))};
        const auto state = m_progress.find(feature.uid);
        const auto nodes = m_nodes.find({feature.layer, feature.uid});
        WorkFacts facts = columnsIn(row);
        const bool hasNodes = nodes != m_nodes.end();
        if (hasNodes) {
            facts.nodes = nodes->second;
        }
        const auto marks = m_log.upTo(feature, m_today);
        addState(facts, state != m_progress.end() ? state->second : WorkState(), marks);
        const bool hasDates = !facts.planStart.empty() || !facts.actualStart.empty() ||
                              !facts.planComplete.empty() || !facts.actualComplete.empty();
        const bool wasAlwaysThere =
            facts.means == Stage::Means::InService && !hasDates && marks.empty() && !hasNodes;
        return wasAlwaysThere ? std::nullopt : std::optional(std::move(facts));
    }

private:
    /// The day of an event that had come about by the day of the judgement.
    [[nodiscard]] std::string pastDayIn(const Statement& row, int column) const {
        std::string day = dayIn(row, column);
        return day <= m_today ? day : std::string();
    }

    [[nodiscard]] WorkFacts columnsIn(const Statement& row) const {
        WorkFacts facts;
        facts.planStart = dayIn(row, 2);
        facts.actualStart = pastDayIn(row, 3);
        facts.planComplete = dayIn(row, 4);
        facts.actualComplete = pastDayIn(row, 5);
        facts.halted = row.integer(6) != 0 || !pastDayIn(row, 7).empty();
        facts.heard = std::max(pastDayIn(row, 8), facts.actualStart);
        facts.mustRegister = m_layer.column("in_statistics") != nullptr;
        facts.isRegistered = row.integer(9) != 0;
        return facts;
    }

    void addState(WorkFacts& facts, const WorkState& state, std::span<const WorkMark> newestFirst) const {
        if (state.measured || state.statedPercent) {
            facts.percent = state.percent;
        }
        facts.halted = facts.halted || state.state == "halted";
        facts.heard = std::max(facts.heard, state.lastSeen);
        if (facts.actualStart.empty()) {
            facts.actualStart = startedOn(newestFirst);
        }
        if (state.rank != noRank) {
            const Stage& stage = m_layer.stages[static_cast<std::size_t>(state.rank)];
            facts.means = stage.means;
            facts.isAgreed = stage.code == "idea" || stage.code == "talk" || stage.code == "signed";
        } else if (!facts.actualStart.empty()) {
            facts.means = Stage::Means::Started;
        }
    }

    /// Day of the first mark by which some of the work is under way.
    [[nodiscard]] std::string startedOn(std::span<const WorkMark> newestFirst) const {
        for (const auto& mark : std::views::reverse(newestFirst)) {
            const int rank = mark.said.rank;
            if (rank != noRank &&
                m_layer.stages[static_cast<std::size_t>(rank)].means == Stage::Means::Started) {
                return mark.onDate;
            }
        }
        return {};
    }

    const Layer& m_layer;
    const MarkLog& m_log;
    const Nodes& m_nodes;
    std::string m_today;
    std::unordered_map<std::string, WorkState> m_progress;
};

} // namespace

Result<LightsByLayer> readLights(const Plan& plan,
                                 const MarkLog& log,
                                 const Clocks& clocks,
                                 const std::vector<std::string>& layers,
                                 const LightRules& rules) {
    Nodes nodes;
    const auto read = readMilestones(plan, clocks.asOf, nodes)
                          .and_then([&] { return readBlockers(plan, clocks.asOf, nodes); })
                          .and_then([&] { return readPermits(plan, clocks.asOf, nodes); });
    if (!read) {
        return std::unexpected(read.error());
    }
    LightsByLayer lights;
    for (const Layer& layer : plan.catalogue().layers()) {
        if (layer.stages.empty() || (!layers.empty() && !std::ranges::contains(layers, layer.name))) {
            continue;
        }
        LayerReader reader(layer, log, nodes, clocks.asOf);
        if (auto ready = reader.readProgress(plan, clocks); !ready) {
            return std::unexpected(ready.error());
        }
        Statement rows(plan.database(), selectWorks(layer));
        const auto done = forEachRow(rows, [&] {
            if (const auto facts = reader.factsOf(rows)) {
                lights[layer.name].emplace(rows.text(0), judge(*facts, clocks.asOf, rules));
            }
        });
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    return lights;
}

Result<LightsByLayer> readLights(const Plan& plan,
                                 std::string_view today,
                                 const std::vector<std::string>& layers,
                                 const LightRules& rules) {
    const auto log = MarkLog::read(plan);
    return log ? readLights(plan, *log, {.asOf = std::string(today)}, layers, rules)
               : std::unexpected(log.error());
}

} // namespace tuban
