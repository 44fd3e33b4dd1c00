#include "geo/measure/sound_areas.h"

#include "geo/measure/crossing.h"
#include "geo/shape/validity.h"

#include <algorithm>

namespace tuban {

namespace {

constexpr std::size_t mostCorners = 40; // all pairs of edges are looked at

bool edgesTouch(Point a, Point b, Point c, Point d) {
    if (!boxesMeet(a, b, c, d)) {
        return false;
    }
    return orientation(a, b, c) * orientation(a, b, d) <= 0 &&
           orientation(c, d, a) * orientation(c, d, b) <= 0;
}

} // namespace

bool isPlainRing(const AreaView& area) {
    if (area.partEnds.size() != 1) {
        return false;
    }
    const auto ring = area.points.subspan(area.firstPoint, area.partEnds.front() - area.firstPoint);
    const std::size_t edges = ring.size() - 1;
    if (edges < 3 || edges > mostCorners || ring.front() != ring.back()) {
        return false;
    }
    for (std::size_t i = 0; i < edges; ++i) {
        const Point after = ring[i + 2 <= edges ? i + 2 : 1];
        // A spike turns back on itself.
        if (ring[i] == ring[i + 1] || (orientation(ring[i], ring[i + 1], after) == 0 &&
                                       (ring[i + 1].x - ring[i].x) * (after.x - ring[i + 1].x) +
                                               (ring[i + 1].y - ring[i].y) * (after.y - ring[i + 1].y) <=
                                           0)) {
            return false;
        }
        for (std::size_t j = i + 2; j < edges; ++j) {
            const bool neighbours = i == 0 && j == edges - 1;
            if (!neighbours && edgesTouch(ring[i], ring[i + 1], ring[j], ring[j + 1])) {
                return false;
            }
        }
    }
    return true;
}

SoundAreas::SoundAreas(const ShapesView& shapes) : m_shapes(shapes) {
    m_boxes.reserve(shapes.size());
    for (const ShapesPage& page : shapes.pages()) {
        m_boxes.insert(m_boxes.end(), page.boxes.begin(), page.boxes.end());
    }
}

SoundAreas::SoundAreas(const ShapesView& shapes, const GeosContext& geos) : SoundAreas(shapes) {
    for (std::uint32_t i = 0; i < shapes.size(); ++i) {
        look(i, geos);
    }
}

SoundAreas::SoundAreas(const ShapesView& shapes,
                       const GeosContext& geos,
                       std::span<const std::uint32_t> chosen)
    : SoundAreas(shapes) {
    for (const std::uint32_t i : chosen) {
        look(i, geos);
    }
}

void SoundAreas::look(std::uint32_t index, const GeosContext& geos) {
    const AreaView area = m_shapes.area(index);
    if (area.empty() || isPlainRing(area)) {
        return;
    }
    const Geometry geometry = m_shapes.geometry(index);
    const Validity validity = validityOf(geos, geometry);
    if (validity.valid) {
        return;
    }
    m_reasons.emplace_back(index, validity.reason);
    Geometry sound{.kind = ShapeKind::Area, .points = {}, .partEnds = {}, .polygonEnds = {}};
    if (auto made = repaired(geos, geometry)) {
        sound = std::move(*made);
    }
    m_boxes[index] = sound.box();
    m_repaired.emplace(index, std::move(sound));
}

AreaView SoundAreas::area(std::size_t index) const {
    if (m_repaired.empty()) {
        return m_shapes.area(index);
    }
    const auto found = m_repaired.find(index);
    return found == m_repaired.end() ? m_shapes.area(index) : viewOf(found->second);
}

Geometry SoundAreas::geometry(std::size_t index) const {
    const auto found = m_repaired.find(index);
    return found == m_repaired.end() ? m_shapes.geometry(index) : found->second;
}

} // namespace tuban
