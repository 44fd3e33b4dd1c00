#pragma once

#include "geo/measure/moments.h"
#include "geo/shape/shapes_view.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tuban {

/// One Area made ready to be intersected with many, for the figures alone: no geometry is made.
///
/// The boundary of a common part consists of the pieces of either boundary that lie inside the other, and
/// area and moments are integrals along it (the formula of W. R. Franklin, as in JTS' OverlayArea). A piece
/// that begins at a crossing x and runs to the end b of its edge counts plus when it enters and minus when it
/// leaves, so that crossings need no order. All decisions rest on exact orientation signs; the zone is
/// thought shifted by (ε, ε²), which rules out every degenerate case (touching, coincident, through a
/// vertex) and does not change the area. A uniform grid over the zone's edges finds those near a shape; an
/// empty cell knows whether it is in or out.
///
/// \pre the zone is valid, see validityOf()
/// Thread rule: intersecting uses scratch space of the index, one index per thread.
class ZoneIndex {
public:
    explicit ZoneIndex(const AreaView& zone);

    enum class Place { Outside, Inside, Mixed };
    /// Where a box lies; Mixed whenever an edge of the zone may pass.
    [[nodiscard]] Place placeOf(const Box& box) const;
    /// Moments of the part of a valid Area that lies in the zone, about the centre of its box.
    [[nodiscard]] Moments inside(const AreaView& area);
    /// Length of the part of a line that lies in the zone, in the plane.
    [[nodiscard]] double lengthInside(std::span<const Point> line);
    /// Whether the zone covers ground on the left of some stretch of the edge. Where the edge runs along the
    /// zone's border it may say so without need, never the other way.
    [[nodiscard]] bool mayLieLeftOf(Point from, Point to);
    [[nodiscard]] const Box& box() const { return m_box; }

private:
    struct Edge {
        Point from, to; // the zone lies on the left
    };
    struct Cells {
        int left = 0, bottom = 0, right = 0, top = 0;
    };
    void addEdges(const AreaView& zone);
    void fillGrid();
    void fillWindings();
    template <class Visit>
    void forCells(const Edge& edge, Visit&& visit) const;
    [[nodiscard]] int column(double x) const;
    [[nodiscard]] int row(double y) const;
    [[nodiscard]] Cells cellsOf(const Box& box) const;
    [[nodiscard]] std::size_t cell(int column, int row) const;
    [[nodiscard]] Point centre(int column, int row) const;
    [[nodiscard]] std::span<const std::uint32_t> edgesIn(std::size_t cell) const;
    [[nodiscard]] int crossings(Point from, Point to, std::size_t cell) const;
    [[nodiscard]] int windingAt(Point position) const;
    void gather(const Box& box);
    [[nodiscard]] double lengthAmongNear(std::span<const Point> line) const;

    Box m_box;
    std::vector<Edge> m_edges;
    double m_cellSize = 1;
    int m_columns = 0, m_rows = 0;
    std::vector<std::uint32_t> m_cellStarts; // size cells + 1, into m_cellEdges
    std::vector<std::uint32_t> m_cellEdges;
    std::vector<std::int8_t> m_windings; // at the centre of each cell
    std::vector<std::uint32_t> m_seen;   // by edge: number of the last gathering
    std::uint32_t m_gathering = 0;
    std::vector<std::uint32_t> m_near;
};

/// Moments of the common part of two valid Areas, about the centre of the first one's box.
[[nodiscard]] Moments commonPart(const AreaView& first, const AreaView& second);

} // namespace tuban
