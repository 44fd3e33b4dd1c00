// `tuban mark` from the command line: where, what, by whom.
#include "tests/cli/program.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <fstream>

using namespace tuban::test;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

using Keys = std::vector<std::string>;

std::string uidOf(const std::string& plan, const std::string& number) {
    const Json list =
        answer({"list", plan, "--layer", "parcel", "--where", "parcel_no = '" + number + "'", "--json"});
    REQUIRE(list.at("features").size() == 1);
    return list.at("features")[0].at("uid");
}

} // namespace

TEST_CASE("mark at a place finds the parcel there and gives back where and what") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    // echo "460050 3853100" | gdaltransform -s_srs EPSG:4547 -t_srs EPSG:4490 -output_xy
    const Json mark = answer({"mark",
                              plan,
                              "--at",
                              "113.563407004804,34.8054802886328",
                              "--stage",
                              "building",
                              "--percent",
                              "42.5",
                              "--note",
                              "主体施工",
                              "--on",
                              "2024-08-21",
                              "--by",
                              "王工",
                              "--json"});
    CHECK(missingKeys(mark, {"uid", "feature", "stage", "percent", "at", "distance_m", "on"}) == Keys{});
    CHECK(mark["feature"] == "parcel:" + uidOf(plan, "高新-001"));
    CHECK(mark["stage"] == "building");
    CHECK(mark["percent"] == 42.5);
    CHECK_THAT(mark["at"][0].get<double>(), WithinAbs(113.563407004804, 1e-8));
    CHECK_THAT(mark["at"][1].get<double>(), WithinAbs(34.8054802886328, 1e-8));
    CHECK(mark["distance_m"] == 0.0);
    CHECK(mark["on"] == "2024-08-21");

    const Json history = answer({"history", plan, "--json"});
    REQUIRE(history.at("entries").size() == 2);
    CHECK(history["entries"][0]["kind"] == "mark");
    CHECK(history["entries"][0]["by"] == "王工");
    CHECK(history["entries"][1]["kind"] == "import");
    CHECK(history["entries"][1]["by"] == "测试员");
}

TEST_CASE("mark takes the label of a stage, and metres where --crs says so") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const Json mark =
        answer({"mark", plan, "--at", "460225,3853025", "--crs", "EPSG:4547", "--stage", "在建", "--json"});
    CHECK(mark["feature"] == "parcel:" + uidOf(plan, "高新-002"));
    CHECK(mark["stage"] == "building");
}

TEST_CASE("a mark far from its subject is made, with a warning") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const Outcome mark = tubanRun({"mark",
                                   plan,
                                   "--feature",
                                   "parcel:" + uidOf(plan, "高新-001"),
                                   "--at",
                                   "460050,3854200",
                                   "--crs",
                                   "EPSG:4547",
                                   "--no-change",
                                   "--json"});
    CHECK(mark.exitCode == 0);
    CHECK_THAT(mark.json()["distance_m"].get<double>(), WithinAbs(1000.0, 1e-6));
    CHECK(mark.json()["stage"].is_null());
    CHECK_THAT(mark.err, ContainsSubstring("1,000 m"));
}

TEST_CASE("photos are kept with a mark, and a file that is none is refused") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const std::string photo = folder / "现场.png";
    std::ofstream(photo, std::ios::binary) << "\x89PNG\r\n\x1A\n and so on";
    const std::string text = folder / "纪要.jpg";
    std::ofstream(text) << "no photo";
    const std::vector<std::string> arguments{"mark",
                                             plan,
                                             "--at",
                                             "460225,3853025",
                                             "--crs",
                                             "EPSG:4547",
                                             "--stage",
                                             "started",
                                             "--json",
                                             "--photo"};
    std::vector<std::string> withPhoto = arguments;
    withPhoto.push_back(photo);
    CHECK(answer(withPhoto)["photos"].size() == 1);
    for (const std::string& wrong : {text, folder / "没有.jpg"}) {
        std::vector<std::string> withWrong = arguments;
        withWrong.push_back(wrong);
        const Outcome outcome = tubanRun(withWrong);
        CHECK(outcome.exitCode == 3);
        CHECK_THAT(outcome.err, ContainsSubstring(wrong));
    }
}

TEST_CASE("a mark where nothing is, or on a feature that is not there, is refused") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const Outcome nowhere = tubanRun({"mark", plan, "--at", "114.9,34.1", "--stage", "building"});
    CHECK(nowhere.exitCode == 3);
    CHECK_THAT(nowhere.err, ContainsSubstring("--feature"));
    const Outcome unknown = tubanRun({"mark", plan, "--feature", "parcel:高新-001", "--stage", "building"});
    CHECK(unknown.exitCode != 0);
    CHECK(answer({"history", plan, "--json"})["entries"].size() == 1);
}

TEST_CASE("without a name to act under the command line warns") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const std::vector<std::string> arguments{
        "mark", plan, "--at", "460225,3853025", "--crs", "EPSG:4547", "--stage", "started"};
    const Outcome unnamed = tubanRun(arguments, {"TUBAN_BY="});
    CHECK(unnamed.exitCode == 0);
    CHECK_THAT(unnamed.err, ContainsSubstring("--by"));
    CHECK(tubanRun(arguments).err.empty());
}
