#pragma once

#include "geo/base/result.h"
#include "geo/base/value.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;

namespace tuban {

enum class OpenMode { ReadOnly, ReadWrite, Create };

/// How long a statement waits for another program that holds the plan.
inline constexpr int defaultBusyTimeoutMs = 10'000;

/// A hardened SQLite connection (defensive, trusted_schema off, function allow-list, our own
/// GeometryConstraints and RTreeAlign, limits, busy timeout 10 s, foreign keys on; WAL with synchronous=FULL
/// when it may write). It is the only place that opens a plan file. Thread rule: one connection per thread.
class Database {
public:
    /// Opening for reading changes no byte and leaves no log behind; a file or folder that cannot be written
    /// is read as it lies (immutable), unless a log lies beside that would be left out (Error::Busy).
    /// \return Error::NotFound, NotAPlan (no SQLite file), Corrupt, ReadOnly, Busy or Sql
    [[nodiscard]] static Result<Database>
    open(const std::string& path, OpenMode mode, int busyTimeoutMs = defaultBusyTimeoutMs);
    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;

    /// Runs constant SQL without parameters (DDL, PRAGMA).
    [[nodiscard]] Result<void> execute(std::string_view sql) const;
    [[nodiscard]] sqlite3* handle() const;
    [[nodiscard]] const std::string& path() const;
    /// True when opened for reading, or when the file or its folder cannot be written.
    [[nodiscard]] bool readOnly() const;
    /// The last SQLite failure as an Error: Busy, ReadOnly, NotAPlan, Corrupt or Sql; `doing` leads the
    /// message.
    [[nodiscard]] Error lastError(std::string_view doing) const;

private:
    struct Parts;
    explicit Database(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// A prepared statement. A bad prepare or bind is remembered and given at the next step().
/// Columns and parameters: parameters count from 1, columns from 0. Views into columns live until the next
/// step().
class Statement {
public:
    Statement(const Database& database, std::string_view sql);
    ~Statement();
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, int value) { return bind(parameter, std::int64_t{value}); }
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::string_view text);
    Statement& bind(int parameter, const char* text) { return bind(parameter, std::string_view(text)); }
    Statement& bind(int parameter, const std::string& text) {
        return bind(parameter, std::string_view(text));
    }
    Statement& bind(int parameter, std::span<const std::byte> blob);
    Statement& bind(int parameter, const Value& value);
    Statement& bindNull(int parameter);

    /// \return true: a row is there; false: done. Error::Busy, ReadOnly, Corrupt, Sql
    [[nodiscard]] Result<bool> step();
    /// step() for statements that give no row.
    [[nodiscard]] Result<void> run();
    void reset();

    [[nodiscard]] int columns() const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::span<const std::byte> blob(int column) const;
    /// Null, integer, real or text as stored. \pre the column is no blob
    [[nodiscard]] Value value(int column) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// BEGIN IMMEDIATE … COMMIT; rolls back as it leaves unless commit() succeeded. Nested use is a programming
/// error.
class Transaction {
public:
    /// \return Error::Busy when another program holds the file longer than the busy timeout
    [[nodiscard]] static Result<Transaction> begin(const Database& database);
    ~Transaction();
    Transaction(Transaction&&) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(const Database& database) : m_database(&database) {}
    const Database* m_database;
};

} // namespace tuban
