#include "app/base_map/base_source.h"

#include "app/base_map/tile_pyramid.h"
#include "geo/crs/gcj02.h"
#include "geo/crs/transform.h"
#include "geo/raster/raster_file.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace tuban {

namespace {

constexpr int sidePx = static_cast<int>(tilePx);

QImage imageOf(const Picture& picture) {
    return picture.empty()
               ? QImage()
               : QImage(picture.rgba.data(), picture.width, picture.height, QImage::Format_RGBA8888).copy();
}

Picture pictureOf(const QImage& image) {
    const QImage rgba = image.convertToFormat(QImage::Format_RGBA8888);
    Picture picture(rgba.width(), rgba.height());
    const auto rowBytes = static_cast<std::size_t>(rgba.width()) * 4;
    for (int row = 0; row < rgba.height(); ++row) {
        std::memcpy(picture.rgba.data() + static_cast<std::size_t>(row) * rowBytes,
                    rgba.constScanLine(row),
                    rowBytes);
    }
    return picture;
}

Point gcj02World(Point world) {
    return worldFromGeo(gcj02FromGeo(geoFromWorld(world)));
}

class RasterSource : public BaseSource {
public:
    RasterSource(RasterFile file, bool isGcj02) : m_file(std::move(file)), m_isGcj02(isGcj02) {
        constexpr int finestZoom = 24;
        m_facts.minZoom = 0;
        m_facts.maxZoom = std::clamp(static_cast<int>(std::ceil(m_file.finestZoom())), 0, finestZoom);
        m_facts.worldBox = m_file.worldBox().grown(isGcj02 ? gcj02MostOfWorld : 0);
        m_facts.isSlowFar = m_file.lacksOverviews();
    }
    [[nodiscard]] const Facts& facts() const override { return m_facts; }
    [[nodiscard]] Result<QImage> picture(const TileKey& tile, const std::stop_token& stop) override {
        const auto picture = m_file.picture(tile.worldBox(), sidePx, m_isGcj02, {.report = {}, .stop = stop});
        if (!picture) {
            return std::unexpected(picture.error());
        }
        return imageOf(*picture);
    }

private:
    RasterFile m_file;
    bool m_isGcj02;
    Facts m_facts;
};

/// Puts the tiles of a pyramid together; where one is missing, the coarser one above it is enlarged.
class PyramidSource : public BaseSource {
public:
    PyramidSource(std::unique_ptr<TilePyramid> pyramid, bool isGcj02)
        : m_pyramid(std::move(pyramid)), m_isGcj02(isGcj02) {
        const TilePyramid::Facts& facts = m_pyramid->facts();
        m_facts = {.minZoom = facts.minZoom,
                   .maxZoom = facts.maxZoom,
                   .worldBox = facts.worldBox.grown(isGcj02 ? gcj02MostOfWorld : 0),
                   .attribution = facts.attribution,
                   .isSlowFar = false};
    }
    [[nodiscard]] const Facts& facts() const override { return m_facts; }

    [[nodiscard]] Result<QImage> picture(const TileKey& tile, const std::stop_token& stop) override {
        const int zoom = tile.zoomMilli / 1'000;
        if (!m_isGcj02) {
            return mosaic(zoom, 2 * tile.column, 2 * tile.row, 2, 2, stop);
        }
        const double tiles = std::exp2(zoom); // across the world
        const auto grid = WarpGrid::over(tile.worldBox(), [tiles](std::span<Point> places) -> Result<void> {
            std::ranges::transform(places, places.begin(), [tiles](Point world) {
                const Point shown = gcj02World(world);
                return Point{shown.x * tiles * sourcePx, shown.y * tiles * sourcePx};
            });
            return {};
        });
        if (!grid) {
            return std::unexpected(grid.error());
        }
        const Box needed = grid->sourceBox().grown(1);
        const auto index = [](double pixel) { return static_cast<int>(std::floor(pixel / sourcePx)); };
        const int left = index(needed.minX);
        const int top = index(needed.minY);
        auto source =
            mosaic(zoom, left, top, index(needed.maxX) - left + 1, index(needed.maxY) - top + 1, stop);
        if (!source || source->isNull()) {
            return source;
        }
        const Point corner{left * double{sourcePx}, top * double{sourcePx}};
        return imageOf(warped(pictureOf(*source), corner, {1, 1}, *grid, sidePx, sidePx));
    }

private:
    static constexpr int sourcePx = 256;

    /// Tiles side by side; null when none of them is there.
    Result<QImage> mosaic(int zoom, int left, int top, int columns, int rows, const std::stop_token& stop) {
        QImage whole(columns * sourcePx, rows * sourcePx, QImage::Format_ARGB32_Premultiplied);
        whole.fill(Qt::transparent);
        QPainter painter(&whole);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        bool any = false;
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                const auto image = tileOrAbove({zoom, left + column, top + row}, stop);
                if (!image) {
                    return std::unexpected(image.error());
                }
                if (!image->isNull()) {
                    painter.drawImage(QRect(column * sourcePx, row * sourcePx, sourcePx, sourcePx), *image);
                    any = true;
                }
            }
        }
        painter.end();
        return any ? whole : QImage();
    }

    Result<QImage> tileOrAbove(TileAddress address, const std::stop_token& stop) {
        constexpr int mostSteps = 3;
        const int across = 1 << address.zoom;
        if (address.column < 0 || address.row < 0 || address.column >= across || address.row >= across) {
            return QImage();
        }
        const int least = std::max(m_facts.minZoom, address.zoom - mostSteps);
        for (int zoom = address.zoom; zoom >= least; --zoom) {
            const int up = address.zoom - zoom;
            auto image = m_pyramid->tile({zoom, address.column >> up, address.row >> up}, stop);
            if (!image) {
                return image;
            }
            if (!image->isNull()) {
                const int part = (1 << up) - 1;
                const QSizeF size(image->width() / std::exp2(up), image->height() / std::exp2(up));
                const QPointF corner((address.column & part) * size.width(),
                                     (address.row & part) * size.height());
                return up == 0 ? *image : image->copy(QRectF(corner, size).toRect());
            }
        }
        return QImage();
    }

    std::unique_ptr<TilePyramid> m_pyramid;
    bool m_isGcj02;
    Facts m_facts;
};

} // namespace

Result<std::unique_ptr<BaseSource>> openBaseSource(const BaseMapChoice& choice, TileFetcher& fetcher) {
    if (choice.kind == BaseMapKind::Raster) {
        auto file = RasterFile::open(choice.place.toStdString());
        if (!file) {
            return std::unexpected(file.error());
        }
        return std::make_unique<RasterSource>(std::move(*file), choice.isGcj02);
    }
    auto pyramid = openPyramid(choice, fetcher);
    if (!pyramid) {
        return std::unexpected(pyramid.error());
    }
    return std::make_unique<PyramidSource>(std::move(*pyramid), choice.isGcj02);
}

} // namespace tuban
