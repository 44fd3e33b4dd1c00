#include "geo/plan/catalogue.h"
#include "geo/plan/catalogue_files.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <map>
#include <regex>
#include <set>

using namespace tuban;

namespace {

/// A plan made by the schema's SQL in memory, with SpatiaLite as its writer has it.
class Made {
public:
    Made() {
        sqlite3_open(":memory:", &m_database);
        sqlite3_enable_load_extension(m_database, 1);
        REQUIRE(sqlite3_load_extension(m_database, "mod_spatialite", nullptr, nullptr) == SQLITE_OK);
        std::string sql(embeddedFile("schema/0001_plan.sql"));
        for (std::size_t at = sql.find("${srid}"); at != std::string::npos; at = sql.find("${srid}", at)) {
            sql.replace(at, 7, "4547");
        }
        run(sql);
    }
    ~Made() { sqlite3_close(m_database); }
    Made(const Made&) = delete;
    Made& operator=(const Made&) = delete;

    void run(const std::string& sql) {
        INFO(sql.substr(0, 200));
        const int code = sqlite3_exec(m_database, sql.c_str(), nullptr, nullptr, nullptr);
        INFO(sqlite3_errmsg(m_database));
        REQUIRE(code == SQLITE_OK);
    }
    /// The message of a statement that must fail.
    std::string refusal(const std::string& sql) {
        INFO(sql);
        REQUIRE(sqlite3_exec(m_database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK);
        return sqlite3_errmsg(m_database);
    }
    /// First column of each row as text.
    std::vector<std::string> texts(const std::string& sql) {
        std::vector<std::string> rows;
        const auto keep = [](void* to, int, char** cells, char**) {
            static_cast<std::vector<std::string>*>(to)->emplace_back(cells[0] == nullptr ? "" : cells[0]);
            return 0;
        };
        REQUIRE(sqlite3_exec(m_database, sql.c_str(), keep, &rows, nullptr) == SQLITE_OK);
        return rows;
    }

private:
    sqlite3* m_database = nullptr;
};

using Names = std::set<std::string>;

Names asSet(const std::vector<std::string>& names) {
    return {names.begin(), names.end()};
}

/// Codes of `CHECK(column IN ('a', 'b'))` in a CREATE TABLE, by column.
std::map<std::string, Names> checkedCodes(const std::string& createTable) {
    std::map<std::string, Names> codes;
    static const std::regex check(R"(CHECK\s*\((\w+) IN \(('[^)]*)\)\))");
    static const std::regex code("'([^']*)'");
    for (std::sregex_iterator it(createTable.begin(), createTable.end(), check), end; it != end; ++it) {
        const std::string list = (*it)[2];
        for (std::sregex_iterator item(list.begin(), list.end(), code); item != end; ++item) {
            codes[(*it)[1]].insert((*item)[1]);
        }
    }
    return codes;
}

Names codesOf(const Domain& domain) {
    Names codes;
    for (const DomainItem& item : domain.items) {
        codes.insert(item.code);
    }
    return codes;
}

} // namespace

TEST_CASE("the schema makes a plan whose geometry columns and R-trees are whole") {
    Made plan;
    CHECK(plan.texts("PRAGMA integrity_check") == std::vector<std::string>{"ok"});
    CHECK(plan.texts(
              "SELECT DISTINCT CheckSpatialIndex(f_table_name, f_geometry_column) FROM geometry_columns") ==
          std::vector<std::string>{"1"});
    CHECK(plan.texts("SELECT DISTINCT f_geometry_column || srid FROM geometry_columns") ==
          std::vector<std::string>{"geom4547"});
}

TEST_CASE("tables and catalogue name the same layers, columns, shapes and types") {
    const auto catalogue = Catalogue::load().value();
    Made plan;
    const std::map<ShapeKind, std::string> kinds{
        {ShapeKind::Point, "1"}, {ShapeKind::Line, "5"}, {ShapeKind::Area, "6"}}; // codes of SpatiaLite
    const auto kindOf = [&](const std::string& table) {
        return plan.texts("SELECT geometry_type FROM geometry_columns WHERE f_table_name = '" + table + "'");
    };
    for (const Layer& layer : catalogue.layers()) {
        INFO(layer.name);
        Names described;
        for (const Column& column : layer.columns) {
            described.insert(column.name);
            const bool number = column.type == ColumnType::Integer || column.type == ColumnType::Flag;
            const std::string type = column.type == ColumnType::Real ? "REAL" : number ? "INTEGER" : "TEXT";
            CHECK(plan.texts("SELECT type FROM pragma_table_info('" + layer.name + "') WHERE name = '" +
                             column.name + "'") == std::vector<std::string>{type});
        }
        CHECK(asSet(plan.texts("SELECT name FROM pragma_table_info('" + layer.name +
                               "') WHERE name NOT IN ('id', 'geom')")) == described);
        CHECK(kindOf(layer.name) == std::vector<std::string>{kinds.at(layer.geometry)});
        CHECK(layer.column(layer.labelColumn) != nullptr);
        CHECK((layer.column("stage") != nullptr) == !layer.stages.empty());
        for (const Layer::Companion& companion : layer.companions) {
            CHECK(asSet(plan.texts("SELECT name FROM pragma_table_info('" + companion.table + "')")) ==
                  Names{"id", "uid", "of_uid", "geom"});
            CHECK(kindOf(companion.table) == std::vector<std::string>{kinds.at(companion.geometry)});
        }
    }
}

TEST_CASE("codes a table accepts are those of the catalogue's domains") {
    const auto catalogue = Catalogue::load().value();
    Made plan;
    const auto accepted = [&](const std::string& table) {
        return checkedCodes(plan.texts("SELECT sql FROM sqlite_master WHERE name = '" + table + "'").at(0));
    };
    for (const Layer& layer : catalogue.layers()) {
        const auto codes = accepted(layer.name);
        Names checked;
        for (const auto& [column, allowed] : codes) {
            INFO(layer.name << "." << column);
            const Domain* domain = catalogue.domain(layer.column(column)->domain);
            REQUIRE(domain != nullptr);
            CHECK(codesOf(*domain) == allowed);
            checked.insert(column);
        }
        for (const Column& column : layer.columns) {
            INFO(layer.name << "." << column.name);
            const bool open = column.domain.empty() || column.domain == "land_use" ||
                              column.domain.starts_with("stage_") || column.domain == "subject_layer";
            CHECK(checked.contains(column.name) == !open);
        }
    }
    for (const auto& entry : nlohmann::json::parse(embeddedFile("catalogue/domains.json"))) {
        for (const std::string& place : entry.value("used_by", std::vector<std::string>())) {
            INFO(place);
            const std::size_t dot = place.find('.');
            CHECK(accepted(place.substr(0, dot)).at(place.substr(dot + 1)) ==
                  codesOf(*catalogue.domain(entry.at("name").get<std::string>())));
        }
    }
}

TEST_CASE("only functions of plain SQLite and SpatiaLite stand in triggers, views and checks") {
    Made plan;
    plan.run("INSERT INTO parcel(uid, parcel_no, geom) VALUES ('p', '1', "
             "GeomFromText('MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)))', 4547))");
    plan.run(
        "INSERT INTO parcel(uid, mix) VALUES ('without a shape', '[{\"code\": \"0901\", \"share\": 0.4}]')");
    plan.run("UPDATE parcel SET note = 'seen', geom = NULL WHERE uid = 'p'");
    plan.run("DELETE FROM parcel");
    CHECK(plan.refusal("INSERT INTO parcel(uid, mix) VALUES ('q', 'no json')").contains("CHECK"));
    CHECK(plan.refusal("INSERT INTO parcel(uid, geom) VALUES ('q', GeomFromText('POINT(0 0)', 4547))")
              .contains("Geometry constraint"));
}

TEST_CASE("marks are never changed, deleted or replaced") {
    Made plan;
    const std::string insert =
        " INTO progress_mark(uid, root_uid, on_date, observer, subject, subject_uid, stage, geom) "
        "VALUES ('m', 'm', '2024-08-21', '王工', 'parcel', 'p', 'building', MakePoint(1, 2, 4547))";
    plan.run("INSERT" + insert);
    CHECK(plan.refusal("UPDATE progress_mark SET note = 'x'").contains("append-only"));
    CHECK(plan.refusal("DELETE FROM progress_mark").contains("append-only"));
    CHECK(plan.refusal("INSERT OR REPLACE" + insert).contains("append-only"));
    CHECK(plan.texts("SELECT recorded_at LIKE '____-__-__T__:__:__Z' FROM progress_mark") ==
          std::vector<std::string>{"1"});
}

TEST_CASE("the latest of a chain of corrections is live unless it withdraws") {
    Made plan;
    const auto mark = [&](const std::string& uid,
                          const std::string& corrects,
                          int isVoid,
                          const std::string& day) {
        plan.run(
            "INSERT INTO progress_mark(uid, root_uid, on_date, recorded_at, observer, subject, subject_uid, "
            "corrects, void, geom) VALUES ('" +
            uid + "', '" + uid.substr(0, 1) + "', '" + day + "', '2024-08-21T08:00:0" + uid.substr(1) +
            "Z', 'w', 'parcel', 'p', " + (corrects.empty() ? "NULL" : "'" + corrects + "'") + ", " +
            std::to_string(isVoid) + ", MakePoint(1, 2, 4547))");
    };
    mark("a1", "", 0, "2024-08-01");
    mark("b2", "", 0, "2024-08-02");
    mark("b3", "b2", 0, "2024-08-03");
    CHECK(plan.texts("SELECT uid FROM v_mark_live ORDER BY uid") == std::vector<std::string>{"a1", "b3"});
    CHECK(plan.texts("SELECT uid FROM v_mark_latest") == std::vector<std::string>{"b3"});
    mark("b4", "b3", 1, "2024-08-03");
    CHECK(plan.texts("SELECT uid FROM v_mark_latest") == std::vector<std::string>{"a1"});
    mark("b5", "b4", 0, "2024-08-03");
    CHECK(plan.texts("SELECT uid FROM v_mark_latest") == std::vector<std::string>{"b5"});
}
