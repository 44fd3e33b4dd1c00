#include "geo/base/instant.h"
#include "geo/works/light.h"

#include <algorithm>
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

/// What the marks of a work say up to a day, each thing as the newest that says it.
struct Marked {
    std::string stage, state, last, startedOn;
    std::optional<double> percent;
};

/// What stands beside the features' own tables.
struct Besides {
    std::map<SubjectName, Marked> marks;
    std::map<SubjectName, std::vector<WorkFacts::Node>> nodes;
};

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

const Stage* stageNamed(const Layer& layer, std::string_view code) {
    const auto found = std::ranges::find(layer.stages, code, &Stage::code);
    return found == layer.stages.end() ? nullptr : &*found;
}

Result<void> readMarks(const Plan& plan, std::string_view today, Besides& besides) {
    Statement rows(plan.database(),
                   "SELECT subject, subject_uid, stage, percent, state, on_date FROM v_mark_live "
                   "WHERE on_date <= ?1 ORDER BY on_date, recorded_at, uid");
    rows.bind(1, today);
    return forEachRow(rows, [&] {
        const SubjectName name = subjectOf(rows);
        Marked& marked = besides.marks[name];
        if (!rows.isNull(2)) {
            marked.stage = rows.text(2);
        }
        if (!rows.isNull(3)) {
            marked.percent = rows.real(3);
        }
        marked.state = rows.text(4);
        marked.last = dayIn(rows, 5);
        const Layer* layer = plan.catalogue().layer(name.first);
        const Stage* stage = layer == nullptr ? nullptr : stageNamed(*layer, marked.stage);
        if (marked.startedOn.empty() && stage != nullptr && stage->means == Stage::Means::Started) {
            marked.startedOn = marked.last;
        }
    });
}

Result<void> readMilestones(const Plan& plan, Besides& besides) {
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
        besides.nodes[name].push_back({.kind = WorkFacts::Node::Kind::Milestone,
                                       .name = {std::string(rows.text(2)), std::string(rows.text(2))},
                                       .due = due,
                                       .begin = before < due ? before : std::string(),
                                       .done = !rows.isNull(4)});
        before = due;
        last = std::move(name);
    });
}

Result<void> readBlockers(const Plan& plan, Besides& besides) {
    Statement rows(plan.database(),
                   "SELECT subject, subject_uid, what, until, opened FROM blocker WHERE closed IS NULL");
    return forEachRow(rows, [&] {
        besides.nodes[subjectOf(rows)].push_back(
            {.kind = WorkFacts::Node::Kind::Blocker,
             .name = {std::string(rows.text(2)), std::string(rows.text(2))},
             .due = dayIn(rows, 3),
             .begin = dayIn(rows, 4)});
    });
}

Result<void> readPermits(const Plan& plan, Besides& besides) {
    const Domain* kinds = plan.catalogue().domain("permit_kind");
    Statement rows(plan.database(),
                   "SELECT subject, subject_uid, kind, due, applied FROM permit WHERE granted IS NULL");
    return forEachRow(rows, [&] {
        const std::string kind(rows.text(2));
        const DomainItem* item = kinds == nullptr ? nullptr : kinds->find(kind);
        besides.nodes[subjectOf(rows)].push_back(
            {.kind = WorkFacts::Node::Kind::Permit,
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
    LayerReader(const Layer& layer, const Besides& besides) : m_layer(layer), m_besides(besides) {}

    /// nullopt for what was never a work.
    [[nodiscard]] std::optional<WorkFacts> factsOf(const Statement& row) const {
        const SubjectName name{m_layer.name, std::string(row.text(0))};
        const auto marked = m_besides.marks.find(name);
        const auto nodes = m_besides.nodes.find(name);
        WorkFacts facts = columnsIn(row);
        std::string stage(row.isNull(1) ? std::string_view() : row.text(1));
        if (marked != m_besides.marks.end()) {
            addMarks(facts, marked->second);
            stage = marked->second.stage.empty() ? stage : marked->second.stage;
        }
        if (nodes != m_besides.nodes.end()) {
            facts.nodes = nodes->second;
        }
        setStage(facts, stage);
        const bool hasDates = !facts.planStart.empty() || !facts.actualStart.empty() ||
                              !facts.planComplete.empty() || !facts.actualComplete.empty();
        const bool wasAlwaysThere = facts.means == Stage::Means::InService && !hasDates &&
                                    marked == m_besides.marks.end() && facts.nodes.empty();
        return wasAlwaysThere ? std::nullopt : std::optional(std::move(facts));
    }

private:
    [[nodiscard]] WorkFacts columnsIn(const Statement& row) const {
        WorkFacts facts;
        facts.planStart = dayIn(row, 2);
        facts.actualStart = dayIn(row, 3);
        facts.planComplete = dayIn(row, 4);
        facts.actualComplete = dayIn(row, 5);
        facts.halted = row.integer(6) != 0 || !row.isNull(7);
        facts.heard = std::max(dayIn(row, 8), facts.actualStart);
        facts.mustRegister = m_layer.column("in_statistics") != nullptr;
        facts.isRegistered = row.integer(9) != 0;
        return facts;
    }

    static void addMarks(WorkFacts& facts, const Marked& marked) {
        facts.percent = marked.percent;
        facts.halted = facts.halted || marked.state == "halted";
        facts.heard = std::max(facts.heard, marked.last);
        if (facts.actualStart.empty()) {
            facts.actualStart = marked.startedOn;
        }
    }

    void setStage(WorkFacts& facts, std::string_view code) const {
        if (const Stage* stage = stageNamed(m_layer, code)) {
            facts.means = stage->means;
        } else if (!facts.actualStart.empty()) {
            facts.means = Stage::Means::Started;
        }
        facts.isAgreed = code == "idea" || code == "talk" || code == "signed";
    }

    const Layer& m_layer;
    const Besides& m_besides;
};

} // namespace

Result<LightsByLayer> readLights(const Plan& plan,
                                 std::string_view today,
                                 const std::vector<std::string>& layers,
                                 const LightRules& rules) {
    Besides besides;
    const auto read = readMarks(plan, today, besides)
                          .and_then([&] { return readMilestones(plan, besides); })
                          .and_then([&] { return readBlockers(plan, besides); })
                          .and_then([&] { return readPermits(plan, besides); });
    if (!read) {
        return std::unexpected(read.error());
    }
    LightsByLayer lights;
    for (const Layer& layer : plan.catalogue().layers()) {
        if (layer.stages.empty() || (!layers.empty() && !std::ranges::contains(layers, layer.name))) {
            continue;
        }
        const LayerReader reader(layer, besides);
        Statement rows(plan.database(), selectWorks(layer));
        const auto done = forEachRow(rows, [&] {
            if (const auto facts = reader.factsOf(rows)) {
                lights[layer.name].emplace(rows.text(0), judge(*facts, today, rules));
            }
        });
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    return lights;
}

} // namespace tuban
