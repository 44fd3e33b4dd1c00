#include "geo/demo/district.h"

#include "geo/demo/names.h"
#include "geo/demo/subdivide.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <numeric>

namespace tuban {

namespace {

constexpr double parcelsInBlock = 6.25;
constexpr Point middle{458'825, 3'853'606}; // EPSG:4547, north-west Zhengzhou
constexpr double turnRadians = 0.095;

/// From the frame of the streets to the plan, to the millimetre: points that are shared stay shared.
Point placed(Point p) {
    const double x = middle.x + p.x * std::cos(turnRadians) - p.y * std::sin(turnRadians);
    const double y = middle.y + p.x * std::sin(turnRadians) + p.y * std::cos(turnRadians);
    return {std::round(x * 1000) / 1000, std::round(y * 1000) / 1000};
}

std::vector<Point> placed(const std::vector<Point>& points) {
    std::vector<Point> ring;
    for (const Point p : points) {
        const Point q = placed(p);
        if (ring.empty() || ring.back() != q) {
            ring.push_back(q);
        }
    }
    return ring;
}

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

double weightOf(BlockKind kind) {
    switch (kind) {
    case BlockKind::Residential:
    case BlockKind::Civic:
        return 1.2;
    case BlockKind::Commerce:
        return 1.4;
    case BlockKind::Industry:
    case BlockKind::Research:
        return 0.8;
    case BlockKind::Logistics:
        return 0.6;
    case BlockKind::Park:
    case BlockKind::Reserve:
        return 0.3;
    }
    return 1;
}

class Builder {
public:
    Builder(const DemoOptions& options, const Progress& progress)
        : m_options(options),
          m_progress(progress),
          m_random(options.seed),
          m_cells(std::max(2, static_cast<int>(std::lround(std::sqrt(options.parcels / parcelsInBlock))))),
          m_grid(m_cells, m_random) {}

    Result<District> build() {
        m_district.cells = m_cells;
        m_district.divider = m_cells * 3 / 4;
        planBlocks();
        for (int row = 0; row <= m_cells; ++row) {
            for (int column = 0; column <= m_cells; ++column) {
                m_district.nodes.push_back(placed(m_grid.node(column, row)));
            }
        }
        for (int row = 0; row < m_cells; ++row) {
            if (m_progress.stopped()) {
                return failure(ErrorCode::Cancelled, "stopped while laying the district out");
            }
            m_progress.at(0.3 * row / m_cells, "laying out");
            for (int column = 0; column < m_cells; ++column) {
                divideBlock(column, row);
            }
        }
        for (int index = 0; index <= m_cells; ++index) {
            addStreet(false, index);
            addStreet(true, index);
        }
        return std::move(m_district);
    }

private:
    [[nodiscard]] std::size_t at(int column, int row) const {
        return static_cast<std::size_t>(row * m_cells + column);
    }

    /// Green along the expressways and the arterial, a river with its banks.
    [[nodiscard]] std::vector<Strip> stripsOf(int column, int row) const {
        const int ring = m_cells / 8;
        const int arterial = m_cells * 3 / 8;
        std::vector<Strip> strips;
        if (row == m_cells / 4 && row != arterial) {
            strips.push_back({0, 18, 0, "1401"});
            strips.push_back({0, 50, 0, "1701"});
            strips.push_back({0, 68, 0, "1401"});
        }
        if (row == arterial) {
            strips.push_back({0, 20, 1, "1401"});
        }
        if (column == ring - 1 || column == ring) {
            strips.push_back({column == ring ? 3 : 1, 26, 2, "1402"});
        }
        if (column == m_cells * 5 / 8) {
            strips.push_back({3, 16, 4, "1401"});
        }
        if (row == m_district.divider - 1 || row == m_district.divider) {
            strips.push_back({row == m_district.divider ? 0 : 2, 36, 3, "1402"});
        }
        return strips;
    }

    void planBlocks() {
        std::vector<double> weights;
        std::vector<int> fewest;
        int strips = 0;
        for (int row = 0; row < m_cells; ++row) {
            for (int column = 0; column < m_cells; ++column) {
                const double east = (column + 0.5) / m_cells;
                const double north = (row + 0.5) / m_cells;
                m_kinds.push_back(blockKindAt(east, north, m_random));
                m_strips.push_back(stripsOf(column, row));
                strips += static_cast<int>(m_strips.back().size());
                weights.push_back(weightOf(m_kinds.back()) * m_random.between(0.8, 1.2));
            }
        }
        const int inBlocks = m_options.parcels - 2 * (m_cells + 1);
        // A district too small for strips and something between them goes without.
        if (inBlocks < strips + 3 * m_cells * m_cells) {
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
        const int ordinal = m_ordinals[static_cast<std::size_t>(kind)]++;
        const auto pieces = subdivide(ring, kind, m_counts[place], ordinal, m_strips[place], m_random);
        DemoBlock block{.column = column, .row = row, .kind = kind};
        std::vector<Point> corners;
        for (const auto& piece : pieces) {
            block.parcels.push_back(static_cast<int>(m_district.parcels.size()));
            m_district.parcels.push_back({.ring = placed(piece.ring),
                                          .code = std::string(piece.code),
                                          .block = static_cast<int>(place),
                                          .areaM2 = piece.areaM2,
                                          .corridor = piece.corridor});
            corners.insert(corners.end(), piece.ring.begin(), piece.ring.end());
        }
        block.ring = placed(noded({ring.begin(), ring.end()}, corners));
        m_district.blocks.push_back(std::move(block));
        m_corners.push_back(std::move(corners));
    }

    /// A side of a block, of the bounding ones too, with the points of its parcels.
    [[nodiscard]] std::vector<Point> sideOf(int column, int row, int first, int last) const {
        const bool real = column >= 0 && row >= 0 && column < m_cells && row < m_cells;
        static const std::vector<Point> none;
        return boundary(m_grid.block(column, row), real ? m_corners[at(column, row)] : none, first, last);
    }

    /// The land of a street across: over the crossings, from side to side.
    [[nodiscard]] Geometry acrossArea(int row) const {
        std::vector<Point> ring;
        for (int column = -1; column <= m_cells; ++column) {
            auto lower = sideOf(column, row - 1, column == m_cells ? 5 : 3, column < 0 ? 3 : 5);
            ring.insert(ring.end(), lower.rbegin(), lower.rend());
        }
        for (int column = m_cells; column >= -1; --column) {
            const auto upper = sideOf(column, row, column < 0 ? 9 : 7, column == m_cells ? 7 : 9);
            ring.insert(ring.end(), upper.rbegin(), upper.rend());
        }
        return makePolygon({placed(ring)});
    }

    /// The land of a street up: the stretches between the crossings.
    [[nodiscard]] Geometry upArea(int column) const {
        Geometry area{.kind = ShapeKind::Area, .points = {}, .partEnds = {}, .polygonEnds = {}};
        for (int row = 0; row < m_cells; ++row) {
            auto ring = sideOf(column, row, 6, 6);
            const auto west = sideOf(column - 1, row, 2, 2);
            ring.insert(ring.end(), west.begin(), west.end());
            append(area, makePolygon({placed(ring)}));
        }
        return area;
    }

    void addStreet(bool up, int index) {
        DemoStreet street{.up = up,
                          .index = index,
                          .street = up ? m_grid.up(index) : m_grid.across(index),
                          .name = streetName(up, index, m_cells)};
        for (int i = 0; i <= m_cells; ++i) {
            street.centre.push_back(up ? m_district.node(index, i) : m_district.node(i, index));
        }
        street.area = up ? upArea(index) : acrossArea(index);
        street.parcel = static_cast<int>(m_district.parcels.size());
        m_district.parcels.push_back({.ring = {}, .code = "1207", .block = -1});
        m_district.streets.push_back(std::move(street));
    }

    const DemoOptions& m_options;
    const Progress& m_progress;
    Random m_random;
    int m_cells;
    StreetGrid m_grid;
    std::vector<BlockKind> m_kinds;
    std::vector<std::vector<Strip>> m_strips;
    std::vector<int> m_counts;
    std::array<int, 8> m_ordinals{}; // blocks of each kind so far
    std::vector<std::vector<Point>> m_corners;
    District m_district;
};

} // namespace

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
