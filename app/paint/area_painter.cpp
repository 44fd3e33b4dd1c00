#include "app/paint/area_painter.h"

#include "app/paint/shape_path.h"
#include "geo/paint/area_raster.h"

#include <QImage>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace tuban {

namespace {

/// Broader outlines have corners to be joined, larger shapes long empty rows: QPainter does both better.
constexpr double broadPx = 2.4;
constexpr std::size_t largePx = 400'000;
/// Points nearer than this to the last are left out.
constexpr double nearPx = 0.33;
/// Points that bend a line by less are left out, but few in a row, so that a curve stays one.
constexpr double hairPx = 0.05;
constexpr int mostStraight = 3;
/// A fainter outline is not seen.
constexpr double faintest = 0.06;

QPen outlinePen(const PaintClass& look, double factor) {
    QPen pen(toQColor(look.stroke), look.strokeWidthPx * factor);
    pen.setJoinStyle(Qt::RoundJoin);
    return pen;
}

/// What a thread paints with from one picture to the next: getting such memory anew costs more than painting.
struct Scratch {
    QImage image; ///< of the layer alone, so that its areas can tell what others of it cover
    AreaRaster raster;
    SplatBuffer splats;
};

Scratch& scratchFor(int widthPx, int heightPx) {
    thread_local std::unique_ptr<Scratch> scratch;
    thread_local std::int64_t largestPx = 0;
    constexpr std::int64_t keptPx = 4'000'000; // a page for the printer goes when it is done
    if (scratch == nullptr || largestPx > keptPx) {
        scratch = std::make_unique<Scratch>();
        largestPx = 0;
    }
    largestPx = std::max(largestPx, std::int64_t{widthPx} * heightPx);
    if (scratch->image.size() != QSize(widthPx, heightPx)) {
        scratch->image = QImage(widthPx, heightPx, QImage::Format_ARGB32_Premultiplied);
    }
    scratch->image.fill(Qt::transparent);
    scratch->raster.resize(widthPx, heightPx);
    scratch->splats.resize(static_cast<std::size_t>(widthPx), static_cast<std::size_t>(heightPx));
    return *scratch;
}

/// The sides of a box, a bit each, that a point lies beyond.
unsigned sidesBeyond(const Box& box, Point point) {
    return (point.x < box.minX ? 1U : 0U) | (point.x > box.maxX ? 2U : 0U) | (point.y < box.minY ? 4U : 0U) |
           (point.y > box.maxY ? 8U : 0U);
}

/// Whether a point lies that near to the line through two others.
bool isWithin(double distance, Point point, Point from, Point to) {
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double twiceArea = dx * (point.y - from.y) - dy * (point.x - from.x);
    return twiceArea * twiceArea < distance * distance * (dx * dx + dy * dy);
}

/// Draws on the pixels of an image and, for what is left to it, with a painter on the same.
class PixelAreas {
public:
    PixelAreas(Scratch& scratch,
               QPainter& painter,
               const DisplayLayer& layer,
               const PixelMap& map,
               const Canvas& canvas)
        : m_pixels(reinterpret_cast<std::uint32_t*>(scratch.image.bits()), // 32 bits: rows have no gaps
                   static_cast<std::size_t>(scratch.image.sizeInBytes()) / sizeof(std::uint32_t)),
          m_painter(&painter),
          m_layer(&layer),
          m_map(&map),
          m_canvas(&canvas),
          m_scratch(&scratch),
          m_cursor(*layer.snapshot),
          m_factor(widthFactor(metresPerPixel(canvas.view))) {}

    void paint(const Detail& detail) {
        paintGround(detail);
        for (const std::uint32_t index : detail.paths) {
            if (m_canvas->stop.stop_requested()) {
                return;
            }
            paintShape(index);
        }
    }

private:
    /// Splats, and of the shapes under outlineFromPx the fills that shine through, taken together: one
    /// smoothed edge over the other would let the paper through, and in small shapes edges are much of what
    /// is seen.
    void paintGround(const Detail& detail) {
        std::vector<std::uint32_t> small;
        std::ranges::copy_if(detail.paths, std::back_inserter(small), [this](std::uint32_t index) {
            return shinesThrough(lookOf(index)) && sizePx(index) < outlineFromPx;
        });
        if (detail.splats.empty() && small.empty()) {
            return;
        }
        SplatBuffer& splats = m_scratch->splats;
        const double areaScale = m_map->pixelsPerSquareMetre();
        for (const std::uint32_t index : detail.splats) {
            const auto [page, slot] = m_cursor(index);
            const Box box = m_map->pixelBox(page->boxes[slot]);
            if (std::isfinite(box.minX + box.maxY)) {
                splats.add(box, page->areas[slot] * areaScale, lookOf(index).fill);
            }
        }
        for (const std::uint32_t index : small) {
            if (beginShape(index, 0)) {
                addRings(index, true, 0);
                m_scratch->raster.collect(splats, lookOf(index).fill);
            }
        }
        splats.paintOver(m_pixels);
    }

