#include "geo/base/sha256.h"
#include "geo/base/uid.h"
#include "geo/works/mark.h"
#include "works_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace tuban;
using Catch::Matchers::WithinAbs;

namespace {

Mark appended(WorksPlan& works, const MarkDraft& draft) {
    const auto mark = appendMark(works.plan(), draft);
    REQUIRE(mark);
    return *mark;
}

std::string refusal(WorksPlan& works, const MarkDraft& draft) {
    const auto mark = appendMark(works.plan(), draft);
    REQUIRE_FALSE(mark);
    CHECK(mark.error().code == ErrorCode::Usage);
    return mark.error().message;
}

std::string stageNowOf(const Plan& plan, const FeatureRef& ref) {
    Statement row(plan.database(), "SELECT stage FROM state_now WHERE layer = ?1 AND uid = ?2");
    const auto found = row.bind(1, ref.layer).bind(2, ref.uid).step();
    REQUIRE(found);
    return *found ? std::string(row.text(0)) : "";
}

} // namespace

TEST_CASE("A mark keeps what was said and where") {
    WorksPlan works;
    auto draft = draftOf(works.west, "在建");
    draft.percent = 35;
    draft.state = "slow";
    draft.note = "地下室封顶";
    draft.at = Point{458850, 3853720};
    draft.locate = "gps";
    draft.accuracyM = 4.5;
    const auto made = appended(works, draft);
    const auto marks = liveMarks(works.plan(), works.west);
    REQUIRE(marks);
    REQUIRE(marks->size() == 1);
    const auto& mark = marks->front();
    CHECK(mark.uid == made.uid);
    CHECK(isUid(mark.uid));
    CHECK(mark.stage == "building");
    CHECK(mark.percent == 35);
    CHECK(mark.state == "slow");
    CHECK(mark.note == "地下室封顶");
    CHECK(mark.onDate == "2024-08-01");
    CHECK(mark.by == "李楠");
    CHECK(mark.at == Point{458850, 3853720});
    CHECK_THAT(mark.distanceM, WithinAbs(20, 1e-9));
    CHECK(mark.accuracyM == 4.5);
    CHECK(mark.locate == "gps");
    CHECK_FALSE(mark.isVoid);
    CHECK(stageNowOf(works.plan(), works.west) == "building");
}

TEST_CASE("A mark without a place stands at its subject, on the plan's day") {
    WorksPlan works;
    REQUIRE(works.plan().setFact("today", "2024-08-21"));
    auto draft = draftOf(works.west, "");
    draft.onDate.clear();
    const auto mark = appended(works, draft);
    CHECK(mark.locate == "subject");
    CHECK(mark.distanceM == 0);
    CHECK(mark.onDate == "2024-08-21");
    CHECK(mark.stage.empty()); // no change
}

TEST_CASE("A mark far from its subject keeps the distance") {
    WorksPlan works;
    auto draft = draftOf(works.west, "building");
    draft.at = Point{458850, 3854700};
    const auto mark = appended(works, draft);
    CHECK_THAT(mark.distanceM, WithinAbs(1000, 1e-9));
    CHECK(mark.distanceM > farMarkM);
}

TEST_CASE("A stage the layer does not have is refused with those it has") {
    WorksPlan works;
    const auto message = refusal(works, draftOf(works.west, "open"));
    CHECK(message.contains("parcel"));
    CHECK(message.contains("building"));
    CHECK(message.contains("在建"));
    CHECK(appendMark(works.plan(), draftOf(works.road, "open")));
}

TEST_CASE("A mark that cannot be true is refused") {
    WorksPlan works;
    auto percent = draftOf(works.west, "building");
    percent.percent = 101;
    CHECK(refusal(works, percent).contains("101"));
    auto state = draftOf(works.west, "building");
    state.state = "fast";
    CHECK(refusal(works, state).contains("halted"));
    auto day = draftOf(works.west, "building");
    day.onDate = "2024-02-30";
    CHECK(refusal(works, day).contains("2024-02-30"));
    auto uid = draftOf(works.west, "building");
    uid.uid = "7";
    CHECK(refusal(works, uid).contains("uid"));
    const auto nobody = appendMark(works.plan(), draftOf({"parcel", newUid()}, "building"));
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().code == ErrorCode::NotFound);
    CHECK(liveMarks(works.plan(), works.west)->empty());
}

TEST_CASE("A second try with the same uid gives the same mark again") {
    WorksPlan works;
    auto draft = draftOf(works.west, "building");
    draft.uid = newUid();
    const auto first = appended(works, draft);
    draft.note = "again";
    const auto second = appended(works, draft);
    CHECK(second.id == first.id);
    CHECK(second.note.empty());
    CHECK(liveMarks(works.plan(), works.west)->size() == 1);
    CHECK(history(works.plan())->size() == 2); // the drawing and one mark
}

