#include "geo/plan/search.h"
#include "tests/geo/plan/plan_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace tuban;
using namespace tuban::test;

namespace {

std::string addNamed(Plan& plan, const std::string& layer, const std::string& name) {
    auto act = Act::begin(plan, {.kind = "edit", .what = "draw", .by = "wang", .layer = layer});
    REQUIRE(act);
    auto writer = FeatureWriter::forLayer(plan, *act, layer);
    REQUIRE(writer);
    const auto uid = writer->insert({.columns = {"name"}, .values = {name}});
    REQUIRE(uid);
    REQUIRE(act->commit());
    return *uid;
}

std::vector<std::string> titles(const Plan& plan, std::string_view words) {
    const auto hits = search(plan, words);
    if (!hits) {
        FAIL(hits.error().message);
    }
    std::vector<std::string> found;
    for (const SearchHit& hit : *hits) {
        found.push_back(hit.title);
    }
    return found;
}

using Titles = std::vector<std::string>;

} // namespace

TEST_CASE("one or two Chinese characters anywhere in a name find it") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    addNamed(plan, "parking_site", "枫杨街停车场");
    addNamed(plan, "key_project", "机械所二期");
    for (const std::string word : {"枫", "停", "场", "停车", "车场", "杨街停", "枫杨街停车场"}) {
        INFO(word);
        CHECK(titles(plan, word) == Titles{"枫杨街停车场"});
    }
    CHECK(titles(plan, "二").front() == "机械所二期");
    CHECK(titles(plan, "停场").empty());
    CHECK(titles(plan, "枫杨 停车").size() == 1);
    CHECK(titles(plan, "枫杨 二期").empty());
}

TEST_CASE("pinyin initials find a name") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    addNamed(plan, "key_project", "机械所二期");
    CHECK(titles(plan, "jxseq") == Titles{"机械所二期"});
    CHECK(titles(plan, "JXS") == Titles{"机械所二期"});
    addNamed(plan, "key_project", "GX-01 机械所"); // short, and only a part of it is met
    addNamed(plan, "parking_site", "机械所");
    CHECK(titles(plan, "jxs") == Titles{"机械所", "机械所二期", "GX-01 机械所"});
    CHECK(titles(plan, "seq") == Titles{"机械所二期"});
    CHECK(titles(plan, "xyz").empty());
}

TEST_CASE("parts of a number and the uid find a parcel, the exact number first") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uids = addParcels(plan, 12);
    CHECK(titles(plan, "P1") == Titles{"P1", "P10", "P11", "P12"});
    CHECK(titles(plan, "p12") == Titles{"P12"});
    CHECK(titles(plan, uids[3]) == Titles{"P4"});
    CHECK(search(plan, "P", 5)->size() == 5);
}

TEST_CASE("any text may be searched for") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    addNamed(plan, "key_project", "\"A\" AND (B) OR* 100% 'c';--");
    for (const std::string word : {"\"",
                                   "\"\"",
                                   "*",
                                   "a*",
                                   "(",
                                   ")",
                                   "AND",
                                   "OR",
                                   "NOT",
                                   "NEAR(a b)",
                                   "'; DROP TABLE parcel;--",
                                   "^a",
                                   "a:b",
                                   "-",
                                   "--",
                                   "\\",
                                   "%",
                                   "\xFF\xFE",
                                   "\xE5",
                                   "   ",
                                   "",
                                   "words:x",
                                   "{a}"}) {
        INFO(word);
        CHECK(search(plan, word));
    }
    CHECK(search(plan, std::string("a\0b", 3)));
    CHECK(search(plan, std::string(20'000, 'x')));
    CHECK(titles(plan, "\"a\"").size() == 1);
    CHECK(titles(plan, "100%").size() == 1);
}

TEST_CASE("reindexLayer finds what another program wrote") {
    const Folder folder;
    Plan plan = newPlan(folder.file("a.sqlite"));
    const auto uids = addParcels(plan, 2);
    otherProgram(plan.path(), "UPDATE parcel SET owner = '石佛办事处' WHERE parcel_no = 'P2'");
    otherProgram(plan.path(), "DELETE FROM parcel WHERE parcel_no = 'P1'");
    CHECK(titles(plan, "石佛").empty());
    auto transaction = Transaction::begin(plan.database());
    REQUIRE(transaction);
    REQUIRE(reindexLayer(plan, "parcel"));
    REQUIRE(transaction->commit());
    CHECK(titles(plan, "石佛") == Titles{"P2"});
    CHECK(titles(plan, "P1").empty());
    CHECK(
        otherProgram(plan.path(), "INSERT INTO search_text(search_text) VALUES ('integrity-check')").empty());
}
