#include "tests/cli/spatialite.h"

#include <catch2/catch_test_macros.hpp>
#include <sqlite3.h>

#include <format>
#include <memory>

namespace tuban::test {

namespace {

std::string cellText(sqlite3_stmt* row, int column) {
    if (sqlite3_column_type(row, column) == SQLITE_FLOAT) {
        return std::format("{:.17g}", sqlite3_column_double(row, column));
    }
    const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
    return text == nullptr ? std::string() : std::string(text);
}

} // namespace

std::vector<std::vector<std::string>> spatialite(const std::string& plan, const std::string& sql) {
    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open(plan.c_str(), &raw) == SQLITE_OK);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(raw, sqlite3_close);
    sqlite3_enable_load_extension(raw, 1);
    REQUIRE(sqlite3_load_extension(raw, "mod_spatialite", nullptr, nullptr) == SQLITE_OK);
    sqlite3_stmt* prepared = nullptr;
    INFO(sql);
    REQUIRE(sqlite3_prepare_v2(raw, sql.c_str(), -1, &prepared, nullptr) == SQLITE_OK);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(prepared, sqlite3_finalize);
    std::vector<std::vector<std::string>> rows;
    while (sqlite3_step(prepared) == SQLITE_ROW) {
        std::vector<std::string>& row = rows.emplace_back();
        for (int column = 0; column < sqlite3_column_count(prepared); ++column) {
            row.push_back(cellText(prepared, column));
        }
    }
    return rows;
}

} // namespace tuban::test
