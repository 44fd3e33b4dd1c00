#include "geo/demo/district.h"

#include "geo/demo/names.h"
#include "geo/demo/outline.h"
#include "geo/demo/subdivide.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <numeric>

namespace tuban {

namespace {

constexpr int blocksInStretch = 8; // of the streets' land, so that no parcel crosses the whole city

/// How many parcels each block gets: in proportion to `weights`, at least `fewest` each, `total` in all.
std::vector<int> apportioned(const std::vector<double>& weights, const std::vector<int>& fewest, int total) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    const int left = total - std::accumulate(fewest.begin(), fewest.end(), 0);
    std::vector<int> counts = fewest;
    std::vector<std::pair<double, std::size_t>> remainders;
    int given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double share = weights[i] / sum * left;
        counts[i] += static_cast<int>(share);
        given += static_cast<int>(share);
        remainders.emplace_back(share - std::floor(share), i);
    }
    std::ranges::sort(remainders, std::greater());
    for (int i = 0; i < left - given; ++i) {
        ++counts[remainders[static_cast<std::size_t>(i)].second];
    }
    return counts;
}

double areaM2Of(const std::vector<Point>& ring) {
    return ring.empty() ? 0 : areaOf(ring);
}

class Builder {
public:
    Builder(const DemoOptions& options, const Progress& progress)
        : m_options(options),
          m_progress(progress),
          m_random(options.seed),
          m_plan(citySizeFor(options.parcels), options.seed),
          m_columns(m_plan.size().columns),
          m_rows(m_plan.size().rows),
          m_grid(m_plan, m_random),
          m_ground(m_grid.wideM(), m_grid.highM(), m_random.between(0, 6)),
          m_outline{.scaleM = std::sqrt(m_grid.wideM() * m_grid.highM() / options.parcels)} {}

    Result<District> build() {
        m_district.columns = m_columns;
        m_district.rows = m_rows;
        m_district.divider = m_plan.motorway();
        m_district.acrossNames =
            streetNames(false, m_rows + 1, {.main = m_plan.avenueAcross(), .ring = m_plan.motorway()});
        m_district.upNames =
            streetNames(true, m_columns + 1, {.main = m_plan.avenueUp(), .ring = m_plan.westRing()});
        planBlocks();
        for (int row = 0; row <= m_rows; ++row) {
            for (int column = 0; column <= m_columns; ++column) {
                m_district.nodes.push_back(m_ground.at(m_grid.node(column, row)));
            }
        }
        m_district.parcels.reserve(static_cast<std::size_t>(m_options.parcels));
        for (int row = 0; row < m_rows; ++row) {
            if (m_progress.stopped()) {
                return failure(ErrorCode::Cancelled, "stopped while laying the district out");
            }
            m_progress.at(0.25 * row / m_rows, "laying out");
            for (int column = 0; column < m_columns; ++column) {
                divideBlock(column, row);
            }
        }
        for (int row = 0; row <= m_rows; ++row) {
            addStreet(false, row, m_columns);
        }
        for (int column = 0; column <= m_columns; ++column) {
            addStreet(true, column, m_rows);
        }
        return std::move(m_district);
    }

private:
    [[nodiscard]] std::size_t at(int column, int row) const {
        return static_cast<std::size_t>(row * m_columns + column);
    }

    /// Green along the ring roads and avenues, a river with its banks.
    [[nodiscard]] std::vector<Strip> stripsOf(int column, int row) const {
        const double narrow = m_plan.size().cellM / 330;
        std::vector<Strip> strips;
        if (row == m_plan.river() && row != m_plan.avenueAcross()) {
            strips.push_back({0, 20 * narrow, 0, "1401"});
            strips.push_back({0, 66 * narrow, 0, "1701"});
            strips.push_back({0, 88 * narrow, 0, "1401"});
        }
        if (row == m_plan.avenueAcross()) {
            strips.push_back({0, 20 * narrow, 1, "1401"});
        }
        if (column == m_plan.westRing() - 1 || column == m_plan.westRing()) {
            strips.push_back({column == m_plan.westRing() ? 3 : 1, 26 * narrow, 2, "1402"});
        }
        if (column == m_plan.avenueUp()) {
            strips.push_back({3, 16 * narrow, 4, "1401"});
        }
        if (row == m_plan.motorway() - 1 || row == m_plan.motorway()) {
            strips.push_back({row == m_plan.motorway() ? 0 : 2, 36 * narrow, 3, "1402"});
        }
        return strips;
    }

