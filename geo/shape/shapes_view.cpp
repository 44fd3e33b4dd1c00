#include "geo/shape/shapes_view.h"

#include <algorithm>

namespace tuban {

AreaView viewOf(const Geometry& area) {
    return {.points = area.points,
            .partEnds = area.partEnds,
            .polygonEnds = area.polygonEnds,
            .firstPoint = 0,
            .firstPart = 0,
            .box = area.box()};
}

AreaView ShapesPage::area(std::size_t slot) const {
    const std::uint32_t first = shapeParts[slot];
    const std::uint32_t firstPolygon = shapePolygons[slot];
    return {.points = points,
            .partEnds = partEnds.subspan(first, shapeParts[slot + 1] - first),
            .polygonEnds = polygonEnds.subspan(firstPolygon, shapePolygons[slot + 1] - firstPolygon),
            .firstPoint = first == 0 ? 0 : partEnds[first - 1],
            .firstPart = first,
            .box = boxes[slot]};
}

Geometry ShapesPage::geometry(std::size_t slot, ShapeKind kind) const {
    Geometry shape;
    shape.kind = kind;
    const std::uint32_t first = shapeParts[slot];
    std::uint32_t from = first == 0 ? 0 : partEnds[first - 1];
    for (std::uint32_t part = first; part < shapeParts[slot + 1]; ++part) {
        const auto run = points.subspan(from, partEnds[part] - from);
        shape.points.insert(shape.points.end(), run.begin(), run.end());
        shape.partEnds.push_back(static_cast<std::uint32_t>(shape.points.size()));
        from = partEnds[part];
    }
    for (std::uint32_t polygon = shapePolygons[slot]; polygon < shapePolygons[slot + 1]; ++polygon) {
        shape.polygonEnds.push_back(polygonEnds[polygon] - first);
    }
    return shape;
}

void ShapesView::add(const ShapesPage& page) {
    m_pages.push_back(page);
    m_begins.push_back(m_begins.back() + static_cast<std::uint32_t>(page.boxes.size()));
}

std::size_t ShapesView::pageOf(std::size_t index) const {
    const auto next = std::ranges::upper_bound(m_begins, index);
    return static_cast<std::size_t>(next - m_begins.begin()) - 1;
}

AreaView ShapesView::area(std::size_t index) const {
    const std::size_t page = pageOf(index);
    return m_pages[page].area(index - m_begins[page]);
}

Geometry ShapesView::geometry(std::size_t index) const {
    const std::size_t page = pageOf(index);
    return m_pages[page].geometry(index - m_begins[page], m_kind);
}

Box ShapesView::bounds() const {
    Box bounds;
    for (const ShapesPage& page : m_pages) {
        for (const Box& box : page.boxes) {
            bounds.add(box);
        }
    }
    return bounds;
}

} // namespace tuban
