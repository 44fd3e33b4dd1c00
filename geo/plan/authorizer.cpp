#include "geo/plan/authorizer.h"

#include "geo/base/text.h"
#include "geo/plan/sqlite.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tuban {

namespace {

// Sorted: they are searched by halves.
constexpr std::array<std::string_view, 71> functions{"abs",
                                                     "avg",
                                                     "bm25",
                                                     "changes",
                                                     "char",
                                                     "coalesce",
                                                     "count",
                                                     "date",
                                                     "datetime",
                                                     "dense_rank",
                                                     "first_value",
                                                     "format",
                                                     "fts5_source_id",
                                                     "geometryconstraints",
                                                     "glob",
                                                     "group_concat",
                                                     "hex",
                                                     "highlight",
                                                     "ifnull",
                                                     "iif",
                                                     "instr",
                                                     "json",
                                                     "json_array",
                                                     "json_array_length",
                                                     "json_each",
                                                     "json_extract",
                                                     "json_group_array",
                                                     "json_group_object",
                                                     "json_object",
                                                     "json_quote",
                                                     "json_type",
                                                     "json_valid",
                                                     "julianday",
                                                     "lag",
                                                     "last_insert_rowid",
                                                     "last_value",
                                                     "lead",
                                                     "length",
                                                     "like",
                                                     "likelihood",
                                                     "likely",
                                                     "lower",
                                                     "ltrim",
                                                     "match",
                                                     "max",
                                                     "min",
                                                     "nullif",
                                                     "printf",
                                                     "quote",
                                                     "random",
                                                     "rank",
                                                     "replace",
                                                     "round",
                                                     "row_number",
                                                     "rtreealign",
                                                     "rtreecheck",
                                                     "rtrim",
                                                     "strftime",
                                                     "substr",
                                                     "substring",
                                                     "sum",
                                                     "time",
                                                     "total",
                                                     "total_changes",
                                                     "trim",
                                                     "typeof",
                                                     "unicode",
                                                     "unixepoch",
                                                     "unlikely",
                                                     "upper",
                                                     "zeroblob"};
static_assert(std::ranges::is_sorted(functions));

constexpr std::array<std::string_view, 22> pragmas{
    "application_id",   "busy_timeout",    "data_version",   "defer_foreign_keys", "foreign_key_check",
    "foreign_key_list", "foreign_keys",    "freelist_count", "index_info",         "index_list",
    "index_xinfo",      "integrity_check", "journal_mode",   "page_count",         "query_only",
    "quick_check",      "schema_version",  "synchronous",    "table_info",         "table_xinfo",
    "user_version",     "wal_checkpoint"};
static_assert(std::ranges::is_sorted(pragmas));

bool allowedFunction(const char* name) {
    const std::string lowered = lowerAscii(name == nullptr ? "" : name);
    return std::ranges::binary_search(functions, std::string_view(lowered));
}

bool allowedPragma(const char* name) {
    const std::string lowered = lowerAscii(name == nullptr ? "" : name);
    return std::ranges::binary_search(pragmas, std::string_view(lowered));
}

int authorize(void*, int action, const char* first, const char* second, const char*, const char*) {
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
    case SQLITE_RECURSIVE:
    case SQLITE_CREATE_TEMP_TABLE:
    case SQLITE_CREATE_TEMP_INDEX:
    case SQLITE_DROP_TEMP_TABLE:
    case SQLITE_DROP_TEMP_INDEX:
        return SQLITE_OK;
    case SQLITE_FUNCTION:
        return allowedFunction(second) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA:
        return allowedPragma(first) ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

} // namespace

int installAuthorizer(sqlite3* handle) {
    return sqlite3_set_authorizer(handle, authorize, nullptr);
}

} // namespace tuban
