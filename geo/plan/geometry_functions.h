#pragma once

#include "geo/plan/sqlite.h"

#include <map>
#include <string>

namespace tuban {

/// The two functions that SpatiaLite's triggers call, on our own strict decoder of the blob's head, so that
/// its extension is not needed where plans of others are opened. Both are innocuous: triggers may call them
/// under trusted_schema=OFF. Thread rule: that of the connection; it must outlive the connection's last
/// statement but be destroyed before the connection is closed.
class GeometryFunctions {
public:
    /// GeometryConstraints(blob, type, srid): 1 when the shape may stand in a column of that type and SRID
    /// (NULL may), 0 otherwise. RTreeAlign(index table, id, blob): enters the blob's box, 1 when done.
    /// \return SQLite's result code
    [[nodiscard]] int install(sqlite3* handle);

private:
    static void constraints(sqlite3_context* context, int count, sqlite3_value** values);
    static void align(sqlite3_context* context, int count, sqlite3_value** values);
    sqlite3_stmt* insertFor(const std::string& table);

    sqlite3* m_handle = nullptr;
    std::map<std::string, StatementHandle> m_inserts; // by index table
};

} // namespace tuban
