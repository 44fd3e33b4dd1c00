#include "geo/plan/plan_template.h"

#include "geo/base/instant.h"
#include "geo/base/uid.h"
#include "geo/plan/admin_connection.h"
#include "geo/plan/catalogue_files.h"
#include "geo/plan/layer_styles.h"
#include "geo/plan/plan.h"
#include "geo/plan/sql_error.h"

#include <utility>
#include <vector>

namespace tuban {

namespace {

/// Binds texts and numbers in order and runs the statement once.
Result<void> insertRow(sqlite3* handle, sqlite3_stmt* statement, const std::vector<Value>& values) {
    int parameter = 0;
    for (const Value& value : values) {
        ++parameter;
        if (const auto* text = std::get_if<std::string>(&value)) {
            sqlite3_bind_text(
                statement, parameter, text->data(), static_cast<int>(text->size()), SQLITE_TRANSIENT);
        } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            sqlite3_bind_int64(statement, parameter, *whole);
        } else {
            sqlite3_bind_null(statement, parameter);
        }
    }
    sqlite3_step(statement);
    if (sqlite3_reset(statement) != SQLITE_OK) {
        return std::unexpected(sqlError(handle, sqlite3_sql(statement)));
    }
    return {};
}

Result<void> insertRows(sqlite3* handle, const char* sql, const std::vector<std::vector<Value>>& rows) {
    sqlite3_stmt* prepared = nullptr;
    sqlite3_prepare_v2(handle, sql, -1, &prepared, nullptr);
    const StatementHandle statement(prepared);
    if (!statement) {
        return std::unexpected(sqlError(handle, sql));
    }
    for (const auto& row : rows) {
        if (const auto inserted = insertRow(handle, statement.get(), row); !inserted) {
            return inserted;
        }
    }
    return {};
}

std::vector<std::vector<Value>> landUseRows(const Catalogue& catalogue) {
    std::vector<std::vector<Value>> rows;
    for (const LandUse& use : catalogue.landUses()) {
        const Value parent = use.parent.empty() ? Value() : Value(use.parent);
        rows.push_back({use.scheme,
                        use.code,
                        parent,
                        std::int64_t{use.level},
                        use.name.zh,
                        use.name.en,
                        std::int64_t{use.red},
                        std::int64_t{use.green},
                        std::int64_t{use.blue}});
    }
    return rows;
}

/// Two rows for each style, as layer_styles.h says.
Result<void> insertStyles(sqlite3* handle, const Catalogue& catalogue, std::string_view language) {
    std::vector<std::vector<Value>> rows;
    for (const StoredStyle& style : layerStyles(catalogue, language)) {
        for (const Value& schema : {Value(""), Value()}) {
            rows.push_back({schema, style.table, style.qml, style.description});
        }
    }
    return insertRows(handle,
                      "INSERT INTO layer_styles(f_table_catalog, f_table_schema, f_table_name, "
                      "f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner) "
                      "VALUES ('', ?1, ?2, 'geom', 'Tuban', ?3, '', 1, ?4, '')",
                      rows);
}

/// The plan's own system is entered by the schema; these are the ones that others ask for. All 6,500 of
/// SpatiaLite's list would add 7 MB to every plan.
std::string furtherSystemsSql(int srid) {
    std::string sql;
    for (const int code : {4326, 4490, 3857}) {
        sql += code == srid ? "" : "SELECT InsertEpsgSrid(" + std::to_string(code) + ");";
    }
    return sql;
}

Result<void> insertFacts(sqlite3* handle, const std::string& name, const Crs& crs) {
    return insertRows(handle,
                      "INSERT INTO workspace(key, value) VALUES (?1, ?2) "
                      "ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                      {{Value("plan_uid"), Value(newUid())},
                       {Value("name"), Value(name)},
                       {Value("srid"), Value(std::to_string(crs.epsg))},
                       {Value("created_at"), Value(nowUtc())}});
}

Result<void> makeTables(sqlite3* handle, const Crs& crs) {
    const auto made = runScript(handle, schemaText(crs.epsg));
    if (!made) {
        const std::string known =
            "SELECT count(*) FROM spatial_ref_sys WHERE srid = " + std::to_string(crs.epsg);
        if (!runScript(handle, known)) {
            return failure(ErrorCode::BadCrs, crs.code() + ": SpatiaLite does not know this system");
        }
    }
    return made;
}

Result<void> fill(sqlite3* handle, const std::string& name, const Crs& crs, const Catalogue& catalogue) {
    if (const auto systems = runScript(handle, furtherSystemsSql(crs.epsg)); !systems) {
        return systems;
    }
    const auto uses =
        insertRows(handle,
                   "INSERT INTO land_use(scheme, code, parent, level, name_zh, name_en, r, g, b) "
                   "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                   landUseRows(catalogue));
    const auto styled = uses ? insertStyles(handle, catalogue, "zh") : uses;
    return styled ? insertFacts(handle, name, crs) : styled;
}

} // namespace

std::string schemaText(int srid) {
    std::string text(embeddedFile("schema/0001_plan.sql"));
    const std::string mark = "${srid}";
    const std::string number = std::to_string(srid);
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
        text.replace(at, mark.size(), number);
    }
    return text;
}

Result<void>
writeNewPlan(const std::string& path, const std::string& name, const Crs& crs, const Catalogue& catalogue) {
    auto connection = openAdminConnection(path);
    if (!connection) {
        return std::unexpected(connection.error());
    }
    sqlite3* handle = connection->get();
    // Nobody else knows the file yet: it is synced once, when it is whole.
    const auto begun =
        runScript(handle, "PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY; PRAGMA foreign_keys=ON;");
    const auto made = begun ? makeTables(handle, crs) : begun;
    if (!made) {
        return made;
    }
    const auto rows = runScript(handle, "BEGIN");
    const auto filled = rows ? fill(handle, name, crs, catalogue) : rows;
    if (!filled) {
        return filled;
    }
    return runScript(handle,
                     "PRAGMA application_id=" + std::to_string(planApplicationId) + "; PRAGMA user_version=" +
                         std::to_string(currentSchemaVersion) + "; COMMIT; PRAGMA journal_mode=WAL;");
}

} // namespace tuban
