#include "geo/exchange/present_rows.h"

#include "geo/base/name.h"
#include "geo/plan/features.h"
#include "geo/plan/snapshot.h"

#include <algorithm>
#include <map>

namespace tuban {
namespace {

/// Companion tables that rows of the file have shapes for.
std::vector<std::string> companionTables(const Incoming& incoming) {
    std::vector<std::string> tables;
    for (const auto& row : incoming.rows) {
        if (row.companion >= 0) {
            const auto& table = incoming.layer->companions[static_cast<std::size_t>(row.companion)].table;
            if (!std::ranges::contains(tables, table)) {
                tables.push_back(table);
            }
        }
    }
    return tables;
}

Result<void> addFurther(const Plan& plan, const std::string& table, std::vector<PresentRow>& rows) {
    const auto snapshot = readSnapshot(plan, table, {});
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    std::map<std::string, PresentRow*, std::less<>> byUid;
    for (auto& row : rows) {
        byUid.emplace(row.uid, &row);
    }
    for (std::size_t i = 0; i < (*snapshot)->size(); ++i) {
        const auto found = byUid.find((*snapshot)->uid(i));
        auto shape = (*snapshot)->geometry(i);
        if (found == byUid.end() || shape.empty()) {
            continue;
        }
        if (found->second->further.empty()) {
            found->second->further = std::move(shape);
        } else if (found->second->further.kind == shape.kind) {
            append(found->second->further, shape);
        }
    }
    return {};
}

/// A feature without a name of its own is called by its aliases alone.
Result<void> addAliases(const Plan& plan, const std::string& layer, std::vector<PresentRow>& rows) {
    std::map<std::string, PresentRow*, std::less<>> byUid;
    for (auto& row : rows) {
        byUid.emplace(row.uid, &row);
        if (row.callNames.empty()) {
            row.callNames.emplace_back();
        }
    }
    Statement statement(plan.database(),
                        "SELECT subject_uid, name FROM alias WHERE subject = ?1 ORDER BY name");
    statement.bind(1, layer);
    for (auto row = statement.step(); !row || *row; row = statement.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        if (const auto found = byUid.find(statement.text(0)); found != byUid.end()) {
            found->second->callNames.push_back(comparableName(statement.text(1)));
        }
    }
    return {};
}

} // namespace

Result<std::vector<PresentRow>> readPresentRows(const Plan& plan, const Incoming& incoming) {
    FeatureQuery query;
    query.layer = incoming.layer->name;
    query.withGeometry = true;
    for (const auto* column : incoming.columns) {
        query.columns.push_back(column->name);
    }
    const auto* number = numberColumn(*incoming.layer);
    query.columns.insert(
        query.columns.end(),
        {"source_key", "note", "retired_on", "name", number == nullptr ? "name" : number->name});
    std::vector<PresentRow> rows;
    const auto read = readFeatures(plan, query, [&](const Feature& feature) {
        PresentRow row;
        row.uid = feature.uid;
        const auto own = static_cast<std::ptrdiff_t>(incoming.columns.size());
        row.values.assign(feature.values.begin(), feature.values.begin() + own);
        const auto extra = [&](std::ptrdiff_t i) {
            return toText(feature.values[static_cast<std::size_t>(own + i)]);
        };
        row.key = extra(0);
        row.note = extra(1);
        row.retired = !extra(2).empty();
        row.name = !extra(4).empty() ? extra(4) : !extra(3).empty() ? extra(3) : row.uid;
        row.shape = feature.geometry;
        if (!extra(3).empty()) {
            row.callNames.push_back(comparableName(extra(3)));
        }
        rows.push_back(std::move(row));
        return true;
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    if (incoming.isTable) {
        if (auto added = addAliases(plan, incoming.layer->name, rows); !added) {
            return std::unexpected(added.error());
        }
    }
    for (const auto& table : companionTables(incoming)) {
        if (auto added = addFurther(plan, table, rows); !added) {
            return std::unexpected(added.error());
        }
    }
    return rows;
}

} // namespace tuban
