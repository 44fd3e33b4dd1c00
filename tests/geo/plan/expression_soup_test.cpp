#include "geo/plan/expression.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <random>

using namespace tuban;

namespace {

constexpr std::array<std::string_view, 44> words{
    "and",   "or",     "not",    "in",    "is",       "null",    "like",     "between", "true",
    "false", "(",      ")",      ",",     "+",        "-",       "*",        "/",       "=",
    "<>",    "<",      "<=",     ">",     ">=",       "1",       "2.5",      "0701",    "1e5",
    "'a'",   "'%地_'", "''",     "name",  "far_max",  "lu_code", "登记面积", "DKBH",    "\"name\"",
    "abs",   "round",  "length", "lower", "coalesce", "date",    "（",       "，"};

std::string soup(std::mt19937& random) {
    std::uniform_int_distribution<std::size_t> length(1, 9);
    std::uniform_int_distribution<std::size_t> pick(0, words.size() - 1);
    std::string text;
    for (std::size_t left = length(random); left > 0; --left) {
        text += words.at(pick(random));
        text += ' ';
    }
    return text;
}

} // namespace

TEST_CASE("any soup of words is parsed and evaluated or refused with its place") {
    const auto catalogue = Catalogue::load().value();
    const Layer& layer = *catalogue.layer("parcel");
    std::mt19937 random(20240821); // NOLINT: a fixed seed gives the same soups each time
    int parsed = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = soup(random);
        const auto expression = Expression::parse(text, layer);
        if (!expression) {
            INFO(text);
            REQUIRE(expression.error().code == ErrorCode::Usage);
            REQUIRE(expression.error().message.contains("at character "));
            continue;
        }
        ++parsed;
        const std::array<Value, 3> cells{Value(), Value(2.0), Value("0701")};
        for (std::size_t shift = 0; shift < cells.size(); ++shift) {
            const Value value = expression->evaluate(
                [&](std::size_t index) { return cells.at((index + shift) % cells.size()); });
            REQUIRE((isNull(value) || !toText(value).empty() || std::holds_alternative<std::string>(value)));
        }
    }
    CHECK(parsed > 500);
}

TEST_CASE("any bytes are parsed or refused") {
    const auto catalogue = Catalogue::load().value();
    const Layer& layer = *catalogue.layer("parcel");
    std::mt19937 random(7); // NOLINT: a fixed seed
    std::uniform_int_distribution<int> byte(1, 255);
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (int n = 0; n < i % 12; ++n) {
            text += static_cast<char>(byte(random));
        }
        refused += Expression::parse(text, layer) ? 0 : 1;
    }
    CHECK(refused > 19'000);
}
