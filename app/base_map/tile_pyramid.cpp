#include "app/base_map/tile_pyramid.h"

#include "app/base_map/tile_fetcher.h"
#include "geo/crs/transform.h"
#include "geo/raster/mbtiles.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QTextDocumentFragment>

#include <algorithm>
#include <utility>

namespace tuban {

namespace {

std::string sentence(const char* text, const QString& path) {
    return QCoreApplication::translate("TilePyramid", text).arg(path).toStdString();
}

Box worldBoxOf(const Box& geo) {
    constexpr double mostLatitude = 85.0511;
    const Point northWest = worldFromGeo({geo.minX, std::min(geo.maxY, mostLatitude)});
    const Point southEast = worldFromGeo({geo.maxX, std::max(geo.minY, -mostLatitude)});
    return {northWest.x, northWest.y, southEast.x, southEast.y};
}

class OnlinePyramid : public TilePyramid {
public:
    OnlinePyramid(const BaseMapChoice& choice, TileFetcher& fetcher)
        : m_template(choice.place),
          m_facts{.maxZoom = choice.maxZoom, .attribution = attributionOfTemplate(choice.place)},
          m_fetcher(&fetcher) {}

    [[nodiscard]] const Facts& facts() const override { return m_facts; }
    [[nodiscard]] Result<QImage> tile(TileAddress address, const std::stop_token& stop) override {
        const auto bytes =
            m_fetcher->get(QUrl(tileAddress(m_template, address.zoom, address.column, address.row)), stop);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        return bytes->isEmpty() ? QImage() : decodedTile(*bytes);
    }

private:
    QString m_template;
    Facts m_facts;
    TileFetcher* m_fetcher;
};

/// z/x/y.png or .jpg below a folder.
class FolderPyramid : public TilePyramid {
public:
    static Result<std::unique_ptr<TilePyramid>> open(const QString& path) {
        const QDir folder(path);
        if (path.isEmpty() || !folder.exists()) {
            return failure(ErrorCode::NotFound,
                           sentence(QT_TRANSLATE_NOOP("TilePyramid", "The folder %1 is not there."), path));
        }
        auto pyramid = std::make_unique<FolderPyramid>();
        pyramid->m_path = path;
        std::vector<int> zooms;
        const QStringList names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString& name : names) {
            bool isNumber = false;
            const int zoom = name.toInt(&isNumber);
            if (isNumber && zoom >= 0 && zoom <= 30) {
                zooms.push_back(zoom);
            }
        }
        if (zooms.empty()) {
            return failure(
                ErrorCode::Unreadable,
                sentence(QT_TRANSLATE_NOOP(
                             "TilePyramid",
                             "The folder %1 holds no map tiles: they lie in folders z/x/y.png or z/x/y.jpg."),
                         path));
        }
        const auto [least, most] = std::ranges::minmax(zooms);
        pyramid->m_facts.minZoom = least;
        pyramid->m_facts.maxZoom = most;
        return pyramid;
    }

    [[nodiscard]] const Facts& facts() const override { return m_facts; }
    [[nodiscard]] Result<QImage> tile(TileAddress address, const std::stop_token& /*stop*/) override {
        const QString stem =
            QStringLiteral("%1/%2/%3/%4.").arg(m_path).arg(address.zoom).arg(address.column).arg(address.row);
        for (const auto* ending : {"png", "jpg", "jpeg"}) {
            QFile file(stem + QLatin1String(ending));
            if (file.open(QIODevice::ReadOnly)) {
                return decodedTile(file.readAll());
            }
        }
        return QImage();
    }

private:
    QString m_path;
    Facts m_facts;
};

class MbTilesPyramid : public TilePyramid {
public:
    explicit MbTilesPyramid(MbTiles tiles) : m_tiles(std::move(tiles)) {
        const MbTiles::Facts& said = m_tiles.facts();
        m_facts = {
            .minZoom = said.minZoom,
            .maxZoom = said.maxZoom,
            .worldBox = worldBoxOf(said.geoBox),
            .attribution =
                QTextDocumentFragment::fromHtml(QString::fromStdString(said.attribution)).toPlainText()};
    }

    [[nodiscard]] const Facts& facts() const override { return m_facts; }
    [[nodiscard]] Result<QImage> tile(TileAddress address, const std::stop_token& /*stop*/) override {
        const auto bytes = m_tiles.tile(address.zoom, address.column, address.row);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        if (bytes->empty()) {
            return QImage();
        }
        return decodedTile(
            QByteArray(reinterpret_cast<const char*>(bytes->data()), static_cast<qsizetype>(bytes->size())));
    }

private:
    MbTiles m_tiles;
    Facts m_facts;
};

} // namespace

Result<QImage> decodedTile(const QByteArray& bytes) {
    constexpr int largestPx = 2'048;
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    const QByteArray format = reader.format();
    const bool isKnown = format == "png" || format == "jpeg";
    QImage image;
    if (!isKnown || size.width() > largestPx || size.height() > largestPx || !reader.read(&image)) {
        return failure(
            ErrorCode::Unreadable,
            QCoreApplication::translate("TilePyramid", "A tile of the base map is no PNG or JPEG picture.")
                .toStdString());
    }
    return image;
}

Result<std::unique_ptr<TilePyramid>> openPyramid(const BaseMapChoice& choice, TileFetcher& fetcher) {
    if (choice.kind == BaseMapKind::Folder) {
        return FolderPyramid::open(choice.place);
    }
    if (choice.kind == BaseMapKind::MbTiles) {
        auto tiles = MbTiles::open(choice.place.toStdString());
        if (!tiles) {
            return std::unexpected(tiles.error());
        }
        return std::make_unique<MbTilesPyramid>(std::move(*tiles));
    }
    if (const auto fault = faultOfTemplate(choice.place)) {
        return failure(ErrorCode::Usage, fault->toStdString());
    }
    return std::make_unique<OnlinePyramid>(choice, fetcher);
}

} // namespace tuban
