#include "geo/paint/graticule.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>

using namespace tuban;
using Catch::Matchers::WithinAbs;

namespace {

struct Ways {
    Transform planToGeo;
    Transform geoToPlan;
};

Ways ways() {
    const auto plan = crsFromText("EPSG:4547");
    const auto degrees = crsFromText("EPSG:4490");
    REQUIRE(plan);
    REQUIRE(degrees);
    auto there = Transform::between(*plan, *degrees);
    auto back = Transform::between(*degrees, *plan);
    REQUIRE(there);
    REQUIRE(back);
    return {std::move(*there), std::move(*back)};
}

CameraState camera(double zoom) {
    return {.centre = worldFromGeo({113.55, 34.81}), .zoom = zoom, .width = 1'280, .height = 800};
}

Graticule graticule(const CameraState& state, double marginPx = 0) {
    const Ways both = ways();
    auto made = graticuleOf(View::ofCamera(state), both.planToGeo, both.geoToPlan, marginPx, 110);
    REQUIRE(made);
    return *made;
}

double distanceToLine(Point p, const GraticuleLine& line) {
    double least = 1e9;
    for (const auto& run : line.runs) {
        for (std::size_t i = 1; i < run.size(); ++i) {
            const Point a = run[i - 1];
            const Point d{run[i].x - a.x, run[i].y - a.y};
            const double share =
                std::clamp(((p.x - a.x) * d.x + (p.y - a.y) * d.y) / (d.x * d.x + d.y * d.y), 0.0, 1.0);
            least = std::min(least, std::hypot(p.x - a.x - share * d.x, p.y - a.y - share * d.y));
        }
    }
    return least;
}

/// Farthest that true positions of a line in view, every hundredth of a long stretch, lie from what is drawn.
double worstPx(const CameraState& state, const Graticule& made, double stretchM) {
    const Ways both = ways();
    const View view = View::ofCamera(state);
    const Point middle = *both.geoToPlan.apply(Point{113.55, 34.81});
    double worst = 0;
    for (const GraticuleLine& line : made.lines) {
        for (double along = -stretchM; along <= stretchM; along += stretchM / 100) {
            const Point ground =
                line.isNorthing ? Point{middle.x + along, line.valueM} : Point{line.valueM, middle.y + along};
            const Point screen = view.screenFromWorld(worldFromGeo(*both.planToGeo.apply(ground)));
            if (Box{1, 1, 1'279, 799}.contains(screen)) {
                worst = std::max(worst, distanceToLine(screen, line));
            }
        }
    }
    return worst;
}

} // namespace

TEST_CASE("lines of the graticule lie where PROJ puts them, at every zoom, turned and tilted") {
    for (const double zoom : {7.5, 10.0, 13.4, 17.0, 20.0}) {
        for (const auto& [bearing, tilt] :
             {std::pair(0.0, 0.0), std::pair(37.0, 0.0), std::pair(200.0, 50.0)}) {
            CameraState state = camera(zoom);
            state.bearing = bearing;
            state.tilt = tilt;
            const Graticule made = graticule(state);
            CAPTURE(zoom, bearing, tilt);
            CHECK(made.lines.size() >= 8);
            CHECK(worstPx(state, made, 250'000'000 / std::exp2(zoom)) < 0.2);
        }
    }
}

TEST_CASE("the step is round and lines stand apart far enough to be read") {
    // 1280 px at zoom 13: 0.5 × 2π × 6378137 × cos(34.81°) / 256 / 2^12 = 15.69 m a pixel; 110 px are 1726 m
    CHECK(graticule(camera(13)).stepM == 2'000);
    for (double zoom = 7.5; zoom < 22; zoom += 0.37) {
        const Graticule made = graticule(camera(zoom));
        const double digit = made.stepM / std::pow(10, std::floor(std::log10(made.stepM) + 1e-9));
        CHECK((std::abs(digit - 1) < 1e-9 || std::abs(digit - 2) < 1e-9 || std::abs(digit - 5) < 1e-9));
        CHECK(made.stepM / metresPerPixel(View::ofCamera(camera(zoom))) >= 110 * (1 - 1e-9));
        CHECK(std::ranges::all_of(made.lines, [&](const GraticuleLine& line) {
            return std::abs(std::remainder(line.valueM, made.stepM)) < 1e-6;
        }));
    }
}

TEST_CASE("all round values in view have their line") {
    const Graticule made = graticule(camera(13));
    std::vector<double> norths;
    for (const GraticuleLine& line : made.lines) {
        if (line.isNorthing) {
            norths.push_back(line.valueM);
        }
    }
    // The middle is at X 3853606.8; 400 px of 15.69 m up and down are 3847331 to 3859882.
    CHECK(norths == std::vector<double>{3'848'000, 3'850'000, 3'852'000, 3'854'000, 3'856'000, 3'858'000});
}

TEST_CASE("a view of half the world has no graticule of a zone") {
    const Graticule made = graticule(camera(3));
    CHECK(made.lines.empty());
    CHECK(made.stepM == 0);
}
