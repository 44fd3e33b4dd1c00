#pragma once

#include "geo/shape/geometry.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tuban {

/// One Area as it lies in flat arrays of one or many shapes; refers to them and owns nothing.
struct AreaView {
    std::span<const Point> points;
    std::span<const std::uint32_t> partEnds;    ///< ends of this shape's rings, absolute in `points`
    std::span<const std::uint32_t> polygonEnds; ///< ends of its polygons, absolute among all rings
    std::uint32_t firstPoint = 0;
    std::uint32_t firstPart = 0;
    Box box{};

    /// Calls `visit(std::span<const Point> ring, bool shell)` for each ring.
    template <class Visit>
    void forEachRing(Visit&& visit) const {
        std::uint32_t begin = firstPoint;
        std::uint32_t ring = firstPart;
        std::size_t polygon = 0;
        bool shell = true;
        for (const std::uint32_t end : partEnds) {
            visit(points.subspan(begin, end - begin), shell);
            begin = end;
            shell = false;
            if (polygon < polygonEnds.size() && ++ring == polygonEnds[polygon]) {
                shell = true;
                ++polygon;
            }
        }
    }
    [[nodiscard]] bool empty() const { return partEnds.empty(); }
};

[[nodiscard]] AreaView viewOf(const Geometry& area);

/// Shapes of one kind in flat arrays, as a page of a layer holds them: shape i has the parts
/// [shapeParts[i], shapeParts[i+1]) of partEnds and the polygons [shapePolygons[i], shapePolygons[i+1]) of
/// polygonEnds. Refers to the arrays and owns nothing.
struct ShapesPage {
    std::span<const Box> boxes;
    std::span<const Point> points;
    std::span<const std::uint32_t> partEnds;
    std::span<const std::uint32_t> polygonEnds;
    std::span<const std::uint32_t> shapeParts;    ///< size n+1
    std::span<const std::uint32_t> shapePolygons; ///< size n+1

    /// \pre the shapes are Areas
    [[nodiscard]] AreaView area(std::size_t slot) const;
    [[nodiscard]] Geometry geometry(std::size_t slot, ShapeKind kind) const;
};

/// The shapes of a whole layer, page after page, named by their position. Refers to the pages' arrays.
class ShapesView {
public:
    explicit ShapesView(ShapeKind kind) : m_kind(kind) {}
    void add(const ShapesPage& page);

    [[nodiscard]] ShapeKind kind() const { return m_kind; }
    [[nodiscard]] std::size_t size() const { return m_begins.back(); }
    [[nodiscard]] std::span<const ShapesPage> pages() const { return m_pages; }
    /// \pre kind is Area
    [[nodiscard]] AreaView area(std::size_t index) const;
    [[nodiscard]] Geometry geometry(std::size_t index) const;
    [[nodiscard]] Box bounds() const;

private:
    [[nodiscard]] std::size_t pageOf(std::size_t index) const;

    ShapeKind m_kind;
    std::vector<ShapesPage> m_pages;
    std::vector<std::uint32_t> m_begins{0}; ///< position of the first shape of each page, then size()
};

} // namespace tuban
