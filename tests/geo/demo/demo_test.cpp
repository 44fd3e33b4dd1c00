#include "geo/base/uid.h"
#include "geo/demo/demo.h"
#include "geo/demo/district.h"
#include "geo/measure/area.h"
#include "geo/plan/journal.h"
#include "geo/plan/plan.h"
#include "geo/plan/snapshot.h"
#include "geo/shape/validity.h"
#include "geo/works/mark.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <geos_c.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <string>

using namespace tuban;
using Catch::Matchers::WithinRel;
namespace fs = std::filesystem;

namespace {

class Folder {
public:
    Folder() : m_path(fs::temp_directory_path() / ("tuban-demo-" + newUid())) {
        fs::create_directories(m_path);
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string file(const std::string& name) const { return (m_path / name).string(); }

private:
    fs::path m_path;
};

Plan demoAt(const std::string& path, const DemoOptions& options = {}) {
    const auto made = makeDemo(path, options);
    INFO((made ? "" : made.error().message));
    REQUIRE(made);
    auto plan = Plan::open(path, OpenMode::ReadWrite);
    REQUIRE(plan);
    return std::move(*plan);
}

std::int64_t numberIn(const Plan& plan, std::string_view sql) {
    Statement row(plan.database(), sql);
    const auto found = row.step();
    REQUIRE(found);
    REQUIRE(*found);
    return row.integer(0);
}

/// Area of the union of shapes, by GEOS.
double unionArea(const GeosContext& context, const Geometry& shapes) {
    const auto all = toGeos(context, shapes);
    REQUIRE(all);
    const GeosPointer whole{GEOSUnaryUnion_r(context.handle(), all->get()), GeosDeleter{context.handle()}};
    REQUIRE(whole);
    double area = 0;
    GEOSArea_r(context.handle(), whole.get(), &area);
    return area;
}

} // namespace

TEST_CASE("The illustrative district has every layer a planner looks for") {
    const Folder folder;
    auto plan = demoAt(folder.file("demo.sqlite"));
    const auto layers = plan.summarise();
    REQUIRE(layers);
    std::map<std::string, std::int64_t> counts;
    for (const auto& layer : *layers) {
        counts[layer.name] = layer.count;
    }
    CHECK(counts["parcel"] == 400);
    CHECK(counts["plan_block"] == 64);
    CHECK(counts["survey_patch"] > 100);
    CHECK(counts["area_unit"] == 8);
    CHECK(counts["renewal_zone"] == 3);
    CHECK(counts["road_project"] == 18); // 17 works and the expressway
    CHECK(counts["utility_line"] == 6);
    CHECK(counts["parking_site"] == 24);
    CHECK(counts["park_site"] >= 20);
    CHECK(counts["eco_corridor"] == 5);
    CHECK(counts["hoarding"] > 100);
    CHECK(counts["key_project"] == 141);
    CHECK(counts["facility"] >= 12);
    CHECK(counts["issue"] == 12);
    CHECK(numberIn(plan, "SELECT count(DISTINCT lu_code) FROM parcel") >= 12);
    CHECK(numberIn(plan,
                   "SELECT count(*) FROM parcel p LEFT JOIN land_use u ON u.scheme = p.lu_scheme AND "
                   "u.code = p.lu_code WHERE u.code IS NULL") == 0);
    CHECK(numberIn(plan,
                   "SELECT count(*) FROM survey_patch p LEFT JOIN land_use u ON u.scheme = p.lu_scheme AND "
                   "u.code = p.lu_code WHERE u.code IS NULL") == 0);
    CHECK(numberIn(plan, "SELECT sum(spaces_after - spaces_before) FROM parking_site") == 4'000);
    CHECK(numberIn(plan, "SELECT count(*) FROM key_project WHERE geom IS NULL") == 12);
}

TEST_CASE("Every stage and domain value of the district is one the catalogue knows") {
    const Folder folder;
    auto plan = demoAt(folder.file("demo.sqlite"));
    for (const Layer& layer : plan.catalogue().layers()) {
        for (const Column& column : layer.columns) {
            if (column.domain.empty() || column.domain == "land_use") {
                continue;
            }
            const bool stages = column.domain.starts_with("stage_");
            Statement rows(plan.database(),
                           "SELECT DISTINCT \"" + column.name + "\" FROM \"" + layer.name + "\" WHERE \"" +
                               column.name + "\" IS NOT NULL");
            for (auto row = rows.step(); row && *row; row = rows.step()) {
                const std::string code(rows.text(0));
                CAPTURE(layer.name, column.name, code);
                const Domain* domain = plan.catalogue().domain(column.domain);
                CHECK((stages ? layer.stage(code) != nullptr
                              : domain != nullptr && domain->find(code) != nullptr));
            }
        }
    }
}

TEST_CASE("The district stands at its own day and says that its progress is invented") {
    const Folder folder;
    auto plan = demoAt(folder.file("demo.sqlite"));
    CHECK(plan.today() == "2024-08-21");
    CHECK(plan.hasOwnClock());
    CHECK(plan.fact("stamp") == "示例数据 · 进度为虚构");
    CHECK(plan.crs().epsg == 4547);
    const auto undoable = nextUndo(plan);
    REQUIRE(undoable);
    CHECK_FALSE(*undoable);
}

TEST_CASE("Every shape of the district is valid and lies where it should") {
    const Folder folder;
    auto plan = demoAt(folder.file("demo.sqlite"));
    const GeosContext context;
    for (const Layer& layer : plan.catalogue().layers()) {
        const auto snapshot = readSnapshot(plan, layer.name, {});
        REQUIRE(snapshot);
        for (std::size_t i = 0; i < (*snapshot)->size(); ++i) {
            if ((*snapshot)->box(i).empty()) {
                continue;
            }
            const auto shape = (*snapshot)->geometry(i);
            CAPTURE(layer.name, (*snapshot)->uid(i));
            const auto validity = validityOf(context, shape);
            CHECK(validity.valid);
            CHECK(std::abs(shape.box().centre().x - 458'825) < 2'500);
            CHECK(std::abs(shape.box().centre().y - 3'853'606) < 2'500);
        }
    }
}

TEST_CASE("The parcels of a block fill it without gap or overlap") {
    const auto district = layOut({}, {});
    REQUIRE(district);
    const GeosContext context;
    for (const auto& block : district->blocks) {
        Geometry parcels{.kind = ShapeKind::Area, .points = {}, .partEnds = {}, .polygonEnds = {}};
        for (const int parcel : block.parcels) {
            append(parcels, makePolygon({district->parcels[static_cast<std::size_t>(parcel)].ring}));
        }
        const double blockM2 = planarAreaM2(makePolygon({block.ring}));
        CHECK_THAT(planarAreaM2(parcels), WithinRel(blockM2, 1e-9)); // no overlap left over a gap
        CHECK_THAT(unionArea(context, parcels), WithinRel(blockM2, 1e-9));
    }
}

TEST_CASE("Blocks and streets cover the district once") {
    const auto district = layOut({}, {});
    REQUIRE(district);
    const GeosContext context;
    Geometry all{.kind = ShapeKind::Area, .points = {}, .partEnds = {}, .polygonEnds = {}};
    for (const auto& parcel : district->parcels) {
        if (!parcel.ring.empty()) {
            append(all, makePolygon({parcel.ring}));
        }
    }
    for (const auto& street : district->streets) {
        append(all, street.area);
    }
    const auto whole = toGeos(context, all);
    REQUIRE(whole);
    const GeosPointer merged{GEOSUnaryUnion_r(context.handle(), whole->get()), GeosDeleter{context.handle()}};
    REQUIRE(merged);
    double area = 0;
    GEOSArea_r(context.handle(), merged.get(), &area);
    CHECK_THAT(area, WithinRel(planarAreaM2(all), 1e-9));
    const auto outline = fromGeos(context, merged.get(), ShapeKind::Area);
    REQUIRE(outline);
    CHECK(outline->polygonEnds.size() == 1);
    CHECK(outline->partEnds.size() == 1); // no hole
}

TEST_CASE("The same numbers make the same district, another seed another one") {
    const Folder folder;
    const auto uidsOf = [&](const std::string& name, std::uint64_t seed) {
        auto plan = demoAt(folder.file(name), {.parcels = 60, .seed = seed});
        std::set<std::string> uids;
        for (const auto* layer : {"parcel", "key_project", "road_project"}) {
            const auto snapshot = readSnapshot(plan, layer, {});
            REQUIRE(snapshot);
            for (std::size_t i = 0; i < (*snapshot)->size(); ++i) {
                uids.insert((*snapshot)->uid(i));
            }
        }
        const auto marks = allLiveMarks(plan);
        REQUIRE(marks);
        for (const auto& mark : *marks) {
            uids.insert(mark.uid + mark.note + mark.onDate);
        }
        return uids;
    };
    const auto first = uidsOf("a.sqlite", 1);
    CHECK(first == uidsOf("b.sqlite", 1));
    CHECK(first != uidsOf("c.sqlite", 2));
}

TEST_CASE("Marks of the district cover ten weeks and lie at their works") {
    const Folder folder;
    auto plan = demoAt(folder.file("demo.sqlite"));
    const auto marks = allLiveMarks(plan);
    REQUIRE(marks);
    CHECK(marks->size() >= 100);
    CHECK(marks->size() <= 130);
    std::set<std::string> subjects;
    for (const auto& mark : *marks) {
        CAPTURE(mark.subject.layer, mark.uid);
        CHECK(mark.onDate >= "2024-06-05");
        CHECK(mark.onDate <= "2024-08-21");
        CHECK(mark.distanceM < farMarkM);
        CHECK_FALSE(mark.note.empty());
        subjects.insert(mark.subject.layer);
    }
    CHECK(subjects.size() >= 6);
}

TEST_CASE("A district of any size has just as many parcels as asked") {
    for (const int parcels : {24, 100, 2'000}) {
        for (const std::uint64_t seed : {1U, 5U, 9U}) {
            const auto district = layOut({.parcels = parcels, .seed = seed}, {});
            REQUIRE(district);
            CHECK(district->parcels.size() == static_cast<std::size_t>(parcels));
        }
    }
    const Folder folder;
    auto plan = demoAt(folder.file("small.sqlite"), {.parcels = 1, .seed = 3});
    CHECK(numberIn(plan, "SELECT count(*) FROM parcel") == fewestParcels);
}

TEST_CASE("makeDemo does not write over a file, and leaves nothing behind when stopped") {
    const Folder folder;
    const auto path = folder.file("demo.sqlite");
    demoAt(path, {.parcels = 30, .seed = 1});
    const auto again = makeDemo(path, {});
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::Unwritable);
    std::stop_source source;
    source.request_stop();
    const auto stopped =
        makeDemo(folder.file("other.sqlite"), {}, {.report = {}, .stop = source.get_token()});
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK(std::distance(fs::directory_iterator(fs::path(path).parent_path()), fs::directory_iterator()) == 1);
}
