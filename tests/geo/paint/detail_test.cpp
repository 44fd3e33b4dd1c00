#include "geo/paint/detail.h"
#include "snapshots.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;

TEST_CASE("a parcel under three pixels is a splat and above a path") {
    const auto layer = displayed(
        madeSnapshot(ShapeKind::Area,
                     {},
                     {{"a", square(500'000, 3'850'000, 10), {}}, {"b", square(500'100, 3'850'000, 100), {}}}),
        plainStyle(ShapeKind::Area));
    const double small = layer->box(0).width();
    const Detail far = detailFor(*layer, layer->bounds(), 2.5 / small);
    CHECK(far.splats == std::vector<std::uint32_t>{0});
    CHECK(far.paths == std::vector<std::uint32_t>{1});
    const Detail near = detailFor(*layer, layer->bounds(), 3.5 / small);
    CHECK(near.splats.empty());
    CHECK(near.paths == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("lines and points are never splats") {
    const auto layer =
        displayed(madeSnapshot(ShapeKind::Point, {}, {{"a", makePoint({500'000, 3'850'000}), {}}}),
                  plainStyle(ShapeKind::Point));
    CHECK(detailFor(*layer, layer->bounds(), 1).paths.size() == 1);
}

TEST_CASE("features outside the window are not drawn") {
    const auto layer = displayed(
        madeSnapshot(ShapeKind::Area,
                     {},
                     {{"a", square(500'000, 3'850'000, 10), {}}, {"b", square(510'000, 3'850'000, 10), {}}}),
        plainStyle(ShapeKind::Area));
    const Detail detail = detailFor(*layer, layer->box(1), 1e8);
    CHECK(detail.paths == std::vector<std::uint32_t>{1});
}

TEST_CASE("lines grow a little up close and keep half their width from far") {
    CHECK(widthFactor(2) == 1);
    CHECK(widthFactor(0.01) == 1.6);
    CHECK(widthFactor(1'000) == 0.5);
}

TEST_CASE("a net of lines gets thin from far") {
    CHECK(lineWidthFactor(2) == 1);
    CHECK(lineWidthFactor(1'000) == 0.2);
}
