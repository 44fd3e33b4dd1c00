#include "app/paint/area_painter.h"

#include "app/paint/shape_path.h"
#include "geo/paint/area_raster.h"

#include <QImage>

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace tuban {

namespace {

/// Broader outlines have corners to be joined, larger shapes long empty rows: QPainter does both better.
constexpr double broadPx = 2.4;
constexpr std::size_t largePx = 400'000;
/// Points nearer than this to the last are left out.
constexpr double nearPx = 0.33;
/// A fainter outline is not seen.
constexpr double faintest = 0.06;

QPen outlinePen(const PaintClass& look, double factor) {
    QPen pen(toQColor(look.stroke), look.strokeWidthPx * factor);
    pen.setJoinStyle(Qt::RoundJoin);
    return pen;
}

/// The picture that a painter draws on without moving it, null for all others.
QImage* pictureUnder(QPainter& painter, const Canvas& canvas) {
    if (painter.device()->devType() != QInternal::Image) {
        return nullptr;
    }
    auto* image = static_cast<QImage*>(painter.device());
    const QTransform transform = painter.deviceTransform();
    const double ratio = canvas.deviceRatio;
    const bool isPlain = transform.isScaling() ? transform.m11() == ratio && transform.m22() == ratio
                                               : transform.isIdentity();
    const bool isWhole =
        image->width() == std::lround(canvas.view.widthPx() * ratio) &&
        image->height() == std::lround(canvas.view.heightPx() * ratio);
    return isPlain && isWhole && transform.dx() == 0 && transform.dy() == 0 &&
                   image->format() == QImage::Format_ARGB32_Premultiplied && painter.opacity() >= 1 &&
                   !painter.hasClipping()
               ? image
               : nullptr;
}

/// Draws on pixels and, for what is left to it, with a painter on the same picture.
class PixelAreas {
public:
    PixelAreas(QImage& image,
               QPainter& painter,
               const DisplayLayer& layer,
               const PixelMap& map,
               const Canvas& canvas)
        : m_pixels(reinterpret_cast<std::uint32_t*>(image.bits()), // 32 bits a pixel: rows have no gaps
                   static_cast<std::size_t>(image.width()) * static_cast<std::size_t>(image.height())),
          m_painter(&painter),
          m_layer(&layer),
          m_map(&map),
          m_canvas(&canvas),
          m_raster(image.width(), image.height()),
          m_width(static_cast<std::size_t>(image.width())),
          m_height(static_cast<std::size_t>(image.height())),
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
    /// Splats, and below the shapes under outlineFromPx their fills taken together: one smoothed edge over the
    /// other would let the paper through, and in small shapes edges are much of what is seen.
    void paintGround(const Detail& detail) {
        std::vector<std::uint32_t> small;
        std::ranges::copy_if(detail.paths, std::back_inserter(small), [this](std::uint32_t index) {
            return sizePx(index) < outlineFromPx && lookOf(index).fill.alpha > 0;
        });
        if (detail.splats.empty() && small.empty()) {
            return;
        }
        SplatBuffer splats(m_width, m_height);
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
                m_raster.collect(splats, lookOf(index).fill);
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
        const bool fills = look.fill.alpha > 0 && (size >= outlineFromPx || look.fill.alpha == 255);
        if ((!fills && widthPx <= 0) || !beginShape(index, widthPx)) {
            return;
        }
        if (size >= outlineFromPx && (widthPx > broadPx || m_raster.regionPx() > largePx)) {
            m_painter->setPen(outlinePen(look, m_factor));
            m_painter->setBrush(toQColor(look.fill));
            m_painter->drawPath(pathOf(*m_layer, index, *m_map, *m_canvas));
            return;
        }
        addRings(index, fills, widthPx);
        m_raster.paint(m_pixels, {.fill = look.fill, .stroke = look.stroke, .strokeAlpha = share});
    }

    bool beginShape(std::uint32_t index, double widthPx) {
        const auto [page, slot] = m_cursor(index);
        const Box box = m_map->pixelBox(page->boxes[slot]);
        // Half the outline lies outside, and a point of a bent edge may lie beside a straight box.
        return std::isfinite(box.minX + box.maxY) && m_raster.begin(box.grown(widthPx / 2 + 1));
    }

    void addRings(std::uint32_t index, bool fills, double widthPx) {
        const auto [page, slot] = m_cursor(index);
        std::uint32_t ring = page->shapeParts[slot];
        for (std::uint32_t polygon = page->shapePolygons[slot]; polygon < page->shapePolygons[slot + 1];
             ++polygon) {
            for (bool isHole = false; ring < page->polygonEnds[polygon]; ++ring, isHole = true) {
                project(page->part(ring));
                if (fills) {
                    m_raster.addRing(m_points, isHole);
                }
                if (widthPx > 0) {
                    m_raster.addOutline(m_points, widthPx);
                }
            }
        }
    }

    void project(std::span<const Point> plan) {
        m_points.clear();
        for (std::size_t i = 0; i < plan.size(); ++i) {
            const Point pixel = m_map->pixel(plan[i]);
            const bool isEnd = i == 0 || i + 1 == plan.size();
            if (isEnd || std::abs(pixel.x - m_points.back().x) > nearPx ||
                std::abs(pixel.y - m_points.back().y) > nearPx) {
                m_points.push_back(pixel);
            }
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
    [[nodiscard]] double outlinePx(const PaintClass& look) const {
        return look.strokeWidthPx * m_factor * m_canvas->deviceRatio;
    }

    std::span<std::uint32_t> m_pixels;
    QPainter* m_painter;
    const DisplayLayer* m_layer;
    const PixelMap* m_map;
    const Canvas* m_canvas;
    AreaRaster m_raster;
    std::size_t m_width;
    std::size_t m_height;
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
    if (QImage* image = pictureUnder(painter, canvas)) {
        PixelAreas(*image, painter, layer, map, canvas).paint(detail);
        return;
    }
    const double ratio = canvas.deviceRatio;
    QImage image(static_cast<int>(std::lround(canvas.view.widthPx() * ratio)),
                 static_cast<int>(std::lround(canvas.view.heightPx() * ratio)),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter own(&image);
    own.setRenderHint(QPainter::Antialiasing);
    PixelAreas(image, own, layer, map, canvas).paint(detail);
    own.end();
    painter.drawImage(QPointF(0, 0), image);
}

} // namespace tuban
