#include "geo/plan/bulk_table.h"

#include "geo/measure/area.h"
#include "geo/plan/packed_rtree.h"
#include "geo/plan/search_index.h"
#include "geo/plan/sqlite.h"
#include "geo/shape/blob.h"

#include <algorithm>
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

/// One table with its spatial index.
class ShapeTable {
public:
    /// \param names columns that are given beside uid and geom
    static Result<ShapeTable>
    begin(const Database& database, const std::string& table, const std::vector<std::string>& names) {
        auto objects = objectsOf(database, table);
        if (!objects) {
            return std::unexpected(objects.error());
        }
        for (const auto& object : *objects) {
            const auto dropped = database.execute("DROP " + object.type + " " + quotedName(object.name));
            if (!dropped) {
                return std::unexpected(dropped.error());
            }
        }
        std::vector<std::string> all{"uid", "geom"};
        all.insert(all.end(), names.begin(), names.end());
        return ShapeTable(database, table, std::move(*objects), Statement(database, insertSql(table, all)));
    }

    [[nodiscard]] const std::string& name() const { return m_name; }

    /// \param blob the shape's, bound with the uid; the caller binds the further columns from 3 on
    Statement& row(std::string_view uid, std::span<const std::byte> blob) {
        return m_insert.bind(1, uid).bind(2, blob);
    }
    Result<void> write(const Box& box) {
        const auto inserted = m_insert.run();
        if (inserted) {
            m_boxes.push_back(indexedBox(sqlite3_last_insert_rowid(m_database->handle()), box));
        }
        return inserted;
    }

    Result<void> packIndex() {
        return packRtree(*m_database, "idx_" + m_name + "_geom", std::exchange(m_boxes, {}));
    }
    /// Makes triggers and indexes again, and notes what SpatiaLite's triggers would.
    Result<void> finish(const Progress& progress) const {
        for (const auto& object : m_objects) {
            if (progress.stopped()) {
                return failure(ErrorCode::Cancelled, "stopped while making the indexes");
            }
            if (const auto made = m_database->execute(object.sql); !made) {
                return made;
            }
        }
        Statement stamped(*m_database,
                          "UPDATE geometry_columns_time SET last_insert = "
                          "strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE f_table_name = ?1");
        return stamped.bind(1, m_name).run();
    }

private:
    ShapeTable(const Database& database,
               std::string name,
               std::vector<SchemaObject> objects,
               Statement insert)
        : m_database(&database),
          m_name(std::move(name)),
          m_objects(std::move(objects)),
          m_insert(std::move(insert)) {}

    const Database* m_database;
    std::string m_name;
    std::vector<SchemaObject> m_objects;
    Statement m_insert;
    std::vector<IndexedBox> m_boxes;
};

} // namespace

struct BulkTable::Parts {
    const Plan* plan;
    const Layer* layer;
    std::optional<EllipsoidalArea> ellipsoidal;
    std::size_t columns = 0;
    ShapeTable main;
    std::vector<ShapeTable> companions{};

    [[nodiscard]] const Database& database() const { return plan->database(); }
    Result<void> addFurther(const Further& further, std::string_view ofUid);
    /// Small pages of words cost a merge each: they are collected in memory first.
    Result<void> enterSearch(const Progress& progress) const;
    Result<void> enterStates() const;
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

Result<void> BulkTable::Parts::addFurther(const Further& further, std::string_view ofUid) {
    const auto table = std::ranges::find(companions, further.table, &ShapeTable::name);
    assert(table != companions.end() && !further.shape.empty());
    table->row(further.uid, encodeBlob(further.shape, plan->crs().epsg)).bind(3, ofUid);
    return table->write(further.shape.box());
}

Result<BulkTable>
BulkTable::begin(Plan& plan, std::string_view layerName, const std::vector<std::string>& columns) {
    const Database& database = plan.database();
    const auto layer = plan.catalogue().requireLayer(layerName);
    if (!layer) {
        return std::unexpected(layer.error());
    }
    std::vector<std::string> names;
    std::optional<EllipsoidalArea> ellipsoidal;
    if ((*layer)->column("area_planar_m2") != nullptr && (*layer)->column("area_ellip_m2") != nullptr) {
        auto area = EllipsoidalArea::forCrs(plan.crs());
        if (!area) {
            return std::unexpected(area.error());
        }
        ellipsoidal.emplace(std::move(*area));
        names = {"area_planar_m2", "area_ellip_m2"};
    }
    names.insert(names.end(), columns.begin(), columns.end());
    auto main = ShapeTable::begin(database, (*layer)->name, names);
    if (!main) {
        return std::unexpected(main.error());
    }
    auto parts = std::make_unique<Parts>(Parts{.plan = &plan,
                                               .layer = *layer,
                                               .ellipsoidal = std::move(ellipsoidal),
                                               .columns = columns.size(),
                                               .main = std::move(*main)});
    for (const auto& companion : (*layer)->companions) {
        auto table = ShapeTable::begin(database, companion.table, {"of_uid"});
        if (!table) {
            return std::unexpected(table.error());
        }
        parts->companions.push_back(std::move(*table));
    }
    return BulkTable(std::move(parts));
}

BulkTable::BulkTable(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
BulkTable::~BulkTable() = default;
BulkTable::BulkTable(BulkTable&&) noexcept = default;

Result<void> BulkTable::add(std::string_view uid,
                            std::span<const Value> values,
                            const Geometry& shape,
                            const std::optional<Further>& further) {
    assert(values.size() == m_parts->columns && !shape.empty());
    Statement& row = m_parts->main.row(uid, encodeBlob(shape, m_parts->plan->crs().epsg));
    int parameter = 3;
    if (m_parts->ellipsoidal) {
        row.bind(parameter++, planarAreaM2(shape));
        row.bind(parameter++, m_parts->ellipsoidal->of(shape));
    }
    for (const Value& value : values) {
        row.bind(parameter++, value);
    }
    auto done = m_parts->main.write(shape.box());
    done = done && further ? m_parts->addFurther(*further, uid) : done;
    return done ? done : within(m_parts->layer->name + ":" + std::string(uid), done.error());
}

Result<void> BulkTable::finish(const Progress& progress) {
    auto done = m_parts->main.packIndex();
    done = done ? m_parts->enterSearch(progress) : done;
    done = done ? m_parts->enterStates() : done;
    done = done ? m_parts->main.finish(progress) : done;
    for (auto& companion : m_parts->companions) {
        done = done ? companion.packIndex() : done;
        done = done ? companion.finish(progress) : done;
    }
    return done;
}

} // namespace tuban
