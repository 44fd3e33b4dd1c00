#pragma once

#include "geo/shape/geometry.h"

#include <cstdint>
#include <vector>

namespace tuban {

/// Where a shape lies to a region.
enum class RegionRelation : std::uint8_t {
    Apart,   ///< no point in common
    Crossed, ///< partly in it, touching its edge, or all round it
    Inside,  ///< wholly in it, away from its edge
};

/// The inside of a ring, which may cross itself (even-odd), laid out so that very many shapes can be asked
/// where they lie: a grid of cells knows which are inside, outside, or crossed by which edges; small shapes
/// away from the edge need no look at any. Immutable: share it const between threads.
class Region {
public:
    /// \param ring its corners, closed or not. Fewer than three make a region without an inside
    explicit Region(std::vector<Point> ring);

    [[nodiscard]] const Box& box() const { return m_box; }
    [[nodiscard]] bool contains(Point p) const;
    /// Exact for any shape; an empty one is Apart.
    [[nodiscard]] RegionRelation relationOf(const Geometry& shape) const;
    /// What the box of a shape alone tells of it. Crossed: it has to be looked at itself.
    [[nodiscard]] RegionRelation relationOfBoxed(const Box& box) const;

private:
    /// Cells [minX..maxX] x [minY..maxY], all of them in the grid.
    struct Cells {
        std::size_t minX = 0, minY = 0, maxX = 0, maxY = 0;
    };
    [[nodiscard]] Cells cellsOf(const Box& box) const;
    [[nodiscard]] bool meetsEdge(Point a, Point b) const;
    [[nodiscard]] bool containsByRing(Point p) const;
    void layEdges();
    void fillCells();

    static constexpr std::size_t side = 128;
    std::vector<Point> m_ring; ///< closed
    Box m_box;
    std::vector<std::vector<std::uint32_t>> m_edges; ///< by cell: first points of edges whose boxes meet it
    std::vector<char> m_inside;                      ///< by cell; counts where no edge is
};

} // namespace tuban
