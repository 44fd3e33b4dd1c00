#include "geo/shape/blob.h"
#include "tests/geo/plan/plan_fixture.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace tuban;
using namespace tuban::test;

TEST_CASE("a parcel that is written is read back with its areas") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uids = addParcels(plan, 3);
    const auto feature = readFeature(plan, {"parcel", uids[1]});
    REQUIRE(feature);
    CHECK(feature->uid == uids[1]);
    CHECK(feature->geometry == square(458050, 3853000, 20));
    CHECK(std::get<double>(parcelValue(plan, uids[1], "area_planar_m2")) ==
          Catch::Approx(400).epsilon(1e-12));
    // On the ellipsoid the square is a little smaller or larger than on the plane, never by more than 0.1 %.
    CHECK(std::get<double>(parcelValue(plan, uids[1], "area_ellip_m2")) == Catch::Approx(400).epsilon(1e-3));
    CHECK(wholeness(plan.path(), "parcel") == "1 ok ok");
}

TEST_CASE("readFeatures gives only what lies in the window") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uids = addParcels(plan, 10);
    std::vector<std::string> met;
    // P2 spans 458050..458070; the window ends 0.1 m before P3, closer than the index's floats can tell.
    const FeatureQuery query{.layer = "parcel", .window = Box{458060, 3853000, 458074.9, 3853001}};
    const auto count = readFeatures(plan, query, [&](const Feature& feature) {
        met.push_back(feature.uid);
        return true;
    });
    REQUIRE(count);
    CHECK(*count == 1);
    CHECK(met == std::vector{uids[1]});
}

TEST_CASE("readFeatures stops when the visitor has enough") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    addParcels(plan, 5);
    const auto count = readFeatures(plan, {.layer = "parcel"}, [](const Feature&) { return false; });
    REQUIRE(count);
    CHECK(*count == 1);
}

TEST_CASE("a column that is not there is a usage error that names the nearest") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto count =
        readFeatures(plan, {.layer = "parcel", .columns = {"parcel_n"}}, [](const Feature&) { return true; });
    REQUIRE_FALSE(count);
    CHECK(count.error().code == ErrorCode::Usage);
    CHECK(count.error().message.find("parcel_no") != std::string::npos);
}

TEST_CASE("update changes only the columns named") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uids = addParcels(plan, 1);
    setParcel(plan, uids[0], "owner", "高新区管委会");
    CHECK(std::get<std::string>(parcelValue(plan, uids[0], "owner")) == "高新区管委会");
    CHECK(std::get<std::string>(parcelValue(plan, uids[0], "parcel_no")) == "P1");
}

TEST_CASE("update and remove of an unknown uid say so") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    auto act = Act::begin(plan, {.kind = "edit", .what = "edit", .by = "wang"});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
    REQUIRE(writer);
    const auto updated = writer->update({.uid = "none", .columns = {"owner"}, .values = {"x"}});
    REQUIRE_FALSE(updated);
    CHECK(updated.error().code == ErrorCode::NotFound);
    const auto removed = writer->remove("none");
    REQUIRE_FALSE(removed);
    CHECK(removed.error().code == ErrorCode::NotFound);
}

TEST_CASE("computed columns, the key and shapes of another kind are refused") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    auto act = Act::begin(plan, {.kind = "edit", .what = "edit", .by = "wang"});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
    REQUIRE(writer);
    CHECK(writer->insert({.columns = {"area_planar_m2"}, .values = {1.0}}).error().code == ErrorCode::Usage);
    CHECK(writer->insert({.columns = {"uid"}, .values = {"u"}}).error().code == ErrorCode::Usage);
    CHECK(writer->insert({.geometry = makePoint({1, 2})}).error().code == ErrorCode::BadGeometry);
}

TEST_CASE("companion shapes are replaced as a whole and go with their feature") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    auto act = Act::begin(plan, {.kind = "edit", .what = "edit", .by = "wang"});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(plan, *act, "parking_site");
    REQUIRE(writer);
    FeatureEdit edit{.columns = {"name"}, .values = {"枫杨停车场"}, .geometry = makePoint({458000, 3853000})};
    edit.companions = {{"parking_site_area", square(458000, 3853000, 30)},
                       {"parking_site_area", square(458100, 3853000, 30)}};
    const auto uid = writer->insert(edit);
    REQUIRE(uid);
    const auto count = [&] {
        Statement rows(plan.database(), "SELECT count(*) FROM parking_site_area");
        REQUIRE(rows.step());
        return rows.integer(0);
    };
    CHECK(count() == 2);
    REQUIRE(writer->update({.uid = *uid, .companions = {{"parking_site_area", square(0, 0, 5)}}}));
    CHECK(count() == 1);
    REQUIRE(writer->remove(*uid));
    CHECK(count() == 0);
}

TEST_CASE("a feature with marks is not deleted") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uids = addParcels(plan, 1);
    Statement mark(plan.database(),
                   "INSERT INTO progress_mark(uid, root_uid, on_date, observer, subject, subject_uid, geom) "
                   "VALUES ('m', 'm', '2024-08-01', 'wang', 'parcel', ?1, ?2)");
    const auto place = encodeBlob(makePoint({458030, 3853010}), 4547);
    REQUIRE(mark.bind(1, uids[0]).bind(2, std::span<const std::byte>(place)).run());
    auto act = Act::begin(plan, {.kind = "edit", .what = "delete", .by = "wang"});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
    REQUIRE(writer);
    const auto removed = writer->remove(uids[0]);
    REQUIRE_FALSE(removed);
    CHECK(removed.error().code == ErrorCode::Conflict);
}

TEST_CASE("parseFeatureRef takes layer:uid and nothing else") {
    const auto catalogue = Catalogue::load();
    REQUIRE(catalogue);
    const auto ref = parseFeatureRef("parcel:a:b", *catalogue);
    REQUIRE(ref);
    CHECK(*ref == FeatureRef{"parcel", "a:b"});
    CHECK(parseFeatureRef("parcel", *catalogue).error().code == ErrorCode::Usage);
    CHECK(parseFeatureRef("parcel:", *catalogue).error().code == ErrorCode::Usage);
    CHECK(parseFeatureRef("parcl:x", *catalogue).error().code == ErrorCode::Usage);
}
