#pragma once

#include "geo/base/result.h"
#include "geo/base/value.h"
#include "geo/plan/database.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tuban {

/// Cells of a row as they go to its table.
struct Row {
    std::vector<std::string> names;
    std::vector<Value> values;                   ///< in the order of the names
    std::optional<std::vector<std::byte>> shape; ///< column geom; empty bytes are NULL, nullopt is untouched
};

/// Inserts and updates rows of one table, with a statement prepared once for each set of columns. Names come
/// from the catalogue. Thread rule: that of the connection.
class RowStatements {
public:
    RowStatements(const Database& database, std::string table)
        : m_database(&database), m_table(std::move(table)) {}
    [[nodiscard]] Result<void> insert(const Row& row);
    /// \return false when there is no row of that uid
    [[nodiscard]] Result<bool> update(const std::string& uid, const Row& row);

private:
    Statement& prepared(const std::string& sql);

    const Database* m_database;
    std::string m_table;
    std::map<std::string, Statement> m_statements; // by their text
};

} // namespace tuban
