#include "tests/cli/program.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace tuban::test;
using Catch::Matchers::ContainsSubstring;

namespace {

const std::vector<std::string> commands{"new",
                                        "demo",
                                        "info",
                                        "import",
                                        "export",
                                        "copy",
                                        "verify",
                                        "area",
                                        "list",
                                        "overlay",
                                        "coverage",
                                        "site",
                                        "network",
                                        "check",
                                        "mark",
                                        "history",
                                        "undo",
                                        "redo"};

std::string lastLine(const std::string& text) {
    const std::size_t end = text.find_last_not_of('\n');
    const std::size_t start = text.find_last_of('\n', end);
    return text.substr(start + 1, end - start);
}

} // namespace

TEST_CASE("--help of the program and of each command ends with a real example") {
    const Outcome top = tubanRun({"--help"});
    CHECK(top.exitCode == 0);
    CHECK(top.err.empty());
    CHECK_THAT(lastLine(top.out), ContainsSubstring("  tuban "));
    for (const std::string& command : commands) {
        const Outcome help = tubanRun({command, "--help"});
        CHECK(help.exitCode == 0);
        CHECK_THAT(lastLine(help.out), ContainsSubstring("  tuban " + command + " "));
        CHECK_THAT(top.out, ContainsSubstring("  " + command + " "));
    }
}

TEST_CASE("a wrong word is a usage error that names the nearest right one") {
    struct Case {
        std::vector<std::string> arguments;
        std::string sentence;
    };
    const std::vector<Case> cases{
        {{"infoo", "a.sqlite"}, "did you mean info?"},
        {{"info", "a.sqlite", "--jsn"}, "did you mean --json?"},
        {{"import", "a.sqlite", "b.shp", "--lyer", "parcel"}, "did you mean --layer?"},
        {{"import", "a.sqlite", "b.shp", "--layer", "parcel", "--on-match", "kep"}, "did you mean 'keep'?"},
        {{"area", "a.sqlite", "--layer", "parcel", "--method", "elipsoidal"}, "did you mean 'ellipsoidal'?"},
        {{"export", "a.sqlite", "--to", "b.shp", "--encoding", "GBKK"}, "did you mean 'GBK'?"},
    };
    for (const Case& usage : cases) {
        const Outcome outcome = tubanRun(usage.arguments);
        CHECK(outcome.exitCode == 2);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.err, ContainsSubstring(usage.sentence));
    }
}

TEST_CASE("what is missing or too much is a usage error") {
    const std::vector<std::vector<std::string>> cases{
        {"info"},
        {"info", "a.sqlite", "b.sqlite"},
        {"import", "a.sqlite", "b.shp"},
        {"import", "a.sqlite", "b.shp", "--layer"},
        {"export", "a.sqlite"},
        {"verify", "b.shp"},
        {"undo", "a.sqlite", "0"},
        {"mark", "a.sqlite", "--stage", "building"},
        {"mark", "a.sqlite", "--at", "113.5,34.8"},
        {"mark", "a.sqlite", "--at", "113.5,34.8", "--stage", "building", "--no-change"},
    };
    for (const auto& arguments : cases) {
        const Outcome outcome = tubanRun(arguments);
        INFO(outcome.err);
        CHECK(outcome.exitCode == 2);
        CHECK(outcome.out.empty());
        CHECK_FALSE(outcome.err.empty());
    }
}

TEST_CASE("a layer, column, stage or system that does not exist is a usage error on a real plan") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    struct Case {
        std::vector<std::string> arguments;
        std::string sentence;
    };
    const std::vector<Case> cases{
        {{"list", plan, "--layer", "parcell"}, "parcel"},
        {{"list", plan, "--layer", "parcel", "--where", "parcel_n = '1'"}, "parcel_no"},
        {{"list", plan, "--layer", "parcel", "--where", "name = "}, "--where"},
        {{"list", plan, "--layer", "parcel", "--columns", "nam"}, "name"},
        {{"area", plan, "--layer", "road_project"}, "road_project"},
        {{"area", plan, "--layer", "parcel", "--by", "lu_cod"}, "lu_code"},
        {{"mark", plan, "--at", "113.5634,34.8055", "--stage", "floating"}, "building"},
        {{"mark", plan, "--at", "34.8055,113.5634", "--stage", "building"}, "longitude"},
        {{"mark", plan, "--at", "here", "--stage", "building"}, "LON,LAT"},
        {{"mark", plan, "--at", "113.5634,34.8055", "--stage", "building", "--percent", "140"}, "percent"},
        {{"mark", plan, "--at", "113.5634,34.8055", "--stage", "building", "--on", "2024-02-30"},
         "2024-02-30"},
        {{"export", plan, "--to", folder / "a.shp", "--crs", "EPSG:1"}, "EPSG:1"},
        {{"export", plan, "--to", folder / "a.docx"}, "docx"},
        {{"new", folder / "b.sqlite", "--crs", "EPSG:1"}, "EPSG:1"},
        {{"new", folder / "b.sqlite", "--crs", "EPSG:4490"}, "4490"},
    };
    for (const Case& usage : cases) {
        const Outcome outcome = tubanRun(usage.arguments);
        INFO(usage.arguments.at(0) << " … " << usage.arguments.back() << ": " << outcome.err);
        CHECK(outcome.exitCode == 2);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.err, ContainsSubstring(usage.sentence));
    }
    CHECK_FALSE(std::filesystem::exists(folder / "b.sqlite"));
}
