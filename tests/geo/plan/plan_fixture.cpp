#include "tests/geo/plan/plan_fixture.h"

#include "geo/base/sha256.h"
#include "geo/base/uid.h"
#include "geo/plan/admin_connection.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>

namespace tuban::test {

namespace fs = std::filesystem;

Folder::Folder() : m_path((fs::temp_directory_path() / ("tuban-plan-" + newUid())).string()) {
    fs::create_directories(m_path);
}

Folder::~Folder() {
    std::error_code error;
    fs::remove_all(m_path, error);
}

std::vector<std::string> Folder::names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(m_path)) {
        found.push_back(entry.path().filename().string());
    }
    std::ranges::sort(found);
    return found;
}

Plan newPlan(const std::string& path) {
    auto plan = Plan::create(path, {});
    if (!plan) {
        FAIL(plan.error().message);
    }
    return std::move(*plan);
}

Plan openPlan(const std::string& path, OpenMode mode) {
    auto plan = Plan::open(path, mode);
    if (!plan) {
        FAIL(plan.error().message);
    }
    return std::move(*plan);
}

Geometry square(double x, double y, double side) {
    return makePolygon({{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}});
}

std::vector<std::string> addParcels(Plan& plan, int count) {
    auto act = Act::begin(plan, {.kind = "edit", .what = "draw parcels", .by = "wang", .layer = "parcel"});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
    REQUIRE(writer);
    std::vector<std::string> uids;
    for (int i = 1; i <= count; ++i) {
        FeatureEdit edit{.columns = {"parcel_no"}, .values = {"P" + std::to_string(i)}};
        edit.geometry = square(458000 + 25.0 * i, 3853000, 20);
        const auto uid = writer->insert(edit);
        if (!uid) {
            FAIL(uid.error().message);
        }
        uids.push_back(*uid);
    }
    const auto entry = act->commit();
    if (!entry) {
        FAIL(entry.error().message);
    }
    return uids;
}

void setParcel(Plan& plan, const std::string& uid, const std::string& column, const Value& value) {
    auto act = Act::begin(plan, {.kind = "edit", .what = "set " + column, .by = "wang", .layer = "parcel"});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
    REQUIRE(writer);
    const auto updated = writer->update({.uid = uid, .columns = {column}, .values = {value}});
    if (!updated) {
        FAIL(updated.error().message);
    }
    REQUIRE(act->commit());
}

Value parcelValue(const Plan& plan, const std::string& uid, const std::string& column) {
    Value found;
    const auto read =
        readFeatures(plan, {.layer = "parcel", .columns = {column}}, [&](const Feature& feature) {
            found = feature.uid == uid ? feature.values.at(0) : found;
            return true;
        });
    REQUIRE(read);
    return found;
}

std::string otherProgram(const std::string& path, const std::string& sql) {
    auto connection = openAdminConnection(path);
    REQUIRE(connection);
    sqlite3_stmt* prepared = nullptr;
    sqlite3_prepare_v2(connection->get(), sql.c_str(), -1, &prepared, nullptr);
    const StatementHandle statement(prepared);
    INFO(sql << ": " << sqlite3_errmsg(connection->get()));
    REQUIRE(statement);
    const int code = sqlite3_step(statement.get());
    INFO(sql << ": " << sqlite3_errmsg(connection->get()));
    REQUIRE((code == SQLITE_ROW || code == SQLITE_DONE));
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), 0));
    return code == SQLITE_ROW && text != nullptr ? text : "";
}

std::string wholeness(const std::string& path, const std::string& layer) {
    return otherProgram(path, "SELECT CheckSpatialIndex('" + layer + "', 'geom')") + ' ' +
           otherProgram(path, "SELECT rtreecheck('idx_" + layer + "_geom')") + ' ' +
           otherProgram(path, "PRAGMA integrity_check");
}

std::string sha256OfFile(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    return sha256Hex(std::as_bytes(std::span(bytes)));
}

} // namespace tuban::test
