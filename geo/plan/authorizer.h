#pragma once

struct sqlite3;

namespace tuban {

/// Limits what statements, triggers and views of a plan may do to reading and writing rows with functions of
/// plain SQLite and the two of SpatiaLite's triggers: no ATTACH, no lasting DDL, no virtual tables made, only
/// the PRAGMAs the library uses. \return SQLite's result code
[[nodiscard]] int installAuthorizer(sqlite3* handle);

} // namespace tuban
