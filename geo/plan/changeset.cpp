#include "geo/plan/changeset.h"

#include "geo/plan/sql_error.h"

#include <algorithm>
#include <utility>

namespace tuban {

namespace {

constexpr sqlite3_int64 pieceBytes = 8 * 1024 * 1024;
constexpr int rowsBetweenLooks = 256;

struct SqliteFree {
    void operator()(void* memory) const { sqlite3_free(memory); }
};

std::span<const std::byte> bytesOf(const void* data, int size) {
    return {static_cast<const std::byte*>(data), static_cast<std::size_t>(size)};
}

} // namespace

ChangeRecorder::ChangeRecorder(const Database& database, std::vector<std::string> tables)
    : m_database(&database), m_tables(std::move(tables)) {}

Result<ChangeRecorder> ChangeRecorder::start(const Database& database, std::vector<std::string> tables) {
    ChangeRecorder recorder(database, std::move(tables));
    if (const auto attached = recorder.attach(); !attached) {
        return std::unexpected(attached.error());
    }
    return recorder;
}

Result<void> ChangeRecorder::attach() {
    m_rows = 0;
    sqlite3_session* session = nullptr;
    int code = sqlite3session_create(m_database->handle(), "main", &session);
    m_session.reset(session);
    int wantsSize = 1;
    if (code == SQLITE_OK) {
        code = sqlite3session_object_config(session, SQLITE_SESSION_OBJCONFIG_SIZE, &wantsSize);
    }
    for (const std::string& table : m_tables) {
        if (code == SQLITE_OK) {
            code = sqlite3session_attach(session, table.c_str());
        }
    }
    if (code != SQLITE_OK) {
        return std::unexpected(sqlError(m_database->handle(), code, "recording changes"));
    }
    return {};
}

Result<void> ChangeRecorder::cut() {
    int size = 0;
    void* changeset = nullptr;
    const int code = sqlite3session_changeset(m_session.get(), &size, &changeset);
    const std::unique_ptr<void, SqliteFree> owner(changeset);
    if (code != SQLITE_OK) {
        return std::unexpected(sqlError(m_database->handle(), code, "recording changes"));
    }
    if (size > 0) {
        m_pieces.push_back(packed(bytesOf(changeset, size)));
    }
    return {};
}

Result<void> ChangeRecorder::rowWritten() {
    if (++m_rows % rowsBetweenLooks != 0 || sqlite3session_changeset_size(m_session.get()) < pieceBytes) {
        return {};
    }
    const auto done = cut();
    return done ? attach() : done;
}

Result<std::vector<Bytes>> ChangeRecorder::finish() {
    if (const auto done = cut(); !done) {
        return std::unexpected(done.error());
    }
    m_session.reset();
    return std::move(m_pieces);
}

namespace {

struct Application {
    const std::vector<std::string>* tables;
    std::optional<RowConflict> conflict;
};

int acceptTable(void* context, const char* table) {
    const auto& tables = *static_cast<Application*>(context)->tables;
    return std::ranges::find(tables, std::string_view(table)) != tables.end() ? 1 : 0;
}

const char* reasonFor(int kind) {
    switch (kind) {
    case SQLITE_CHANGESET_DATA:
        return "was changed since";
    case SQLITE_CHANGESET_NOTFOUND:
        return "is no longer there";
    case SQLITE_CHANGESET_CONFLICT:
        return "is there already";
    default:
        return "no longer fits what depends on it";
    }
}

int keepConflict(void* context, int kind, sqlite3_changeset_iter* change) {
    auto& conflict = static_cast<Application*>(context)->conflict;
    const char* table = nullptr;
    int columns = 0;
    int operation = 0;
    int indirect = 0;
    unsigned char* isKey = nullptr;
    conflict = RowConflict{.table = {}, .id = 0, .why = reasonFor(kind)};
    if (kind == SQLITE_CHANGESET_FOREIGN_KEY ||
        sqlite3changeset_op(change, &table, &columns, &operation, &indirect) != SQLITE_OK ||
        sqlite3changeset_pk(change, &isKey, &columns) != SQLITE_OK) {
        return SQLITE_CHANGESET_ABORT;
    }
    conflict->table = table;
    for (int column = 0; column < columns; ++column) {
        sqlite3_value* value = nullptr;
        const bool asNew = operation == SQLITE_INSERT;
        const int code = asNew ? sqlite3changeset_new(change, column, &value)
                               : sqlite3changeset_old(change, column, &value);
        if (isKey[column] != 0 && code == SQLITE_OK && value != nullptr) {
            conflict->id = sqlite3_value_int64(value);
            break;
        }
    }
    return SQLITE_CHANGESET_ABORT;
}

Result<std::int64_t> countChanges(sqlite3* handle, void* changeset, int size) {
    sqlite3_changeset_iter* iterator = nullptr;
    int code = sqlite3changeset_start(&iterator, size, changeset);
    if (code != SQLITE_OK) {
        return std::unexpected(sqlError(handle, code, "reading the journal"));
    }
    std::int64_t count = 0;
    while (sqlite3changeset_next(iterator) == SQLITE_ROW) {
        ++count;
    }
    code = sqlite3changeset_finalize(iterator);
    if (code != SQLITE_OK) {
        return std::unexpected(sqlError(handle, code, "reading the journal"));
    }
    return count;
}

Result<std::int64_t> countRecorded(sqlite3* handle, ChangeRecorder& recorder) {
    const auto pieces = recorder.finish();
    if (!pieces) {
        return std::unexpected(pieces.error());
    }
    std::int64_t count = 0;
    for (const Bytes& piece : *pieces) {
        auto changeset = unpacked(piece);
        if (!changeset) {
            return std::unexpected(changeset.error());
        }
        const auto counted = countChanges(handle, changeset->data(), static_cast<int>(changeset->size()));
        if (!counted) {
            return counted;
        }
        count += *counted;
    }
    return count;
}

} // namespace

Result<std::optional<RowConflict>> applyChangeset(const Database& database,
                                                  std::span<const std::byte> changeset,
                                                  Direction direction,
                                                  const std::vector<std::string>& tables) {
    sqlite3* handle = database.handle();
    Bytes copy(changeset.begin(), changeset.end()); // SQLite's interface takes no const
    const int size = static_cast<int>(copy.size());
    const auto expected = countChanges(handle, copy.data(), size);
    auto recorder = ChangeRecorder::start(database, tables);
    if (!expected || !recorder) {
        return std::unexpected(expected ? recorder.error() : expected.error());
    }
    Application application{.tables = &tables, .conflict = std::nullopt};
    const int flags = SQLITE_CHANGESETAPPLY_FKNOACTION |
                      (direction == Direction::Inverse ? SQLITE_CHANGESETAPPLY_INVERT : 0);
    const int code = sqlite3changeset_apply_v2(
        handle, size, copy.data(), acceptTable, keepConflict, &application, nullptr, nullptr, flags);
    if (application.conflict) {
        return application.conflict;
    }
    if (code != SQLITE_OK) {
        return std::unexpected(sqlError(handle, code, "applying a change of the journal"));
    }
    const auto moved = countRecorded(handle, *recorder);
    if (!moved) {
        return std::unexpected(moved.error());
    }
    if (*moved != *expected) {
        return failure(ErrorCode::Corrupt,
                       "the journal holds " + std::to_string(*expected) + " changed rows but " +
                           std::to_string(*moved) +
                           " could be applied: tables were altered since; use a copy from before");
    }
    return std::optional<RowConflict>();
}

} // namespace tuban
