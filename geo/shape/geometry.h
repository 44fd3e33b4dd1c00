#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tuban {

/// A position. In a plan x is east and y is north, metres; in degrees x is longitude and y latitude.
struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

/// A closed box; `empty()` until something is added.
struct Box {
    double minX = 1;
    double minY = 1;
    double maxX = 0;
    double maxY = 0;
    [[nodiscard]] bool empty() const { return minX > maxX; }
    [[nodiscard]] bool intersects(const Box& other) const {
        return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
    }
    [[nodiscard]] bool contains(Point p) const {
        return p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY;
    }
    [[nodiscard]] Point centre() const { return {(minX + maxX) / 2, (minY + maxY) / 2}; }
    [[nodiscard]] double width() const { return maxX - minX; }
    [[nodiscard]] double height() const { return maxY - minY; }
    void add(Point p);
    void add(const Box& other);
    /// The box grown by `margin` on each side.
    [[nodiscard]] Box grown(double margin) const;
};

/// What a layer holds: POINT, MULTILINESTRING or MULTIPOLYGON in the plan.
enum class ShapeKind : std::uint8_t { Point, Line, Area };

/// One shape in flat arrays. Parts are runs of `points` that end where `partEnds` says (exclusive):
///   Point: one point per part (a plan stores just one);
///   Line:  each part is a line of at least 2 points;
///   Area:  each part is a closed ring (first point = last, at least 4); the rings of one polygon follow each
///   other,
///          shell first, and `polygonEnds` holds the exclusive end of each polygon as an index into
///          `partEnds`.
/// `polygonEnds` is empty for points and lines. No Z, no M. An empty shape has no points.
/// Plain value: share it const between threads.
struct Geometry {
    ShapeKind kind = ShapeKind::Point;
    std::vector<Point> points;
    std::vector<std::uint32_t> partEnds;
    std::vector<std::uint32_t> polygonEnds;

    [[nodiscard]] bool empty() const { return points.empty(); }
    [[nodiscard]] Box box() const;
    /// Points of part `index`.
    [[nodiscard]] std::span<const Point> part(std::size_t index) const;
    friend bool operator==(const Geometry&, const Geometry&) = default;
};

[[nodiscard]] Geometry makePoint(Point position);
/// \pre each line has at least 2 points
[[nodiscard]] Geometry makeLine(const std::vector<std::vector<Point>>& lines);
/// One polygon from its rings, shell first; rings are closed if they are not. \pre each has at least 3 points
[[nodiscard]] Geometry makePolygon(const std::vector<std::vector<Point>>& rings);
/// Appends the parts of `other`, which is of the same kind.
void append(Geometry& geometry, const Geometry& other);

/// Even-odd test of a point against an Area; points on the edge may fall either way.
[[nodiscard]] bool containsPoint(const Geometry& area, Point position);
/// Distance from a position to the shape in its units; 0 inside an Area.
[[nodiscard]] double distanceTo(const Geometry& geometry, Point position);
/// A point that stands for the shape: itself, the middle of the longest line, a point inside the largest
/// polygon (horizontal scan line through the middle, widest interior run).
[[nodiscard]] Point anchorOf(const Geometry& geometry);

} // namespace tuban
