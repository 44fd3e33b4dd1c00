#include "geo/plan/audit.h"

#include "geo/base/text.h"
#include "geo/plan/geometry_triggers.h"
#include "geo/plan/plan_template.h"
#include "geo/plan/sqlite.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

namespace {

struct SchemaRow {
    std::string type, name, table, sql;
};

/// Blanks folded to one, so that line ends do not matter.
std::string folded(std::string_view sql) {
    std::string text;
    for (const char letter : sql) {
        const bool blank = std::isspace(static_cast<unsigned char>(letter)) != 0;
        if (!blank) {
            text += letter;
        } else if (!text.empty() && text.back() != ' ') {
            text += ' ';
        }
    }
    return text;
}

Result<std::vector<SchemaRow>> readSchema(const Database& database) {
    Statement rows(database, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema");
    std::vector<SchemaRow> schema;
    for (auto row = rows.step();; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return schema;
        }
        schema.push_back({std::string(rows.text(0)),
                          std::string(rows.text(1)),
                          std::string(rows.text(2)),
                          folded(rows.text(3))});
    }
}

Result<std::vector<GeometryColumn>> readGeometryColumns(const Database& database) {
    Statement rows(database, "SELECT f_table_name, f_geometry_column FROM geometry_columns");
    std::vector<GeometryColumn> columns;
    for (auto row = rows.step();; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return columns;
        }
        columns.push_back({std::string(rows.text(0)), std::string(rows.text(1))});
    }
}

/// Names after CREATE TABLE and CREATE VIRTUAL TABLE in the schema text.
std::set<std::string> tablesOf(std::string_view schema) {
    std::set<std::string> names;
    for (const std::string_view head : {"CREATE TABLE ", "CREATE VIRTUAL TABLE "}) {
        for (std::size_t at = schema.find(head); at != std::string_view::npos; at = schema.find(head, at)) {
            at += head.size();
            names.insert(std::string(schema.substr(at, schema.find_first_of(" (", at) - at)));
        }
    }
    return names;
}

/// SpatiaLite's own tables, whose triggers only refuse names.
bool isMetadataTable(std::string_view table) {
    constexpr std::array<std::string_view, 3> stems{
        "geometry_columns", "views_geometry_columns", "virts_geometry_columns"};
    return std::ranges::any_of(stems, [&](std::string_view stem) { return table.starts_with(stem); });
}

/// True when the trigger can do nothing but refuse: outside of its literals there are only the words of
/// SELECT RAISE(ABORT, …) WHERE tests of NEW.
bool onlyRefuses(std::string_view sql) {
    const std::set<std::string, std::less<>> words{"select",
                                                   "raise",
                                                   "abort",
                                                   "where",
                                                   "like",
                                                   "lower",
                                                   "not",
                                                   "in",
                                                   "and",
                                                   "or",
                                                   "end",
                                                   "new",
                                                   "is",
                                                   "null"};
    const std::size_t body = sql.find(" BEGIN ");
    bool literal = false;
    bool afterDot = false;
    std::string word;
    for (const char letter : sql.substr(body == std::string_view::npos ? 0 : body + 7)) {
        if (letter == '\'') {
            literal = !literal;
        }
        const bool part = !literal && (std::isalnum(static_cast<unsigned char>(letter)) != 0 ||
                                       letter == '_' || static_cast<unsigned char>(letter) >= 0x80);
        if (part) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
            continue;
        }
        const bool number = !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
        if (!word.empty() && !afterDot && !number && !words.contains(word)) {
            return false;
        }
        afterDot = letter == '.' && word == "new";
        word.clear();
    }
    return body != std::string_view::npos;
}

