#include "geo/shape/geometry.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace tuban;

namespace {

Geometry squareWithHole() {
    return makePolygon({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{2, 2}, {8, 2}, {8, 8}, {2, 8}}});
}

} // namespace

TEST_CASE("Box grows by points and by boxes") {
    Box box;
    CHECK(box.empty());
    box.add(Box{});
    CHECK(box.empty());
    box.add(Point{3, 4});
    box.add(Box{-1, 5, 0, 6});
    CHECK(box.minX == -1);
    CHECK(box.maxY == 6);
    CHECK(box.grown(1).contains({-2, 3}));
    CHECK(Box{}.grown(5).empty());
}

TEST_CASE("makePolygon closes its rings") {
    const auto square = squareWithHole();
    CHECK(square.points.size() == 10);
    CHECK(square.part(0).front() == square.part(0).back());
    CHECK(square.part(1).front() == square.part(1).back());
    CHECK(makePolygon({{{0, 0}, {1, 0}, {1, 1}, {0, 0}}}).points.size() == 4);
}

TEST_CASE("append keeps parts and polygons apart") {
    Geometry two = squareWithHole();
    append(two, makePolygon({{{20, 0}, {24, 0}, {22, 3}}}));
    CHECK(two.polygonEnds == std::vector<std::uint32_t>{2, 3});
    CHECK(two.part(2).front() == Point{20, 0});
}

TEST_CASE("containsPoint leaves holes out") {
    const auto square = squareWithHole();
    CHECK(containsPoint(square, {1, 1}));
    CHECK_FALSE(containsPoint(square, {5, 5}));
    CHECK_FALSE(containsPoint(square, {11, 5}));
    CHECK_FALSE(containsPoint(square, {5, 10.001}));
}

TEST_CASE("distanceTo measures to the nearest edge") {
    const auto square = squareWithHole();
    CHECK(distanceTo(square, {1, 1}) == 0);
    CHECK(distanceTo(square, {5, 5}) == Catch::Approx(3).epsilon(1e-12));
    CHECK(distanceTo(square, {13, 14}) == Catch::Approx(5).epsilon(1e-12));
    CHECK(distanceTo(makePoint({3, 4}), {0, 0}) == Catch::Approx(5).epsilon(1e-12));
    CHECK(distanceTo(makeLine({{{0, 0}, {10, 0}}}), {4, 3}) == Catch::Approx(3).epsilon(1e-12));
}

TEST_CASE("anchorOf lies inside the shape") {
    const auto square = squareWithHole();
    CHECK(containsPoint(square, anchorOf(square)));
    // A letter U: the middle of its box is outside.
    const auto letter = makePolygon({{{0, 0}, {9, 0}, {9, 9}, {8, 9}, {8, 1}, {3, 1}, {3, 9}, {0, 9}}});
    CHECK(containsPoint(letter, anchorOf(letter)));
    CHECK(anchorOf(letter).x == Catch::Approx(1.5).epsilon(1e-12)); // the wider of its arms
    Geometry two = makePolygon({{{20, 0}, {21, 0}, {21, 1}}});
    append(two, square);
    CHECK(containsPoint(square, anchorOf(two)));
}

TEST_CASE("anchorOf a line is the middle of its longest part") {
    const auto line = makeLine({{{0, 0}, {1, 0}}, {{0, 5}, {6, 5}, {6, 7}}});
    CHECK(anchorOf(line) == Point{4, 5});
    CHECK(anchorOf(makeLine({{{2, 2}, {2, 2}}})) == Point{2, 2});
}
