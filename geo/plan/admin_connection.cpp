#include "geo/plan/admin_connection.h"

#include "geo/base/text.h"
#include "geo/plan/sql_error.h"

namespace tuban {

namespace {

Result<void> loadSpatialite(sqlite3* handle) {
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
    char* words = nullptr;
    const int code = sqlite3_load_extension(handle, "mod_spatialite", nullptr, &words);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    const std::string why = words == nullptr ? "" : words;
    sqlite3_free(words);
    if (code != SQLITE_OK) {
        return failure(ErrorCode::Sql,
                       "mod_spatialite cannot be loaded (" + why + "); install libsqlite3-mod-spatialite");
    }
    return {};
}

Result<void> runOne(sqlite3* handle, sqlite3_stmt* statement) {
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(statement); ++column) {
            const bool refused = sqlite3_column_type(statement, column) == SQLITE_INTEGER &&
                                 sqlite3_column_int(statement, column) == 0;
            if (refused) {
                return failure(ErrorCode::Sql, std::string("SpatiaLite refused: ") + sqlite3_sql(statement));
            }
        }
    }
    if (code != SQLITE_DONE) {
        return std::unexpected(sqlError(handle, sqlite3_sql(statement)));
    }
    return {};
}

} // namespace

Result<Connection> openAdminConnection(const std::string& path) {
    sqlite3* handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    Connection connection(handle);
    if (code != SQLITE_OK) {
        return failure(ErrorCode::Unwritable, path + ": no file can be made there");
    }
    if (const auto loaded = loadSpatialite(handle); !loaded) {
        return std::unexpected(loaded.error());
    }
    return connection;
}

Result<void> runScript(sqlite3* handle, std::string_view sql) {
    while (!trimmed(sql).empty()) {
        sqlite3_stmt* prepared = nullptr;
        const char* rest = nullptr;
        const int code =
            sqlite3_prepare_v2(handle, sql.data(), static_cast<int>(sql.size()), &prepared, &rest);
        const StatementHandle statement(prepared);
        if (code != SQLITE_OK) {
            return std::unexpected(sqlError(handle, std::string("in ") + std::string(sql.substr(0, 80))));
        }
        sql.remove_prefix(static_cast<std::size_t>(rest - sql.data()));
        if (statement) {
            if (const auto run = runOne(handle, statement.get()); !run) {
                return run;
            }
        }
    }
    return {};
}

} // namespace tuban
