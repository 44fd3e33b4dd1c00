#include "geo/plan/sql_error.h"

#include "geo/plan/sqlite.h"

#include <filesystem>
#include <string>

namespace tuban {

namespace {

ErrorCode codeFor(int code) {
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Busy;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::ReadOnly;
    case SQLITE_NOTADB:
        return ErrorCode::NotAPlan;
    case SQLITE_CORRUPT:
        return ErrorCode::Corrupt;
    default:
        return ErrorCode::Sql;
    }
}

std::string sentenceFor(int code, const char* words) {
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "another program is writing to it; try again when it has finished";
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return "it cannot be written";
    case SQLITE_NOTADB:
        return "it is not a plan (no SpatiaLite file)";
    case SQLITE_CORRUPT:
        return std::string("the file is damaged (") + words + "); use a copy from before";
    case SQLITE_FULL:
        return "the disk is full; nothing was written";
    default:
        return words;
    }
}

std::string fileNameOf(sqlite3* handle) {
    const char* path = handle == nullptr ? nullptr : sqlite3_db_filename(handle, "main");
    return path == nullptr || *path == '\0' ? "the plan" : std::filesystem::path(path).filename().string();
}

} // namespace

Error sqlError(sqlite3* handle, std::string_view doing) {
    const int code = handle == nullptr ? SQLITE_NOMEM : sqlite3_errcode(handle);
    const char* words = handle == nullptr ? "out of memory" : sqlite3_errmsg(handle);
    return {codeFor(code), fileNameOf(handle) + ": " + std::string(doing) + ": " + sentenceFor(code, words)};
}

Error sqlError(sqlite3* handle, int code, std::string_view doing) {
    return {codeFor(code),
            fileNameOf(handle) + ": " + std::string(doing) + ": " + sentenceFor(code, sqlite3_errstr(code))};
}

} // namespace tuban
