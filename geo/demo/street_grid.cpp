#include "geo/demo/street_grid.h"

#include <algorithm>
#include <cmath>

namespace tuban {

namespace {

/// Which streets along one axis are what: the motorway or ring roads, the avenue, an arterial every few
/// blocks, collectors between, local ones else.
struct Ranks {
    std::vector<int> express;
    int avenue = 0;
};

Street streetOf(int index, const Ranks& ranks, bool large) {
    if (std::ranges::contains(ranks.express, index)) {
        return {.grade = "express", .widthM = 70, .lanes = 8};
    }
    if (index == ranks.avenue || (large && (index - ranks.avenue) % 5 == 0)) {
        return {.grade = "arterial", .widthM = 46, .lanes = 6};
    }
    if (std::abs(index - ranks.avenue) % 2 == 0) {
        return {.grade = "collector", .widthM = 30, .lanes = 4};
    }
    return {.grade = "local", .widthM = 18, .lanes = 2};
}

/// Positions of the streets along one axis: closer in the middle, never twice the same, the whole centred.
std::vector<double> positions(int cells, double cellM, Random& random) {
    std::vector<double> places{0};
    for (int i = 0; i < cells + 2; ++i) {
        const double outwards = std::abs((i + 0.5) / (cells + 2) - 0.5) * 2; // 0 in the middle
        places.push_back(places.back() + cellM * (0.78 + 0.44 * outwards) * random.between(0.68, 1.32));
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

StreetGrid::StreetGrid(const CityPlan& plan, Random& random)
    : m_columns(plan.size().columns), m_rows(plan.size().rows) {
    const bool large = m_columns > 12;
    Ranks across{.express = {plan.motorway()}, .avenue = plan.avenueAcross()};
    Ranks up{.express = {plan.westRing()}, .avenue = plan.avenueUp()};
    if (large) {
        across.express.push_back(plan.southRing());
        up.express.push_back(plan.eastRing());
    }
    for (int i = -1; i <= m_rows + 1; ++i) {
        m_across.push_back(streetOf(i, across, large));
    }
    for (int i = -1; i <= m_columns + 1; ++i) {
        m_up.push_back(streetOf(i, up, large));
    }
    const double cellM = plan.size().cellM;
    const auto xs = positions(m_columns, cellM, random);
    const auto ys = positions(m_rows, cellM, random);
    const double shift = cellM / 50;
    for (const double y : ys) {
        for (const double x : xs) {
            m_nodes.push_back({x + random.between(-shift, shift), y + random.between(-shift, shift)});
        }
    }
}

std::size_t StreetGrid::nodeAt(int column, int row) const {
    return at(row) * static_cast<std::size_t>(m_columns + 3) + at(column);
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
