#pragma once

#include "geo/shape/shapes_view.h"

#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace tuban::test {

/// Flat arrays of many Areas.
struct FlatAreas {
    std::vector<Box> boxes;
    Geometry all{.kind = ShapeKind::Area, .points = {}, .partEnds = {}, .polygonEnds = {}};
    std::vector<std::uint32_t> parts{0}, polygons{0};

    explicit FlatAreas(const std::vector<Geometry>& shapes) {
        for (const Geometry& shape : shapes) {
            boxes.push_back(shape.box());
            append(all, shape);
            parts.push_back(static_cast<std::uint32_t>(all.partEnds.size()));
            polygons.push_back(static_cast<std::uint32_t>(all.polygonEnds.size()));
        }
    }
    [[nodiscard]] ShapesView view() const {
        ShapesView shapes(ShapeKind::Area);
        shapes.add({.boxes = boxes,
                    .points = all.points,
                    .partEnds = all.partEnds,
                    .polygonEnds = all.polygonEnds,
                    .shapeParts = parts,
                    .shapePolygons = polygons});
        return shapes;
    }
};

inline Geometry rectangle(double x, double y, double width, double height) {
    return makePolygon({{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}});
}

inline Geometry disc(Point centre, double radius, int corners) {
    std::vector<Point> ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return makePolygon({ring});
}

inline Geometry moved(Geometry shape, double dx, double dy) {
    for (Point& p : shape.points) {
        p = {p.x + dx, p.y + dy};
    }
    return shape;
}

} // namespace tuban::test
