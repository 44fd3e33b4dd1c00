#include "geo/exchange/shape_bridge.h"

#include "geo/shape/ring.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace tuban {
namespace {

constexpr std::size_t mostPoints = 2'000'000;
constexpr int deepestNesting = 8;

/// Gathers the simple parts of a geometry by kind.
class Collector {
public:
    void take(OGRGeometryH geometry, int depth) {
        if (geometry == nullptr || OGR_G_IsEmpty(geometry) != 0 || depth > deepestNesting) {
            return;
        }
        switch (wkbFlatten(OGR_G_GetGeometryType(geometry))) {
        case wkbPoint:
            takePoint(geometry);
            break;
        case wkbLineString:
        case wkbLinearRing:
            takeLine(geometry);
            break;
        case wkbPolygon:
        case wkbTriangle:
            takePolygon(geometry);
            break;
        default:
            for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
                take(OGR_G_GetGeometryRef(geometry, i), depth + 1);
            }
        }
    }

    [[nodiscard]] ReadShape result() && {
        ReadShape shape;
        if (m_tooMany) {
            shape.unusable = std::format("more than {} points", mostPoints);
            return shape;
        }
        if (!m_finite) {
            shape.unusable = "coordinates that are not numbers";
            return shape;
        }
        Geometry* chosen = !m_areas.empty() ? &m_areas : !m_lines.empty() ? &m_lines : &m_points;
        shape.geometry = std::move(*chosen);
        shape.remark = std::move(m_remark);
        if (chosen != &m_points && !m_points.empty()) {
            add(shape.remark, "points beside it left out");
        }
        if (chosen == &m_areas && !m_lines.empty()) {
            add(shape.remark, "lines beside it left out");
        }
        return shape;
    }

private:
    static void add(std::string& text, std::string_view more) {
        text += text.empty() ? "" : ", ";
        text += more;
    }

    std::vector<Point> pointsOf(OGRGeometryH line) {
        const auto count = static_cast<std::size_t>(std::max(OGR_G_GetPointCount(line), 0));
        m_total += count;
        if (m_total > mostPoints) {
            m_tooMany = true;
            return {};
        }
        std::vector<Point> points(count);
        if (count > 0) {
            OGR_G_GetPoints(line, &points[0].x, sizeof(Point), &points[0].y, sizeof(Point), nullptr, 0);
        }
        m_finite = m_finite && std::ranges::all_of(
                                   points, [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
        return points;
    }

    void takePoint(OGRGeometryH geometry) {
        const Point position{OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)};
        m_finite = m_finite && std::isfinite(position.x) && std::isfinite(position.y);
        m_points.kind = ShapeKind::Point;
        m_points.points.push_back(position);
        m_points.partEnds.push_back(static_cast<std::uint32_t>(m_points.points.size()));
    }

    void takeLine(OGRGeometryH geometry) {
        const auto points = pointsOf(geometry);
        if (points.size() < 2 || std::ranges::all_of(points, [&](Point p) { return p == points.front(); })) {
            add(m_remark, "line without length left out");
            return;
        }
        m_lines.kind = ShapeKind::Line;
        addPart(m_lines, points);
    }

    void takePolygon(OGRGeometryH geometry) {
        bool shell = true;
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
            auto points = pointsOf(OGR_G_GetGeometryRef(geometry, i));
            if (!points.empty() && points.front() != points.back()) {
                points.push_back(points.front());
            }
            if (points.size() < 4) {
                add(m_remark, std::format("ring of {} points left out", points.size()));
                if (shell) {
                    return;
                }
                continue;
            }
            shell = false;
            addPart(m_areas, points);
        }
        m_areas.kind = ShapeKind::Area;
        const auto parts = static_cast<std::uint32_t>(m_areas.partEnds.size());
        if (parts > 0 && (m_areas.polygonEnds.empty() || m_areas.polygonEnds.back() != parts)) {
            m_areas.polygonEnds.push_back(parts);
        }
    }

    static void addPart(Geometry& geometry, const std::vector<Point>& points) {
        geometry.points.insert(geometry.points.end(), points.begin(), points.end());
        geometry.partEnds.push_back(static_cast<std::uint32_t>(geometry.points.size()));
    }

    Geometry m_points;
    Geometry m_lines;
    Geometry m_areas;
    std::string m_remark;
    std::size_t m_total = 0;
    bool m_finite = true;
    bool m_tooMany = false;
};

OGRGeometryH lineOf(std::span<const Point> points, OGRwkbGeometryType type, bool reversed) {
    OGRGeometryH line = OGR_G_CreateGeometry(type);
    OGR_G_SetPointCount(line, static_cast<int>(points.size()));
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& p = points[reversed ? points.size() - 1 - i : i];
        OGR_G_SetPoint_2D(line, static_cast<int>(i), p.x, p.y);
    }
    return line;
}

OGRGeometryH polygonOf(const Geometry& geometry, std::uint32_t from, std::uint32_t to) {
    OGRGeometryH polygon = OGR_G_CreateGeometry(wkbPolygon);
    for (std::uint32_t i = from; i < to; ++i) {
        const auto ring = geometry.part(i);
        const bool wantCounterClockwise = i == from;
        const bool reversed = (signedRingArea(ring) > 0) != wantCounterClockwise;
        OGR_G_AddGeometryDirectly(polygon, lineOf(ring, wkbLinearRing, reversed));
    }
    return polygon;
}

GeometryPointer multi(OGRwkbGeometryType type, const std::vector<OGRGeometryH>& parts) {
    GeometryPointer result(OGR_G_CreateGeometry(type));
    for (OGRGeometryH part : parts) {
        OGR_G_AddGeometryDirectly(result.get(), part);
    }
    return result;
}

} // namespace

ReadShape readShape(OGRGeometryH geometry) {
    if (geometry == nullptr || OGR_G_IsEmpty(geometry) != 0) {
        return {};
    }
    GeometryPointer straight;
    if (OGR_G_HasCurveGeometry(geometry, 0) != 0) {
        straight.reset(OGR_G_GetLinearGeometry(geometry, 0, nullptr));
        geometry = straight.get();
    }
    Collector collector;
    collector.take(geometry, 0);
    auto shape = std::move(collector).result();
    shape.linearised = straight != nullptr;
    if (shape.geometry.empty() && shape.unusable.empty() && !shape.remark.empty()) {
        shape.unusable = std::move(shape.remark);
    }
    return shape;
}

GeometryPointer writeShape(const Geometry& geometry, bool single) {
    std::vector<OGRGeometryH> parts;
    if (geometry.empty()) {
        return nullptr;
    }
    switch (geometry.kind) {
    case ShapeKind::Point: {
        GeometryPointer point(OGR_G_CreateGeometry(wkbPoint));
        OGR_G_SetPoint_2D(point.get(), 0, geometry.points[0].x, geometry.points[0].y);
        return point;
    }
    case ShapeKind::Line:
        for (std::size_t i = 0; i < geometry.partEnds.size(); ++i) {
            parts.push_back(lineOf(geometry.part(i), wkbLineString, false));
        }
        break;
    case ShapeKind::Area:
        for (std::size_t i = 0; i < geometry.polygonEnds.size(); ++i) {
            parts.push_back(
                polygonOf(geometry, i == 0 ? 0 : geometry.polygonEnds[i - 1], geometry.polygonEnds[i]));
        }
        break;
    }
    if (single && parts.size() == 1) {
        return GeometryPointer(parts.front());
    }
    return multi(geometry.kind == ShapeKind::Line ? wkbMultiLineString : wkbMultiPolygon, parts);
}

} // namespace tuban