    [[nodiscard]] static int stretchesOf(int blocks) {
        return (blocks + blocksInStretch - 1) / blocksInStretch;
    }

    void planBlocks() {
        std::vector<double> weights;
        std::vector<int> fewest;
        int strips = 0;
        for (int row = 0; row < m_rows; ++row) {
            for (int column = 0; column < m_columns; ++column) {
                m_kinds.push_back(m_plan.kindOf(column, row));
                m_strips.push_back(stripsOf(column, row));
                strips += static_cast<int>(m_strips.back().size());
                const auto ring = m_grid.block(column, row);
                const double landM2 = areaOf({ring.begin(), ring.end()});
                const double size = std::sqrt(landM2) / m_plan.size().cellM;
                weights.push_back(parcelWeightOf(m_kinds.back()) * size * m_random.between(0.75, 1.25));
            }
        }
        const int inStreets = (m_rows + 1) * stretchesOf(m_columns) + (m_columns + 1) * stretchesOf(m_rows);
        const int inBlocks = m_options.parcels - inStreets;
        // A district too small for strips and something between them goes without.
        if (inBlocks < strips + 3 * m_columns * m_rows) {
            std::ranges::fill(m_strips, std::vector<Strip>());
        }
        for (const auto& own : m_strips) {
            fewest.push_back(static_cast<int>(own.size()) + 1);
        }
        m_counts = apportioned(weights, fewest, inBlocks);
    }

    void divideBlock(int column, int row) {
        const std::size_t place = at(column, row);
        const BlockRing ring = m_grid.block(column, row);
        const BlockKind kind = m_kinds[place];
        const BlockWish wish{.kind = kind,
                             .parcels = m_counts[place],
                             .ordinal = m_ordinals[static_cast<std::size_t>(kind)]++,
                             .strips = m_strips[place]};
        const auto pieces = subdivide(ring, wish, m_random);
        DemoBlock block{.column = column, .row = row, .kind = kind};
        std::vector<Point> corners;
        for (const auto& piece : pieces) {
            block.parcels.push_back(static_cast<int>(m_district.parcels.size()));
            DemoParcel parcel{.ring = drawn(piece.ring, ring, true),
                              .hole = drawn(piece.hole, ring, true),
                              .code = piece.code,
                              .block = static_cast<int>(place),
                              .corridor = piece.corridor};
            parcel.areaM2 = areaM2Of(parcel.ring) + areaM2Of(parcel.hole); // a hole runs the other way
            m_district.parcels.push_back(std::move(parcel));
            for (std::size_t i = 0; i < piece.ring.size(); ++i) {
                const Point p = piece.ring[i];
                if (onBoundary(ring, p, piece.ring[(i + 1) % piece.ring.size()]) || onBoundary(ring, p, p)) {
                    corners.push_back(p);
                }
            }
        }
        block.ring = drawn(noded({ring.begin(), ring.end()}, corners), ring, true);
        m_district.blocks.push_back(std::move(block));
        m_corners.push_back(std::move(corners));
    }

