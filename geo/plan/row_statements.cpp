#include "geo/plan/row_statements.h"

#include "geo/plan/sqlite.h"

#include <span>

namespace tuban {

namespace {

std::string insertSql(const std::string& table, const Row& row) {
    std::vector<std::string> names = row.names;
    if (row.shape) {
        names.emplace_back("geom");
    }
    std::string marks;
    for (std::size_t i = 1; i <= names.size(); ++i) {
        marks += (i == 1 ? "?" : ", ?") + std::to_string(i);
    }
    return "INSERT INTO " + quotedName(table) + "(" + quotedNames(names) + ") VALUES (" + marks + ")";
}

std::string updateSql(const std::string& table, const Row& row) {
    std::string list;
    int parameter = 2;
    for (const std::string& name : row.names) {
        list += (list.empty() ? "" : ", ") + quotedName(name) + " = ?" + std::to_string(parameter++);
    }
    if (row.shape) {
        list += std::string(list.empty() ? "" : ", ") + "geom = ?" + std::to_string(parameter);
    }
    return "UPDATE " + quotedName(table) + " SET " + list + " WHERE uid = ?1";
}

void bindRow(Statement& statement, const Row& row, int first) {
    int parameter = first;
    for (const Value& value : row.values) {
        statement.bind(parameter++, value);
    }
    if (row.shape && row.shape->empty()) {
        statement.bindNull(parameter);
    } else if (row.shape) {
        statement.bind(parameter, std::span<const std::byte>(*row.shape));
    }
}

} // namespace

Statement& RowStatements::prepared(const std::string& sql) {
    const auto found = m_statements.find(sql);
    return found != m_statements.end() ? found->second
                                       : m_statements.try_emplace(sql, *m_database, sql).first->second;
}

Result<void> RowStatements::insert(const Row& row) {
    Statement& statement = prepared(insertSql(m_table, row));
    bindRow(statement, row, 1);
    return statement.run();
}

Result<bool> RowStatements::update(const std::string& uid, const Row& row) {
    if (row.names.empty() && !row.shape) {
        Statement& statement = prepared("SELECT 1 FROM " + quotedName(m_table) + " WHERE uid = ?1");
        const auto found = statement.bind(1, uid).step();
        statement.reset();
        return found;
    }
    Statement& statement = prepared(updateSql(m_table, row));
    statement.bind(1, uid);
    bindRow(statement, row, 2);
    if (const auto updated = statement.run(); !updated) {
        return std::unexpected(updated.error());
    }
    return sqlite3_changes64(m_database->handle()) > 0;
}

} // namespace tuban
