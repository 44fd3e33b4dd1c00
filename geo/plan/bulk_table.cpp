#include "geo/plan/bulk_table.h"

#include "geo/measure/area.h"
#include "geo/plan/packed_rtree.h"
#include "geo/plan/search_index.h"
#include "geo/plan/sqlite.h"
#include "geo/shape/blob.h"

#include <cassert>
#include <optional>
#include <utility>

namespace tuban {

namespace {

struct SchemaObject {
    std::string type, name, sql;
};

/// Triggers and indexes of a table that were made by statements, so that they can be made again.
Result<std::vector<SchemaObject>> objectsOf(const Database& database, std::string_view table) {
    std::vector<SchemaObject> objects;
    Statement rows(database,
                   "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = ?1 AND type IN ('index', "
                   "'trigger') AND sql IS NOT NULL ORDER BY rowid");
    rows.bind(1, table);
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        objects.push_back({std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2))});
    }
    return objects;
}

std::string insertSql(const std::string& table, const std::vector<std::string>& names) {
    std::string marks;
    for (std::size_t i = 1; i <= names.size(); ++i) {
        marks += (i == 1 ? "?" : ", ?") + std::to_string(i);
    }
    return "INSERT INTO " + quotedName(table) + "(" + quotedNames(names) + ") VALUES (" + marks + ")";
}

} // namespace

struct BulkTable::Parts {
    const Plan* plan;
    const Layer* layer;
    std::vector<SchemaObject> objects;
    std::optional<EllipsoidalArea> ellipsoidal;
    std::size_t columns = 0;
    Statement insert;
    std::vector<IndexedBox> boxes{};

    [[nodiscard]] const Database& database() const { return plan->database(); }
    /// Small pages of words cost a merge each: they are collected in memory first.
    Result<void> enterSearch(const Progress& progress) const;
    Result<void> enterStates() const;
    Result<void> stamp() const;
};

Result<void> BulkTable::Parts::enterSearch(const Progress& progress) const {
    const Database& data = database();
    const auto titles = objectsOf(data, "search_row");
    if (!titles) {
        return std::unexpected(titles.error());
    }
    auto done = data.execute("INSERT INTO search_text(search_text, rank) VALUES ('hashsize', 67108864)");
    for (const auto& object : *titles) {
        done = done ? data.execute("DROP INDEX " + quotedName(object.name)) : done;
    }
    done = done ? SearchIndex(data, *layer).enterAll(data, progress) : done;
    for (const auto& object : *titles) {
        done = done ? data.execute(object.sql) : done;
    }
    return done ? data.execute("DELETE FROM search_text_config WHERE k = 'hashsize'") : done;
}

Result<void> BulkTable::Parts::enterStates() const {
    if (layer->stages.empty() || layer->column("stage") == nullptr) {
        return {};
    }
    Statement states(database(),
                     "INSERT INTO state_now(layer, uid, stage) SELECT ?1, uid, stage FROM " +
                         quotedName(layer->name) + " WHERE stage IS NOT NULL ORDER BY id");
    return states.bind(1, layer->name).run();
}

/// What SpatiaLite's triggers note.
Result<void> BulkTable::Parts::stamp() const {
    Statement stamped(database(),
                      "UPDATE geometry_columns_time SET last_insert = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') "
                      "WHERE f_table_name = ?1");
    return stamped.bind(1, layer->name).run();
}

Result<BulkTable>
BulkTable::begin(Plan& plan, std::string_view layerName, const std::vector<std::string>& columns) {
    const Database& database = plan.database();
    const auto layer = plan.catalogue().requireLayer(layerName);
    if (!layer) {
        return std::unexpected(layer.error());
    }
    auto objects = objectsOf(database, layerName);
    if (!objects) {
        return std::unexpected(objects.error());
    }
    for (const auto& object : *objects) {
        const auto dropped = database.execute("DROP " + object.type + " " + quotedName(object.name));
        if (!dropped) {
            return std::unexpected(dropped.error());
        }
    }
    std::vector<std::string> names{"uid", "geom"};
    std::optional<EllipsoidalArea> ellipsoidal;
    if ((*layer)->column("area_planar_m2") != nullptr && (*layer)->column("area_ellip_m2") != nullptr) {
        auto area = EllipsoidalArea::forCrs(plan.crs());
        if (!area) {
            return std::unexpected(area.error());
        }
        ellipsoidal.emplace(std::move(*area));
        names.insert(names.end(), {"area_planar_m2", "area_ellip_m2"});
    }
    names.insert(names.end(), columns.begin(), columns.end());
    return BulkTable(
        std::make_unique<Parts>(Parts{.plan = &plan,
                                      .layer = *layer,
                                      .objects = std::move(*objects),
                                      .ellipsoidal = std::move(ellipsoidal),
                                      .columns = columns.size(),
                                      .insert = Statement(database, insertSql((*layer)->name, names))}));
}

BulkTable::BulkTable(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
BulkTable::~BulkTable() = default;
BulkTable::BulkTable(BulkTable&&) noexcept = default;

Result<void> BulkTable::add(std::string_view uid, std::span<const Value> values, const Geometry& shape) {
    assert(values.size() == m_parts->columns && !shape.empty());
    Statement& insert = m_parts->insert;
    const auto blob = encodeBlob(shape, m_parts->plan->crs().epsg);
    insert.bind(1, uid).bind(2, std::span<const std::byte>(blob));
    int parameter = 3;
    if (m_parts->ellipsoidal) {
        insert.bind(parameter++, planarAreaM2(shape));
        insert.bind(parameter++, m_parts->ellipsoidal->of(shape));
    }
    for (const Value& value : values) {
        insert.bind(parameter++, value);
    }
    if (const auto inserted = insert.run(); !inserted) {
        return within(m_parts->layer->name + ":" + std::string(uid), inserted.error());
    }
    const auto id = sqlite3_last_insert_rowid(m_parts->database().handle());
    m_parts->boxes.push_back(indexedBox(id, shape.box()));
    return {};
}

Result<void> BulkTable::finish(const Progress& progress) {
    const Database& database = m_parts->database();
    auto done = packRtree(database, "idx_" + m_parts->layer->name + "_geom", std::move(m_parts->boxes));
    done = done ? m_parts->enterSearch(progress) : done;
    done = done ? m_parts->enterStates() : done;
    for (const auto& object : m_parts->objects) {
        if (done && progress.stopped()) {
            return failure(ErrorCode::Cancelled, "stopped while making the indexes");
        }
        done = done ? database.execute(object.sql) : done;
    }
    return done ? m_parts->stamp() : done;
}

} // namespace tuban
