#include "geo/plan/geometry_triggers.h"

#include <array>
#include <string_view>

namespace tuban {

namespace {

// @T is the table, @C the column. Interface facts of SpatiaLite 5.0 and 5.1, read from files it made.
constexpr std::array<std::string_view, 8> templates{
    R"(CREATE TRIGGER "ggi_@T_@C" BEFORE INSERT ON "@T" FOR EACH ROW BEGIN SELECT RAISE(ROLLBACK, '@T.@C violates Geometry constraint [geom-type or SRID not allowed]') WHERE (SELECT geometry_type FROM geometry_columns WHERE Lower(f_table_name) = Lower('@T') AND Lower(f_geometry_column) = Lower('@C') AND GeometryConstraints(NEW."@C", geometry_type, srid) = 1) IS NULL; END)",
    R"(CREATE TRIGGER "ggu_@T_@C" BEFORE UPDATE OF "@C" ON "@T" FOR EACH ROW BEGIN SELECT RAISE(ROLLBACK, '@T.@C violates Geometry constraint [geom-type or SRID not allowed]') WHERE (SELECT geometry_type FROM geometry_columns WHERE Lower(f_table_name) = Lower('@T') AND Lower(f_geometry_column) = Lower('@C') AND GeometryConstraints(NEW."@C", geometry_type, srid) = 1) IS NULL; END)",
    R"(CREATE TRIGGER "tmu_@T_@C" AFTER UPDATE ON "@T" FOR EACH ROW BEGIN UPDATE geometry_columns_time SET last_update = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE Lower(f_table_name) = Lower('@T') AND Lower(f_geometry_column) = Lower('@C'); END)",
    R"(CREATE TRIGGER "tmi_@T_@C" AFTER INSERT ON "@T" FOR EACH ROW BEGIN UPDATE geometry_columns_time SET last_insert = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE Lower(f_table_name) = Lower('@T') AND Lower(f_geometry_column) = Lower('@C'); END)",
    R"(CREATE TRIGGER "tmd_@T_@C" AFTER DELETE ON "@T" FOR EACH ROW BEGIN UPDATE geometry_columns_time SET last_delete = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE Lower(f_table_name) = Lower('@T') AND Lower(f_geometry_column) = Lower('@C'); END)",
    R"(CREATE TRIGGER "gii_@T_@C" AFTER INSERT ON "@T" FOR EACH ROW BEGIN DELETE FROM "idx_@T_@C" WHERE pkid=NEW.ROWID; SELECT RTreeAlign('idx_@T_@C', NEW.ROWID, NEW."@C"); END)",
    R"(CREATE TRIGGER "giu_@T_@C" AFTER UPDATE OF "@C" ON "@T" FOR EACH ROW BEGIN DELETE FROM "idx_@T_@C" WHERE pkid=NEW.ROWID; SELECT RTreeAlign('idx_@T_@C', NEW.ROWID, NEW."@C"); END)",
    R"(CREATE TRIGGER "gid_@T_@C" AFTER DELETE ON "@T" FOR EACH ROW BEGIN DELETE FROM "idx_@T_@C" WHERE pkid=OLD.ROWID; END)"};

std::string filled(std::string_view text, const GeometryColumn& column) {
    std::string sql;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool mark = text[at] == '@' && at + 1 < text.size();
        if (mark && (text[at + 1] == 'T' || text[at + 1] == 'C')) {
            sql += text[++at] == 'T' ? column.table : column.column;
        } else {
            sql += text[at];
        }
    }
    return sql;
}

} // namespace

std::vector<std::string> spatialiteTriggers(const GeometryColumn& column) {
    std::vector<std::string> triggers;
    for (const std::string_view text : templates) {
        triggers.push_back(filled(text, column));
    }
    return triggers;
}

} // namespace tuban