    void paintShape(std::uint32_t index) {
        const PaintClass& look = lookOf(index);
        const double size = sizePx(index);
        const double share = outlineShare(size);
        const double widthPx = share * look.stroke.alpha / 255 > faintest ? outlinePx(look) : 0;
        // What shines through lies on the ground already.
        const bool fills = look.fill.alpha == 255 || (shinesThrough(look) && size >= outlineFromPx);
        if ((!fills && widthPx <= 0) || !beginShape(index, widthPx)) {
            return;
        }
        if (size >= outlineFromPx && (widthPx > broadPx || m_scratch->raster.regionPx() > largePx)) {
            m_painter->setPen(outlinePen(look, m_factor));
            m_painter->setBrush(toQColor(look.fill));
            m_painter->drawPath(pathOf(*m_layer, index, *m_map, *m_canvas));
            return;
        }
        addRings(index, fills, widthPx);
        m_scratch->raster.paint(m_pixels, {.fill = look.fill, .stroke = look.stroke, .strokeAlpha = share});
    }

    bool beginShape(std::uint32_t index, double widthPx) {
        const auto [page, slot] = m_cursor(index);
        const Box box = m_map->pixelBox(page->boxes[slot]);
        // Half the outline lies outside, and a point of a bent edge may lie beside a straight box.
        return std::isfinite(box.minX + box.maxY) && m_scratch->raster.begin(box.grown(widthPx / 2 + 1));
    }

    void addRings(std::uint32_t index, bool fills, double widthPx) {
        const auto [page, slot] = m_cursor(index);
        std::uint32_t ring = page->shapeParts[slot];
        for (std::uint32_t polygon = page->shapePolygons[slot]; polygon < page->shapePolygons[slot + 1];
             ++polygon) {
            for (bool isHole = false; ring < page->polygonEnds[polygon]; ++ring, isHole = true) {
                project(page->part(ring));
                if (fills) {
                    m_scratch->raster.addRing(m_points, isHole);
                }
                if (widthPx > 0) {
                    m_scratch->raster.addOutline(m_points, widthPx);
                }
            }
        }
    }

    /// Of the points those that change the picture: not what is nearer to the last than can be seen, nor what
    /// lies, as its neighbours do, beyond the same side of the window or, but for a hair, on one line.
    void project(std::span<const Point> plan) {
        const double nearM = nearPx / m_map->pixelsPerMetre();
        const double hairM = hairPx / m_map->pixelsPerMetre();
        const Box& window = m_map->planWindow();
        m_points.clear();
        Point last{};
        unsigned sides = 0; // that the last point lies beyond
        int straight = 0;   // points left out since the last
        for (std::size_t i = 0; i < plan.size(); ++i) {
            const Point point = plan[i];
            const bool isEnd = i == 0 || i + 1 == plan.size();
            if (!isEnd && std::abs(point.x - last.x) <= nearM && std::abs(point.y - last.y) <= nearM) {
                continue;
            }
            const unsigned own = sidesBeyond(window, point);
            if (!isEnd && (sides & own & sidesBeyond(window, plan[i + 1])) != 0) {
                continue;
            }
            if (!isEnd && straight < mostStraight && isWithin(hairM, point, last, plan[i + 1])) {
                ++straight;
                continue;
            }
            straight = 0;
            m_points.push_back(m_map->pixel(point));
            last = point;
            sides = own;
        }
    }

    [[nodiscard]] double sizePx(std::uint32_t index) {
        const auto [page, slot] = m_cursor(index);
        const Box& box = page->boxes[slot];
        return std::max(box.width(), box.height()) * m_map->pixelsPerMetre();
    }
    [[nodiscard]] const PaintClass& lookOf(std::uint32_t index) const {
        return m_layer->style.classes[m_layer->classes[index]];
    }
    static bool shinesThrough(const PaintClass& look) { return look.fill.alpha > 0 && look.fill.alpha < 255; }
    [[nodiscard]] double outlinePx(const PaintClass& look) const {
        return look.strokeWidthPx * m_factor * m_canvas->deviceRatio;
    }

    std::span<std::uint32_t> m_pixels;
    QPainter* m_painter;
    const DisplayLayer* m_layer;
    const PixelMap* m_map;
    const Canvas* m_canvas;
    Scratch* m_scratch;
    PageCursor m_cursor;
    double m_factor;
    std::vector<Point> m_points;
};

void paintPaths(QPainter& painter,
                const DisplayLayer& layer,
                const std::vector<std::uint32_t>& features,
                const PixelMap& map,
                const Canvas& canvas) {
    const double factor = widthFactor(metresPerPixel(canvas.view));
    for (const std::uint32_t index : features) {
        if (canvas.stop.stop_requested()) {
            return;
        }
        const PaintClass& look = layer.style.classes[layer.classes[index]];
        painter.setPen(outlinePen(look, factor));
        painter.setBrush(toQColor(look.fill));
        painter.drawPath(pathOf(layer, index, map, canvas));
    }
}

} // namespace

void paintAreas(QPainter& painter,
                const DisplayLayer& layer,
                const Detail& detail,
                const PixelMap& map,
                const Canvas& canvas) {
    if (canvas.isVector) {
        std::vector<std::uint32_t> all = detail.splats;
        all.insert(all.end(), detail.paths.begin(), detail.paths.end());
        std::ranges::sort(all);
        paintPaths(painter, layer, all, map, canvas);
        return;
    }
    const double ratio = canvas.deviceRatio;
    Scratch& scratch = scratchFor(static_cast<int>(std::lround(canvas.view.widthPx() * ratio)),
                                  static_cast<int>(std::lround(canvas.view.heightPx() * ratio)));
    scratch.image.setDevicePixelRatio(ratio);
    QPainter own(&scratch.image);
    own.setRenderHint(QPainter::Antialiasing);
    PixelAreas(scratch, own, layer, map, canvas).paint(detail);
    own.end();
    painter.drawImage(QPointF(0, 0), scratch.image);
}

} // namespace tuban
