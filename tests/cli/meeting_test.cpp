// The sheet of the weekly meeting, of an illustrative district.
#include "tests/cli/program.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace tuban::test;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("meeting writes the week's sheet in each format, and says how long its lists are") {
    const Folder folder;
    const std::string plan = folder / "示例.sqlite";
    REQUIRE(tubanRun({"demo", plan, "--parcels", "400"}).exitCode == 0);
    const Json week =
        answer({"meeting", plan, "--since", "2024-08-14", "--to", folder / "例会.html", "--json"});
    CHECK(week["since"] == "2024-08-14");
    CHECK(week["until"] == "2024-08-21"); // the plan's own day
    REQUIRE(week["lists"].size() == 11);
    const std::string page = contentOf(folder / "例会.html");
    for (const Json& list : week["lists"]) {
        CHECK_THAT(page,
                   ContainsSubstring(list["title"].get<std::string>() + " (" + list["rows"].dump() + ")"));
    }
    for (const auto* name : {"例会.pdf", "例会.docx", "例会.xlsx"}) {
        CHECK(tubanRun({"meeting", plan, "--to", folder / name}).exitCode == 0); // since the last closed one
    }
    CHECK(contentOf(folder / "例会.pdf").starts_with("%PDF"));
    CHECK(contentOf(folder / "例会.docx").starts_with("PK"));
}

TEST_CASE("meeting refuses days that cannot be, by the option they were given with") {
    const Folder folder;
    const std::string plan = planWithParcels(folder);
    const std::string sheet = folder / "例会.pdf";
    const auto complaint = [&](std::vector<std::string> days) {
        std::vector<std::string> arguments{"meeting", plan, "--to", sheet};
        arguments.insert(arguments.end(), days.begin(), days.end());
        const Outcome refused = tubanRun(arguments);
        CHECK(refused.exitCode == 2);
        return refused.err;
    };
    CHECK_THAT(complaint({}), ContainsSubstring("--since DATE"));
    CHECK_THAT(complaint({"--since", "2024-13-01"}), ContainsSubstring("--since takes a day"));
    CHECK_THAT(complaint({"--since", "2024-08-14", "--until", "x"}),
               ContainsSubstring("--until takes a day"));
    CHECK_THAT(complaint({"--since", "2024-08-21", "--until", "2024-08-21"}),
               ContainsSubstring("not before"));
    CHECK_FALSE(std::filesystem::exists(sheet));
    CHECK(tubanRun({"meeting", plan, "--since", "2024-08-14", "--to", folder / "none/例会.pdf"}).exitCode ==
          3);
}
