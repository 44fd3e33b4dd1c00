#include "geo/base/value.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;

TEST_CASE("toText writes numbers in their shortest exact form") {
    CHECK(toText(Value{}).empty());
    CHECK(toText(Value{std::int64_t{-42}}) == "-42");
    CHECK(toText(Value{0.1}) == "0.1");
    CHECK(toText(Value{66800.0}) == "66800");
    CHECK(toText(Value{38458825.4449}) == "38458825.4449");
    CHECK(toText(Value{1e300}) == "1e+300");
    CHECK(toText(Value{std::string("工业")}) == "工业");
}
