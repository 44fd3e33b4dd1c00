#include "geo/paint/breaks.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;

namespace {

std::vector<double> oneToTen() {
    return {10, 1, 9, 2, 8, 3, 7, 4, 6, 5};
}

} // namespace

TEST_CASE("quantiles put as many values in each class") {
    const auto breaks = classBreaks(oneToTen(), BreakMethod::Quantile, 5);
    CHECK(breaks == std::vector<double>{3, 5, 7, 9});
    std::vector<int> counts(5, 0);
    for (const double value : oneToTen()) {
        ++counts[classOfValue(value, breaks)];
    }
    CHECK(counts == std::vector<int>(5, 2));
}

TEST_CASE("equal classes are as wide as each other") {
    CHECK(classBreaks({0, 3, 50}, BreakMethod::Equal, 5) == std::vector<double>{10, 20, 30, 40});
}

TEST_CASE("round classes are bounded by round numbers inside the values") {
    CHECK(classBreaks({0.37, 4.61}, BreakMethod::Round, 5) == std::vector<double>{1, 2, 3, 4});
    CHECK(classBreaks({130, 970}, BreakMethod::Round, 4) == std::vector<double>{250, 500, 750});
    CHECK(classBreaks({0.011, 0.049}, BreakMethod::Round, 4) == std::vector<double>{0.02, 0.03, 0.04});
}

TEST_CASE("bounds are as the legend writes them") {
    // (1 + 2 × 0.123456) is bounded at 1.12 and not at a figure that nobody reads.
    CHECK(classBreaks({1, 1.246912}, BreakMethod::Equal, 2) == std::vector<double>{1.12});
}

TEST_CASE("a value on a bound belongs to the class above") {
    const std::vector<double> breaks{1, 2};
    CHECK(classOfValue(0.999, breaks) == 0);
    CHECK(classOfValue(1, breaks) == 1);
    CHECK(classOfValue(2, breaks) == 2);
}

TEST_CASE("few or like values give few classes") {
    for (const BreakMethod method : {BreakMethod::Quantile, BreakMethod::Equal, BreakMethod::Round}) {
        CHECK(classBreaks({}, method, 5).empty());
        CHECK(classBreaks({7, 7, 7}, method, 5).empty());
        const auto breaks = classBreaks({1, 1, 1, 1, 1, 2}, method, 5);
        for (std::size_t i = 1; i < breaks.size(); ++i) {
            CHECK(breaks[i - 1] < breaks[i]);
        }
    }
    CHECK(classBreaks({1, 1, 1, 1, 1, 2}, BreakMethod::Quantile, 5).size() <= 1);
}
