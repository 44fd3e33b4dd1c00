#include "geo/plan/plan.h"
#include "geo/plan/publish.h"
#include "geo/plan/sql_error.h"
#include "geo/plan/sqlite.h"

#include <filesystem>
#include <system_error>

namespace tuban {

namespace {

struct BackupFinisher {
    void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
};

Result<void> backUp(const Database& from, const std::string& path) {
    sqlite3* opened = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
    const Connection target(opened);
    if (code != SQLITE_OK) {
        return failure(ErrorCode::Unwritable, path + ": no file can be made there");
    }
    const std::unique_ptr<sqlite3_backup, BackupFinisher> backup(
        sqlite3_backup_init(opened, "main", from.handle(), "main"));
    // All pages in one step hold one read of the plan: the copy is of one moment.
    const int copied = backup == nullptr ? sqlite3_errcode(opened) : sqlite3_backup_step(backup.get(), -1);
    if (copied != SQLITE_DONE) {
        return std::unexpected(sqlError(from.handle(), copied, "copying"));
    }
    return {};
}

} // namespace

Result<void> Plan::copyTo(const std::string& path) const {
    const std::string absolute = std::filesystem::absolute(path).lexically_normal().string();
    std::error_code error;
    if (std::filesystem::exists(absolute, error)) {
        return failure(ErrorCode::Unwritable, absolute + ": there is a file already; choose another name");
    }
    const std::string unfinished = unfinishedName(absolute);
    if (const auto copied = backUp(database(), unfinished); !copied) {
        removeUnfinished(unfinished);
        return copied;
    }
    return publishFile(unfinished, absolute);
}

} // namespace tuban
