#include "tests/cli/program.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <signal.h>

#include <fstream>

using namespace tuban::test;
using Catch::Matchers::ContainsSubstring;

namespace {

// Enough parcels that an import is still at work when the first word of its progress arrives.
std::string manyParcels(const Folder& folder) {
    constexpr int side = 250;
    std::string path = folder / "很多地块.geojson";
    std::ofstream file(path);
    file
        << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4547"}},)"
        << R"("features":[)";
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            const int west = 440000 + column * 40;
            const int south = 3840000 + row * 40;
            file << (row + column > 0 ? ",\n" : "") << R"({"type":"Feature","properties":{"DKBH":")" << row
                 << '-' << column << R"("},"geometry":{"type":"Polygon","coordinates":[[[)" << west << ','
                 << south << "],[" << west + 30 << ',' << south << "],[" << west + 30 << ',' << south + 30
                 << "],[" << west << ',' << south + 30 << "],[" << west << ',' << south << "]]]}}";
        }
    }
    file << "]}";
    return path;
}

} // namespace

TEST_CASE("an import that is interrupted ends with 130 and leaves the plan as it was") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const std::string source = manyParcels(folder);
    for (const int signal : {SIGINT, SIGTERM}) {
        Running import({"import", plan, source, "--layer", "parcel", "--progress-json", "--json"});
        import.waitForLine();
        REQUIRE(kill(import.pid(), signal) == 0);
        const Outcome outcome = import.wait();
        INFO(outcome.err);
        CHECK(outcome.exitCode == 130);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.err, ContainsSubstring(R"({"fraction":)") && ContainsSubstring("cancelled"));
    }
    const Json history = tubanRun({"history", plan, "--json"}).json();
    CHECK(history.at("entries").size() == 1);
    const Json list = tubanRun({"list", plan, "--layer", "parcel", "--json"}).json();
    CHECK(list.at("features").size() == 4);
    // The plan and the source: no staging file, no log.
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
}

TEST_CASE("an import that is interrupted before it reads leaves no log beside the plan") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    // Without a name the first line on stderr is a warning, said before the source is opened.
    Running import({"import", plan, manyParcels(folder), "--layer", "parcel"}, {"TUBAN_BY="});
    import.waitForLine();
    REQUIRE(kill(import.pid(), SIGINT) == 0);
    const Outcome outcome = import.wait();
    INFO(outcome.err);
    CHECK(outcome.exitCode == 130);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
}