    /// A ring or chain of a block with the further points of its edges, on the ground.
    [[nodiscard]] std::vector<Point>
    drawn(const std::vector<Point>& points, const BlockRing& block, bool closed) const {
        std::vector<Point> line;
        line.reserve(points.size() * 3);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Point p = points[i];
            line.push_back(p);
            if (i + 1 < points.size() || closed) {
                const Point next = points[i + 1 < points.size() ? i + 1 : 0];
                m_outline.pointsBetween(p, next, !closed || onBoundary(block, p, next), line);
            }
        }
        return m_ground.at(line);
    }

    /// A side of a block, of the bounding ones too, with the points of its parcels.
    [[nodiscard]] std::vector<Point> sideOf(int column, int row, int first, int last) const {
        const bool real = column >= 0 && row >= 0 && column < m_columns && row < m_rows;
        static const std::vector<Point> none;
        const auto block = m_grid.block(column, row);
        return drawn(boundary(block, real ? m_corners[at(column, row)] : none, first, last), block, false);
    }

    /// The land of a street across from block to block, over the crossings, from side to side.
    /// \param from, to columns; the outer ends lie beyond the outer streets
    [[nodiscard]] std::vector<Point> acrossRing(int row, int from, int to) const {
        const int first = from == 0 ? -1 : from;
        const int last = to == m_columns ? m_columns : to; // its west corner only, but for the outermost
        std::vector<Point> ring;
        for (int column = first; column <= last; ++column) {
            const bool outer = column == m_columns;
            auto lower = sideOf(column, row - 1, column == last ? 5 : 3, column < 0 ? 3 : 5);
            if (column == last && !outer) {
                lower = {lower.back()};
            }
            ring.insert(ring.end(), lower.rbegin(), lower.rend());
        }
        for (int column = last; column >= first; --column) {
            const bool outer = column == m_columns;
            auto upper = sideOf(column, row, column < 0 ? 9 : 7, column == last ? 7 : 9);
            if (column == last && !outer) {
                upper = {upper.front()};
            }
            ring.insert(ring.end(), upper.rbegin(), upper.rend());
        }
        return ring;
    }

    /// The land of a street up: the stretches between the crossings.
    [[nodiscard]] Geometry upArea(int column, int from, int to) const {
        Geometry area{.kind = ShapeKind::Area, .points = {}, .partEnds = {}, .polygonEnds = {}};
        for (int row = from; row < to; ++row) {
            auto ring = sideOf(column, row, 6, 6);
            const auto west = sideOf(column - 1, row, 2, 2);
            ring.insert(ring.end(), west.begin(), west.end());
            append(area, makePolygon({ring}));
        }
        return area;
    }

    [[nodiscard]] Geometry landOf(bool up, int index, int from, int to) const {
        return up ? upArea(index, from, to) : makePolygon({acrossRing(index, from, to)});
    }

    void addStreet(bool up, int index, int blocks) {
        DemoStreet street{.up = up,
                          .index = index,
                          .street = up ? m_grid.up(index) : m_grid.across(index),
                          .name = m_district.streetName(up, index)};
        for (int i = 0; i <= blocks; ++i) {
            street.centre.push_back(up ? m_district.node(index, i) : m_district.node(i, index));
        }
        street.area = landOf(up, index, 0, blocks);
        const int stretches = stretchesOf(blocks);
        for (int i = 0; i < stretches; ++i) {
            const int from = blocks * i / stretches;
            const int to = blocks * (i + 1) / stretches;
            DemoStretch stretch{.street = static_cast<int>(m_district.streets.size()), .number = i + 1};
            stretch.area = landOf(up, index, from, to);
            m_district.parcels.push_back({.ring = {},
                                          .code = "1207",
                                          .block = -1,
                                          .stretch = static_cast<int>(m_district.stretches.size())});
            m_district.stretches.push_back(std::move(stretch));
        }
        m_district.streets.push_back(std::move(street));
    }

    const DemoOptions& m_options;
    const Progress& m_progress;
    Random m_random;
    CityPlan m_plan;
    int m_columns;
    int m_rows;
    StreetGrid m_grid;
    Ground m_ground;
    Outline m_outline;
    std::vector<BlockKind> m_kinds;
    std::vector<std::vector<Strip>> m_strips;
    std::vector<int> m_counts;
    std::array<int, blockKinds> m_ordinals{};  // blocks of each kind so far
    std::vector<std::vector<Point>> m_corners; // of the pieces on the boundary of each block
    District m_district;
};

} // namespace

Geometry shapeOf(const DemoParcel& parcel) {
    return parcel.hole.empty() ? makePolygon({parcel.ring}) : makePolygon({parcel.ring, parcel.hole});
}

Geometry District::cellsArea(int column, int row, int wide, int high) const {
    std::vector<Point> ring;
    for (int i = 0; i < wide; ++i) {
        ring.push_back(node(column + i, row));
    }
    for (int i = 0; i < high; ++i) {
        ring.push_back(node(column + wide, row + i));
    }
    for (int i = wide; i > 0; --i) {
        ring.push_back(node(column + i, row + high));
    }
    for (int i = high; i > 0; --i) {
        ring.push_back(node(column, row + i));
    }
    return makePolygon({ring});
}

Result<District> layOut(const DemoOptions& options, const Progress& progress) {
    return Builder(options, progress).build();
}

} // namespace tuban
