#include "geo/plan/database.h"
#include "geo/plan/sql_error.h"
#include "geo/plan/sqlite.h"

#include <optional>

namespace tuban {

struct Statement::Parts {
    sqlite3* handle = nullptr;
    StatementHandle statement;
    std::optional<Error> fault; // of prepare or bind, given at the next step

    void remember(int code, std::string_view doing) {
        if (code != SQLITE_OK && !fault) {
            fault = sqlError(handle, code, doing);
        }
    }
};

Statement::Statement(const Database& database, std::string_view sql) : m_parts(std::make_unique<Parts>()) {
    m_parts->handle = database.handle();
    sqlite3_stmt* prepared = nullptr;
    const int code =
        sqlite3_prepare_v2(m_parts->handle, sql.data(), static_cast<int>(sql.size()), &prepared, nullptr);
    m_parts->statement.reset(prepared);
    if (code != SQLITE_OK) {
        m_parts->fault = sqlError(m_parts->handle, "preparing a statement");
    }
}

Statement::~Statement() = default;
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(Statement&&) noexcept = default;

Statement& Statement::bind(int parameter, std::int64_t value) {
    m_parts->remember(sqlite3_bind_int64(m_parts->statement.get(), parameter, value), "binding a number");
    return *this;
}

Statement& Statement::bind(int parameter, double value) {
    m_parts->remember(sqlite3_bind_double(m_parts->statement.get(), parameter, value), "binding a number");
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
    const char* data = text.data() == nullptr ? "" : text.data(); // SQLite takes a null pointer for NULL
    m_parts->remember(
        sqlite3_bind_text64(
            m_parts->statement.get(), parameter, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8),
        "binding a text");
    return *this;
}

Statement& Statement::bind(int parameter, std::span<const std::byte> blob) {
    const void* data = blob.empty() ? "" : static_cast<const void*>(blob.data());
    m_parts->remember(
        sqlite3_bind_blob64(m_parts->statement.get(), parameter, data, blob.size(), SQLITE_TRANSIENT),
        "binding a shape or file");
    return *this;
}

Statement& Statement::bind(int parameter, const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return bind(parameter, *whole);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return bind(parameter, *real);
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return bind(parameter, std::string_view(*text));
    }
    return bindNull(parameter);
}

Statement& Statement::bindNull(int parameter) {
    m_parts->remember(sqlite3_bind_null(m_parts->statement.get(), parameter), "binding");
    return *this;
}

Result<bool> Statement::step() {
    if (m_parts->fault) {
        return std::unexpected(*m_parts->fault);
    }
    const int code = sqlite3_step(m_parts->statement.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    const Error error = sqlError(
        m_parts->handle, sqlite3_stmt_readonly(m_parts->statement.get()) != 0 ? "reading" : "writing");
    sqlite3_reset(m_parts->statement.get());
    return std::unexpected(error);
}

Result<void> Statement::run() {
    const auto row = step();
    if (!row) {
        return std::unexpected(row.error());
    }
    reset();
    return {};
}

void Statement::reset() {
    sqlite3_reset(m_parts->statement.get());
}

int Statement::columns() const {
    return sqlite3_column_count(m_parts->statement.get());
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_parts->statement.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_parts->statement.get(), column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_parts->statement.get(), column);
}

std::string_view Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_parts->statement.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_parts->statement.get(), column));
    return text == nullptr ? std::string_view() : std::string_view(text, size);
}

std::span<const std::byte> Statement::blob(int column) const {
    const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(m_parts->statement.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_parts->statement.get(), column));
    return bytes == nullptr ? std::span<const std::byte>() : std::span(bytes, size);
}

Value Statement::value(int column) const {
    switch (sqlite3_column_type(m_parts->statement.get(), column)) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_FLOAT:
        return real(column);
    case SQLITE_NULL:
        return {};
    default:
        return std::string(text(column));
    }
}

} // namespace tuban
