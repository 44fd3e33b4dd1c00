#pragma once

// Private to geo/plan: the one place that includes SQLite. Sessions need the two switches before the header.
#ifndef SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_SESSION 1
#endif
#ifndef SQLITE_ENABLE_PREUPDATE_HOOK
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#endif
#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>

namespace tuban {

struct ConnectionCloser {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using Connection = std::unique_ptr<sqlite3, ConnectionCloser>;

struct StatementFinalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, StatementFinalizer>;

struct SessionDeleter {
    void operator()(sqlite3_session* session) const { sqlite3session_delete(session); }
};
using SessionHandle = std::unique_ptr<sqlite3_session, SessionDeleter>;

/// An identifier in double quotes, quotes inside doubled: the only way a name gets into a statement.
[[nodiscard]] std::string quotedName(std::string_view name);

/// `SELECT "a", "b"` lists: names quoted and joined by commas.
template <class Names>
[[nodiscard]] std::string quotedNames(const Names& names) {
    std::string list;
    for (const auto& name : names) {
        list += (list.empty() ? "" : ", ") + quotedName(name);
    }
    return list;
}

} // namespace tuban
