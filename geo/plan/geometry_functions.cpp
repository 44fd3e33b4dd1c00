#include "geo/plan/geometry_functions.h"

#include "geo/shape/blob.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace tuban {

namespace {

constexpr int flags = SQLITE_UTF8 | SQLITE_INNOCUOUS;
constexpr std::uint32_t compressedOffset = 1'000'000;

std::optional<BlobHead> headOf(sqlite3_value* value) {
    if (sqlite3_value_type(value) != SQLITE_BLOB) {
        return std::nullopt;
    }
    const auto* bytes = static_cast<const std::byte*>(sqlite3_value_blob(value));
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
    const auto head = readBlobHead(std::span(bytes, size));
    return head ? std::optional(*head) : std::nullopt;
}

} // namespace

int GeometryFunctions::install(sqlite3* handle) {
    m_handle = handle;
    const int code = sqlite3_create_function_v2(handle,
                                                "GeometryConstraints",
                                                3,
                                                flags | SQLITE_DETERMINISTIC,
                                                this,
                                                constraints,
                                                nullptr,
                                                nullptr,
                                                nullptr);
    if (code != SQLITE_OK) {
        return code;
    }
    return sqlite3_create_function_v2(handle, "RTreeAlign", 3, flags, this, align, nullptr, nullptr, nullptr);
}

void GeometryFunctions::constraints(sqlite3_context* context, int, sqlite3_value** values) {
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) {
        sqlite3_result_int(context, 1);
        return;
    }
    const auto head = headOf(values[0]);
    if (!head || sqlite3_value_type(values[1]) != SQLITE_INTEGER) {
        sqlite3_result_int(context, 0);
        return;
    }
    const auto wanted = sqlite3_value_int64(values[1]);
    const std::int64_t type = head->type >= compressedOffset ? head->type - compressedOffset : head->type;
    // Type 0 is a column for any shape of its dimension.
    const bool fits = wanted % 1000 == 0 ? type / 1000 == wanted / 1000 : type == wanted;
    sqlite3_result_int(context, fits && head->srid == sqlite3_value_int64(values[2]) ? 1 : 0);
}

void GeometryFunctions::align(sqlite3_context* context, int, sqlite3_value** values) {
    if (sqlite3_value_type(values[2]) == SQLITE_NULL) {
        sqlite3_result_int(context, 1);
        return;
    }
    auto* self = static_cast<GeometryFunctions*>(sqlite3_user_data(context));
    const auto* table = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    const auto head = headOf(values[2]);
    if (table == nullptr || !head) {
        sqlite3_result_error(context, "the shape cannot be entered into the spatial index", -1);
        return;
    }
    sqlite3_stmt* insert = self->insertFor(table);
    if (insert == nullptr) {
        sqlite3_result_error(context, sqlite3_errmsg(self->m_handle), -1);
        return;
    }
    sqlite3_bind_int64(insert, 1, sqlite3_value_int64(values[1]));
    sqlite3_bind_double(insert, 2, head->box.minX);
    sqlite3_bind_double(insert, 3, head->box.maxX);
    sqlite3_bind_double(insert, 4, head->box.minY);
    sqlite3_bind_double(insert, 5, head->box.maxY);
    sqlite3_step(insert);
    if (sqlite3_reset(insert) != SQLITE_OK) {
        sqlite3_result_error(context, sqlite3_errmsg(self->m_handle), -1);
        return;
    }
    sqlite3_result_int(context, 1);
}

sqlite3_stmt* GeometryFunctions::insertFor(const std::string& table) {
    if (!table.starts_with("idx_")) {
        return nullptr;
    }
    StatementHandle& cached = m_inserts[table];
    if (!cached) {
        const std::string sql =
            "INSERT INTO " + quotedName(table) + "(pkid, xmin, xmax, ymin, ymax) VALUES (?1, ?2, ?3, ?4, ?5)";
        sqlite3_stmt* prepared = nullptr;
        sqlite3_prepare_v3(m_handle, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
        cached.reset(prepared);
    }
    return cached.get();
}

} // namespace tuban
