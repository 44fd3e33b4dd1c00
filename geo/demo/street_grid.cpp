#include "geo/demo/street_grid.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tuban {

namespace {

constexpr double meanCellM = 375;

/// Grades as they follow each other: an arterial every few blocks, collectors between, local ones else.
Street streetOf(int index, int cells, bool up) {
    const int express = up ? cells / 8 : cells * 3 / 4;
    const int arterial = up ? cells * 5 / 8 : cells * 3 / 8;
    if (index == express) {
        return {.grade = "express", .widthM = 70, .lanes = 8};
    }
    if (index == arterial || (cells > 12 && index % 5 == 0)) {
        return {.grade = "arterial", .widthM = 50, .lanes = 6};
    }
    if (std::abs(index - arterial) % 2 == 0) {
        return {.grade = "collector", .widthM = 32, .lanes = 4};
    }
    return {.grade = "local", .widthM = 20, .lanes = 2};
}

/// Positions of the streets along one axis: spacing varies, the whole is centred.
std::vector<double> positions(int cells, Random& random) {
    std::vector<double> places{0};
    for (int i = 0; i < cells + 2; ++i) {
        places.push_back(places.back() + meanCellM * random.between(0.78, 1.22));
    }
    const double middle = (places.front() + places.back()) / 2;
    for (double& place : places) {
        place -= middle;
    }
    return places;
}

double cutOf(const Street& one, const Street& other) {
    return std::clamp((one.widthM + other.widthM) / 6, 6.0, 18.0);
}

} // namespace

StreetGrid::StreetGrid(int cells, Random& random) : m_cells(cells) {
    for (int i = -1; i <= cells + 1; ++i) {
        m_across.push_back(streetOf(i, cells, false));
        m_up.push_back(streetOf(i, cells, true));
    }
    const auto xs = positions(cells, random);
    const auto ys = positions(cells, random);
    const double phase = random.between(0, 2 * std::numbers::pi);
    for (const double y : ys) {
        for (const double x : xs) {
            m_nodes.push_back({x + 22 * std::sin(y / 640 + phase) + random.between(-7, 7),
                               y + 18 * std::sin(x / 780 + 2 * phase) + random.between(-7, 7)});
        }
    }
}

std::size_t StreetGrid::nodeAt(int column, int row) const {
    return at(row) * static_cast<std::size_t>(m_cells + 3) + at(column);
}

Point StreetGrid::node(int column, int row) const {
    return m_nodes[nodeAt(column, row)];
}

BlockRing StreetGrid::block(int column, int row) const {
    const std::array<Point, 4> nodes{
        node(column, row), node(column + 1, row), node(column + 1, row + 1), node(column, row + 1)};
    // Streets below, right of, above and left of the block.
    const std::array<const Street*, 4> streets{&across(row), &up(column + 1), &across(row + 1), &up(column)};
    std::array<Point, 4> from{};
    std::array<Point, 4> to{};
    for (std::size_t s = 0; s < 4; ++s) {
        const Point direction = directionOf(nodes[s], nodes[(s + 1) % 4]);
        from[s] = moved(nodes[s], leftOf(direction), streets[s]->widthM / 2);
        to[s] = moved(nodes[(s + 1) % 4], leftOf(direction), streets[s]->widthM / 2);
    }
    BlockRing ring{};
    for (std::size_t s = 0; s < 4; ++s) {
        const std::size_t before = (s + 3) % 4;
        const std::size_t after = (s + 1) % 4;
        const Point start = crossing(from[before], to[before], from[s], to[s]);
        const Point end = crossing(from[s], to[s], from[after], to[after]);
        const Point direction = directionOf(start, end);
        ring[2 * s] = moved(start, direction, cutOf(*streets[before], *streets[s]));
        ring[2 * s + 1] = moved(end, direction, -cutOf(*streets[s], *streets[after]));
    }
    return ring;
}

} // namespace tuban
