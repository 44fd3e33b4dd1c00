#include "geo/plan/database.h"

#include "geo/plan/authorizer.h"
#include "geo/plan/file_place.h"
#include "geo/plan/geometry_functions.h"
#include "geo/plan/sql_error.h"
#include "geo/plan/sqlite.h"

#include <cstdio>
#include <utility>

namespace tuban {

std::string quotedName(std::string_view name) {
    std::string quoted = "\"";
    for (const char letter : name) {
        quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return quoted + '"';
}

// Members are destroyed from last to first: cached statements go before the connection they belong to.
struct Database::Parts {
    std::string path;
    bool readOnly = false;
    Connection connection;
    GeometryFunctions geometryFunctions;
};

namespace {

constexpr int longestValueBytes = 64 * 1024 * 1024;

/// Path as a SQLite URI that reads the file as it lies, without locks and without a log.
std::string immutableUri(const std::string& path) {
    std::string uri = "file:";
    for (const char letter : path) {
        if (letter == '%' || letter == '?' || letter == '#') {
            char escaped[4];
            std::snprintf(escaped, sizeof escaped, "%%%02X", static_cast<unsigned char>(letter));
            uri += escaped;
        } else {
            uri += letter;
        }
    }
    return uri + "?immutable=1";
}

/// What stands against opening the file at all.
Result<void> checkPlace(const FilePlace& place, OpenMode mode) {
    if (mode == OpenMode::Create) {
        return {};
    }
    if (!place.exists) {
        return failure(ErrorCode::NotFound, place.path + ": there is no such file");
    }
    if (!place.regularFile) {
        return failure(ErrorCode::NotAPlan, place.path + ": it is not a plan (no file)");
    }
    const bool writable = place.writable && place.folderWritable;
    if (mode == OpenMode::ReadWrite && !writable) {
        return failure(ErrorCode::ReadOnly,
                       place.path + ": the " + (place.writable ? "folder" : "file") +
                           " cannot be written; copy the plan to a folder of your own to edit it");
    }
    if (mode == OpenMode::ReadOnly && !writable && place.logBytes > 0) {
        return failure(ErrorCode::Busy,
                       place.path +
                           ": the plan is being edited elsewhere (a log lies beside it) and its folder "
                           "cannot be written; copy the folder and open the copy");
    }
    return {};
}

Result<Connection> connect(const FilePlace& place, OpenMode mode) {
    const bool immutable = mode == OpenMode::ReadOnly && !(place.writable && place.folderWritable);
    // Reading, too, opens for writing where that is allowed: only such a connection takes the log away again.
    int flags = immutable ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE;
    flags |= mode == OpenMode::Create ? SQLITE_OPEN_CREATE : 0;
    flags |= SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const std::string name = immutable ? immutableUri(place.path) : place.path;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    Connection connection(handle);
    if (code != SQLITE_OK) {
        return std::unexpected(sqlError(handle, code, "opening"));
    }
    return connection;
}

/// Safe against what a hostile file may hold; before the first statement that reads it.
int harden(sqlite3* handle, const FilePlace& place, OpenMode mode) {
    const std::pair<int, int> switches[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
        // A log left by a crash is not ours to move when we only read.
        {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, mode == OpenMode::ReadOnly && place.logBytes > 0 ? 1 : 0}};
    for (const auto& [option, value] : switches) {
        if (const int code = sqlite3_db_config(handle, option, value, nullptr); code != SQLITE_OK) {
            return code;
        }
    }
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, longestValueBytes);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    return SQLITE_OK;
}

/// The settings of a connection; the journal mode last, because it may write the file's head.
const char* settingsFor(const FilePlace& place, OpenMode mode) {
    if (mode == OpenMode::ReadOnly) {
        return "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA "
               "query_only=ON;";
    }
    if (place.onNetwork) {
        return "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA "
               "synchronous=FULL;"
               "PRAGMA journal_mode=DELETE;";
    }
    return "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA synchronous=FULL;"
           "PRAGMA journal_mode=WAL;";
}

} // namespace

Result<Database> Database::open(const std::string& path, OpenMode mode, int busyTimeoutMs) {
    const FilePlace place = examinePlace(path);
    if (const auto checked = checkPlace(place, mode); !checked) {
        return std::unexpected(checked.error());
    }
    auto connection = connect(place, mode);
    if (!connection) {
        return std::unexpected(connection.error());
    }
    auto parts = std::make_unique<Parts>();
    parts->path = place.path;
    parts->readOnly = mode == OpenMode::ReadOnly;
    parts->connection = std::move(*connection);
    sqlite3* handle = parts->connection.get();
    sqlite3_busy_timeout(handle, busyTimeoutMs);
    if (harden(handle, place, mode) != SQLITE_OK || parts->geometryFunctions.install(handle) != SQLITE_OK) {
        return std::unexpected(sqlError(handle, "opening"));
    }
    Database database(std::move(parts));
    if (auto read = database.execute("PRAGMA schema_version"); !read) {
        return std::unexpected(read.error());
    }
    if (auto set = database.execute(settingsFor(place, mode)); !set) {
        return std::unexpected(set.error());
    }
    if (installAuthorizer(handle) != SQLITE_OK) {
        return std::unexpected(database.lastError("opening"));
    }
    return database;
}

Database::Database(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

Result<void> Database::execute(std::string_view sql) const {
    if (sqlite3_exec(handle(), std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return std::unexpected(lastError(readOnly() ? "reading" : "writing"));
    }
    return {};
}

sqlite3* Database::handle() const {
    return m_parts->connection.get();
}

const std::string& Database::path() const {
    return m_parts->path;
}

bool Database::readOnly() const {
    return m_parts->readOnly;
}

Error Database::lastError(std::string_view doing) const {
    return sqlError(handle(), doing);
}

} // namespace tuban