bool allowedModule(std::string_view foldedSql, std::string_view schema) {
    const std::string sql = lowerAscii(foldedSql);
    const std::size_t at = sql.find(" using ");
    if (at == std::string::npos) {
        return false;
    }
    const std::string module = sql.substr(at + 7, sql.find_first_of("( ", at + 7) - at - 7);
    constexpr std::array<std::string_view, 5> harmless{
        "rtree", "virtualspatialindex", "virtualelementary", "virtualknn", "virtualknn2"};
    return std::ranges::find(harmless, module) != harmless.end() ||
           (module == "fts5" && schema.find(foldedSql) != std::string_view::npos);
}

class SchemaAudit {
public:
    SchemaAudit(const Database& database, const Catalogue& catalogue, int srid)
        : m_database(&database),
          m_catalogue(&catalogue),
          m_text(folded(schemaText(srid))),
          m_ours(tablesOf(m_text)) {}

    Result<void> run() {
        const auto schema = readSchema(*m_database);
        const auto geometries = schema ? readGeometryColumns(*m_database)
                                       : Result<std::vector<GeometryColumn>>(std::unexpected(schema.error()));
        if (!geometries) {
            return std::unexpected(geometries.error());
        }
        for (const GeometryColumn& column : *geometries) {
            for (const std::string& sql : spatialiteTriggers(column)) {
                m_geometryTriggers.insert(folded(sql));
            }
        }
        for (const SchemaRow& row : *schema) {
            if (const std::string fault = faultOf(row); !fault.empty()) {
                return corrupt(fault);
            }
        }
        return checkTables(*schema);
    }

private:
    [[nodiscard]] std::unexpected<Error> corrupt(const std::string& what) const {
        const std::string file = std::filesystem::path(m_database->path()).filename().string();
        return failure(ErrorCode::Corrupt, file + ": the plan was altered: " + what);
    }

    [[nodiscard]] std::string faultOf(const SchemaRow& row) const {
        if (row.type == "trigger" && !allowedTrigger(row)) {
            return "trigger " + row.name + " on " + row.table + " is not one of a plan";
        }
        if (row.type == "table" && lowerAscii(row.sql.substr(0, 20)) == "create virtual table" &&
            !allowedModule(row.sql, m_text)) {
            return "table " + row.name + " is of a kind that a plan does not have";
        }
        return {};
    }

    [[nodiscard]] bool allowedTrigger(const SchemaRow& row) const {
        if (isMetadataTable(row.table)) {
            return onlyRefuses(row.sql);
        }
        return !m_ours.contains(row.table) || m_geometryTriggers.contains(row.sql) ||
               m_text.find(row.sql) != std::string::npos;
    }

    Result<void> checkTables(const std::vector<SchemaRow>& schema) const {
        std::set<std::string> tables;
        for (const SchemaRow& row : schema) {
            if (row.type == "table") {
                tables.insert(row.name);
            }
        }
        for (const std::string& name : m_ours) {
            if (!tables.contains(name)) {
                return corrupt("table " + name + " is missing");
            }
        }
        for (const Layer& layer : m_catalogue->layers()) {
            if (const auto checked = checkColumns(layer); !checked) {
                return checked;
            }
        }
        return {};
    }

    Result<void> checkColumns(const Layer& layer) const {
        std::string wanted = "id, uid, geom";
        for (const Column& column : layer.columns) {
            wanted += ", " + quotedName(column.name);
        }
        // Preparing is enough: an unknown column is a fault (double quotes never mean a text here).
        Statement probe(*m_database, "SELECT " + wanted + " FROM " + quotedName(layer.name) + " WHERE 0");
        if (const auto probed = probe.step(); !probed) {
            return corrupt("layer " + layer.name + " (" + probed.error().message + ")");
        }
        return {};
    }

    const Database* m_database;
    const Catalogue* m_catalogue;
    std::string m_text; // the schema as we write it, blanks folded
    std::set<std::string> m_ours;
    std::set<std::string> m_geometryTriggers;
};

} // namespace

Result<void> auditSchema(const Database& database, const Catalogue& catalogue, int srid) {
    return SchemaAudit(database, catalogue, srid).run();
}

} // namespace tuban
