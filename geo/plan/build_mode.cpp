#include "geo/plan/build_mode.h"

#include "geo/plan/authorizer.h"
#include "geo/plan/sqlite.h"

namespace tuban {

Result<void> beginBuilding(const Plan& plan) {
    const Database& database = plan.database();
    sqlite3_set_authorizer(database.handle(), nullptr, nullptr);
    sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    return database.execute("PRAGMA cache_size=-131072; PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY;");
}

Result<void> endBuilding(const Plan& plan) {
    const Database& database = plan.database();
    const auto ended =
        database.execute("PRAGMA cache_size=-2000; PRAGMA synchronous=FULL; PRAGMA journal_mode=WAL;");
    sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return ended && installAuthorizer(database.handle()) != SQLITE_OK
               ? std::unexpected(database.lastError("writing"))
               : ended;
}

} // namespace tuban
