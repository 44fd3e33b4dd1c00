#include "geo/plan/database.h"
#include "geo/plan/sqlite.h"

#include <utility>

namespace tuban {

Result<Transaction> Transaction::begin(const Database& database) {
    if (const auto begun = database.execute("BEGIN IMMEDIATE"); !begun) {
        return std::unexpected(begun.error());
    }
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction() {
    // A geometry trigger may have rolled back already (RAISE(ROLLBACK)).
    if (m_database != nullptr && sqlite3_get_autocommit(m_database->handle()) == 0) {
        sqlite3_exec(m_database->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

Result<void> Transaction::commit() {
    const auto committed = m_database->execute("COMMIT");
    if (committed) {
        m_database = nullptr;
    }
    return committed;
}

} // namespace tuban