TEST_CASE("A correction takes the place of a mark, a withdrawal takes it away") {
    WorksPlan works;
    const auto wrong = appended(works, draftOf(works.west, "completed"));
    auto right = draftOf(works.west, "building");
    right.corrects = wrong.uid;
    const auto correction = appended(works, right);
    REQUIRE(liveMarks(works.plan(), works.west)->size() == 1);
    CHECK(liveMarks(works.plan(), works.west)->front().uid == correction.uid);
    CHECK(stageNowOf(works.plan(), works.west) == "building");
    const auto withdrawal = withdrawMark(works.plan(), correction.uid, "王珂");
    REQUIRE(withdrawal);
    CHECK(withdrawal->isVoid);
    CHECK(withdrawal->corrects == correction.uid);
    CHECK(liveMarks(works.plan(), works.west)->empty());
    CHECK(stageNowOf(works.plan(), works.west) == "land"); // the imported one again
    CHECK(withdrawMark(works.plan(), newUid(), "王珂").error().code == ErrorCode::NotFound);
}

TEST_CASE("stageOn looks at the marks up to a day and at the imported stage before") {
    WorksPlan works;
    auto first = draftOf(works.west, "started");
    first.onDate = "2024-07-01";
    appended(works, first);
    auto later = draftOf(works.west, "building");
    later.onDate = "2024-08-01";
    later.percent = 20;
    appended(works, later);
    auto unchanged = draftOf(works.west, "");
    unchanged.onDate = "2024-08-15";
    unchanged.state = "halted";
    appended(works, unchanged);

    const auto before = stageOn(works.plan(), works.west, "2024-06-30");
    REQUIRE(before);
    CHECK(before->stage == "land");
    CHECK_FALSE(before->fromMark);
    const auto july = stageOn(works.plan(), works.west, "2024-07-31");
    CHECK(july->stage == "started");
    CHECK_FALSE(july->percent);
    const auto now = stageOn(works.plan(), works.west, "2024-08-21");
    CHECK(now->stage == "building");
    CHECK(now->percent == 20);
    CHECK(now->since == "2024-08-01");
    CHECK(now->state == "halted");
    CHECK(now->fromMark);
    CHECK(stageOn(works.plan(), works.east, "2024-08-21")->stage.empty());
}

TEST_CASE("Marks come newest first, by the day they were true") {
    WorksPlan works;
    for (const auto* day : {"2024-08-03", "2024-08-01", "2024-08-02"}) {
        auto draft = draftOf(works.road, "building");
        draft.onDate = day;
        appended(works, draft);
    }
    appended(works, draftOf(works.west, "building"));
    const auto marks = liveMarks(works.plan(), works.road);
    REQUIRE(marks->size() == 3);
    CHECK(marks->front().onDate == "2024-08-03");
    CHECK(marks->back().onDate == "2024-08-01");
    CHECK(allLiveMarks(works.plan())->size() == 4);
}

TEST_CASE("A photo is kept once, with the hash of its content") {
    WorksPlan works;
    PhotoFile photo{.name = "工地.jpg", .mediaType = "image/jpeg", .bytes = {}};
    for (int i = 0; i < 70'000; ++i) {
        photo.bytes.push_back(static_cast<std::byte>(i * 31 % 251));
    }
    auto draft = draftOf(works.west, "building");
    draft.photos = {photo, photo};
    const auto mark = appended(works, draft);
    REQUIRE(mark.photos.size() == 1);
    CHECK(mark.photos.front() == sha256Hex(photo.bytes));
    const auto again = appended(works, draft);
    CHECK(again.photos == mark.photos);
    CHECK(allLiveMarks(works.plan())->front().photos == mark.photos);
    const auto kept = readPhoto(works.plan(), mark.photos.front());
    REQUIRE(kept);
    CHECK(kept->bytes == photo.bytes);
    CHECK(kept->name == "工地.jpg");
    CHECK(kept->mediaType == "image/jpeg");
    CHECK(readPhoto(works.plan(), "00").error().code == ErrorCode::NotFound);
}

TEST_CASE("A subject without shape can be marked where somebody stands") {
    WorksPlan works;
    auto act =
        Act::begin(works.plan(), {.kind = "edit", .what = "add", .by = "test", .layer = "key_project"});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(works.plan(), *act, "key_project");
    REQUIRE(writer);
    const auto uid = writer->insert({.columns = {"name"}, .values = {Value(std::string("屹锂"))}});
    REQUIRE(uid);
    REQUIRE(act->commit());
    auto draft = draftOf({"key_project", *uid}, "signed");
    CHECK(refusal(works, draft).contains("shape"));
    draft.at = Point{458900, 3853600};
    CHECK(appended(works, draft).distanceM == 0);
}
