#include "app/cli/figures.h"
#include "app/cli/table.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;

TEST_CASE("displayWidth gives Chinese characters two cells and combining marks none") {
    CHECK(displayWidth("parcel") == 6);
    CHECK(displayWidth("科学大道") == 8);
    CHECK(displayWidth("3°带 m²") == 7);
    CHECK(displayWidth("e\u0301") == 1);
    CHECK(displayWidth("\xFF") == 1);
}

TEST_CASE("a table lines its columns up under wide characters") {
    Table table({{"名称"}, {"m²", Table::Align::Right}});
    table.addRow({"枫杨街道小学", "2,500.00"});
    table.addRow({"A-1", "900.00"});
    CHECK(table.text() == "名称                m²\n"
                          "枫杨街道小学  2,500.00\n"
                          "A-1             900.00\n");
}

TEST_CASE("a cell cannot steer the terminal or break its line") {
    CHECK(printable("a\x1b[2Jb\nc\td\x7f") == "a [2Jb c d ");
}

TEST_CASE("grouped parts thousands and keeps the sign and the places") {
    CHECK(grouped(143146807.126, 2) == "143,146,807.13");
    CHECK(grouped(-1234.5, 1) == "-1,234.5");
    CHECK(grouped(999.0, 0) == "999");
    CHECK(grouped(std::int64_t{1000}) == "1,000");
    CHECK(grouped(std::int64_t{-100}) == "-100");
}

TEST_CASE("areaCells gives m², mu and hectares") {
    CHECK(areaCells(23100) == std::vector<std::string>{"23,100.00", "34.65", "2.3100"});
}
