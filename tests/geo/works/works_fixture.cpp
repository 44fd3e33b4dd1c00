#include "works_fixture.h"

#include "geo/base/uid.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

namespace tuban {

namespace {

Geometry square(double east) {
    return makePolygon({{{east, 3853600}, {east + 100, 3853600}, {east + 100, 3853700}, {east, 3853700}}});
}

FeatureRef added(Plan& plan, Act& act, const std::string& layer, const FeatureEdit& edit) {
    auto writer = FeatureWriter::forLayer(plan, act, layer);
    REQUIRE(writer);
    const auto uid = writer->insert(edit);
    REQUIRE(uid);
    return {.layer = layer, .uid = *uid};
}

} // namespace

WorksPlan::WorksPlan()
    : m_folder((std::filesystem::temp_directory_path() / ("tuban-works-" + newUid())).string()) {
    std::filesystem::create_directories(m_folder);
    m_path = m_folder + "/plan.sqlite";
    auto made = Plan::create(m_path, {.crs = "EPSG:4547", .name = "works"});
    REQUIRE(made);
    m_plan.emplace(std::move(*made));
    auto act = Act::begin(*m_plan, {.kind = "edit", .what = "draw", .by = "test", .layer = ""});
    REQUIRE(act);
    const auto text = [](const char* word) { return Value(std::string(word)); };
    west = added(*m_plan,
                 *act,
                 "parcel",
                 {.columns = {"parcel_no", "name", "stage"},
                  .values = {text("A-01"), text("枫林花园"), text("land")},
                  .geometry = square(458800)});
    east = added(*m_plan,
                 *act,
                 "parcel",
                 {.columns = {"parcel_no"}, .values = {text("A-02")}, .geometry = square(458900)});
    road = added(*m_plan,
                 *act,
                 "road_project",
                 {.columns = {"name"},
                  .values = {text("科学大道")},
                  .geometry = makeLine({{{458700, 3853590}, {459100, 3853590}}})});
    project = added(*m_plan,
                    *act,
                    "key_project",
                    {.columns = {"name"},
                     .values = {text("机械所二期")},
                     .geometry = makePoint({458950, 3853650}),
                     .companions = {{"key_project_area", square(458900)}}});
    REQUIRE(act->commit());
}

WorksPlan::~WorksPlan() {
    m_plan.reset();
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

MarkDraft draftOf(const FeatureRef& subject, std::string stage) {
    MarkDraft draft;
    draft.subject = subject;
    draft.stage = std::move(stage);
    draft.onDate = "2024-08-01";
    draft.by = "李楠";
    return draft;
}

} // namespace tuban
