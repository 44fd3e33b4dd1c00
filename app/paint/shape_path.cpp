#include "app/paint/shape_path.h"

#include "geo/paint/clip.h"

#include <cmath>
#include <span>
#include <vector>

namespace tuban {

namespace {

constexpr double marginPx = 64;
constexpr double safePx = 8'000;

/// The points that are seen apart, in logical pixels.
std::vector<Point> thinned(std::span<const Point> plan, const PixelMap& map, double ratio) {
    // In the plan, so that it does not depend on where the picture begins.
    const double least = 0.33 / map.pixelsPerMetre();
    std::vector<Point> pixels;
    pixels.reserve(plan.size());
    Point last{};
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const bool isEnd = i == 0 || i + 1 == plan.size();
        if (isEnd || std::abs(plan[i].x - last.x) > least || std::abs(plan[i].y - last.y) > least) {
            const Point pixel = map.pixel(plan[i]);
            pixels.push_back({pixel.x / ratio, pixel.y / ratio});
            last = plan[i];
        }
    }
    return pixels;
}

void addTo(QPainterPath& path, const std::vector<Point>& points, bool isRing) {
    if (points.size() < 2) {
        return;
    }
    path.moveTo(points.front().x, points.front().y);
    for (std::size_t i = 1; i < points.size(); ++i) {
        path.lineTo(points[i].x, points[i].y);
    }
    if (isRing) {
        path.closeSubpath();
    }
}

} // namespace

QPainterPath
pathOf(const DisplayLayer& layer, std::size_t index, const PixelMap& map, const Canvas& canvas) {
    const auto [page, slot] = layer.snapshot->place(index);
    const bool isRing = layer.snapshot->kind == ShapeKind::Area;
    const double ratio = canvas.deviceRatio;
    const Box box = map.pixelBox(page->boxes[slot]);
    const Box picture{
        -marginPx, -marginPx, canvas.view.widthPx() + marginPx, canvas.view.heightPx() + marginPx};
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    if (!std::isfinite(box.minX + box.maxY)) {
        return path;
    }
    const bool isHuge = box.minX < -safePx || box.minY < -safePx || box.maxX > safePx || box.maxY > safePx;
    for (std::uint32_t part = page->shapeParts[slot]; part < page->shapeParts[slot + 1]; ++part) {
        std::vector<Point> points = thinned(page->part(part), map, ratio);
        if (!isHuge) {
            addTo(path, points, isRing);
        } else if (isRing) {
            addTo(path, clippedRing(std::move(points), picture), isRing);
        } else {
            for (const std::vector<Point>& piece : clippedLine(points, picture)) {
                addTo(path, piece, isRing);
            }
        }
    }
    return path;
}

} // namespace tuban
