#include "app/paint/shape_path.h"

#include "geo/paint/clip.h"

#include <cmath>
#include <span>
#include <vector>

namespace tuban {

namespace {

constexpr double marginPx = 64;
constexpr double safePx = 8'000;

/// The points that are seen apart, in pixels.
std::vector<Point> thinned(std::span<const Point> world, const Canvas& canvas) {
    const double least = 0.33 / canvas.deviceRatio / canvas.view.pixelsPerWorld();
    std::vector<Point> pixels;
    pixels.reserve(world.size());
    Point last{};
    for (std::size_t i = 0; i < world.size(); ++i) {
        const bool isEnd = i == 0 || i + 1 == world.size();
        if (isEnd || std::abs(world[i].x - last.x) > least || std::abs(world[i].y - last.y) > least) {
            const QPointF pixel = canvas.toPixel(world[i]);
            pixels.push_back({pixel.x(), pixel.y()});
            last = world[i];
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

QPainterPath pathOf(const DisplayLayer& layer, std::size_t index, const Canvas& canvas) {
    const LayerSnapshot& snapshot = *layer.snapshot;
    const bool isRing = snapshot.kind == ShapeKind::Area;
    const QPointF low = canvas.toPixel({layer.boxes[index].minX, layer.boxes[index].minY});
    const QPointF high = canvas.toPixel({layer.boxes[index].maxX, layer.boxes[index].maxY});
    const Box picture{
        -marginPx, -marginPx, canvas.view.widthPx() + marginPx, canvas.view.heightPx() + marginPx};
    const bool isHuge = low.x() < -safePx || low.y() < -safePx || high.x() > safePx || high.y() > safePx;
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (std::uint32_t part = snapshot.shapeParts[index]; part < snapshot.shapeParts[index + 1]; ++part) {
        const std::uint32_t begin = part == 0 ? 0 : snapshot.partEnds[part - 1];
        std::vector<Point> points =
            thinned(std::span(layer.points).subspan(begin, snapshot.partEnds[part] - begin), canvas);
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
