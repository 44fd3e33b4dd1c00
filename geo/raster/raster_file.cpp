#include "geo/raster/raster_file.h"

#include "geo/crs/gcj02.h"
#include "geo/crs/transform.h"
#include "geo/gdal/handles.h"
#include "geo/raster/bands.h"

#include <cpl_conv.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <numbers>
#include <utility>

namespace tuban {

namespace {

/// From columns and rows to coordinates and back, as GDAL has it: x = a0 + column a1 + row a2, y alike.
struct Place {
    std::array<double, 6> toCrs{};
    std::array<double, 6> toPixel{};
};

Point through(const std::array<double, 6>& a, Point p) {
    return {a[0] + p.x * a[1] + p.y * a[2], a[3] + p.x * a[4] + p.y * a[5]};
}

Result<Place> placeOf(GDALDatasetH dataset) {
    Place place;
    if (GDALGetGeoTransform(dataset, place.toCrs.data()) != CE_None ||
        GDALInvGeoTransform(place.toCrs.data(), place.toPixel.data()) == 0) {
        return failure(ErrorCode::BadCrs,
                       "it does not say where it lies (no georeference); give it one in the program it came "
                       "from");
    }
    return place;
}

struct Ways {
    Transform geoToCrs;
    Transform crsToGeo;
};

Result<Ways> waysOf(GDALDatasetH dataset) {
    OGRSpatialReferenceH reference = GDALGetSpatialRef(dataset);
    char* text = nullptr;
    const bool isKnown = reference != nullptr && OSRExportToWkt(reference, &text) == OGRERR_NONE;
    const std::string wkt = isKnown ? text : "";
    CPLFree(text);
    if (wkt.empty()) {
        return failure(ErrorCode::BadCrs,
                       "it does not name its coordinate system; write it in with gdal_edit.py -a_srs "
                       "EPSG:… or the program it came from");
    }
    const auto crs = crsFromWkt(wkt);
    const auto degrees = crsFromText("EPSG:4490");
    if (!crs || !degrees) {
        return std::unexpected(crs ? degrees.error() : crs.error());
    }
    auto there = Transform::between(*degrees, *crs);
    auto back = Transform::between(*crs, *degrees);
    if (!there || !back) {
        return std::unexpected(there ? back.error() : there.error());
    }
    return Ways{std::move(*there), std::move(*back)};
}

/// The box in the world of a grid of its pixels.
Result<Box> worldBoxOf(Point size, const Place& place, const Transform& toGeo) {
    constexpr int steps = 8;
    Box box;
    for (int row = 0; row <= steps; ++row) {
        for (int column = 0; column <= steps; ++column) {
            const auto geo =
                toGeo.apply(through(place.toCrs, {size.x * column / steps, size.y * row / steps}));
            if (!geo) {
                return std::unexpected(geo.error());
            }
            box.add(worldFromGeo(*geo));
        }
    }
    return box;
}

} // namespace

struct RasterFile::Parts {
    DatasetPointer dataset;
    BandReader bands;
    Transform geoToCrs;
    Place place;
    Point size; ///< pixels
    Box worldBox;
    double finestZoom = 0;
    bool lacksOverviews = false;

    static Result<Parts> of(DatasetPointer dataset);

    [[nodiscard]] Result<WarpGrid> gridOver(const Box& box, bool isGcj02) const {
        return WarpGrid::over(box, [this, isGcj02](std::span<Point> places) -> Result<void> {
            std::ranges::transform(places, places.begin(), [isGcj02](Point world) {
                const Point geo = geoFromWorld(world);
                return isGcj02 ? gcj02FromGeo(geo) : geo;
            });
            if (auto turned = geoToCrs.apply(places); !turned) {
                return turned;
            }
            std::ranges::transform(
                places, places.begin(), [this](Point at) { return through(place.toPixel, at); });
            return {};
        });
    }
};

Result<RasterFile::Parts> RasterFile::Parts::of(DatasetPointer dataset) {
    auto bands = BandReader::of(dataset.get());
    if (!bands) {
        return std::unexpected(bands.error());
    }
    const auto place = placeOf(dataset.get());
    if (!place) {
        return std::unexpected(place.error());
    }
    auto ways = waysOf(dataset.get());
    if (!ways) {
        return std::unexpected(ways.error());
    }
    const Point size{static_cast<double>(GDALGetRasterXSize(dataset.get())),
                     static_cast<double>(GDALGetRasterYSize(dataset.get()))};
    const auto box = worldBoxOf(size, *place, ways->crsToGeo);
    if (!box) {
        return std::unexpected(box.error());
    }
    constexpr double manyPixels = 16e6;
    const double pixelsPerWorld = std::max(size.x, size.y) / std::max(box->width(), box->height());
    const bool lacks =
        size.x * size.y > manyPixels && GDALGetOverviewCount(GDALGetRasterBand(dataset.get(), 1)) == 0;
    return Parts{.dataset = std::move(dataset),
                 .bands = std::move(*bands),
                 .geoToCrs = std::move(ways->geoToCrs),
                 .place = *place,
                 .size = size,
                 .worldBox = *box,
                 .finestZoom = std::log2(pixelsPerWorld / 256),
                 .lacksOverviews = lacks};
}

RasterFile::RasterFile(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
RasterFile::~RasterFile() = default;
RasterFile::RasterFile(RasterFile&&) noexcept = default;
RasterFile& RasterFile::operator=(RasterFile&&) noexcept = default;

Result<RasterFile> RasterFile::open(const std::string& path) {
    const std::string name = std::filesystem::path(path).filename().string();
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) {
        return failure(ErrorCode::NotFound, path + ": there is no such file");
    }
    GdalMessages messages;
    DatasetPointer dataset(
        GDALOpenEx(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, rasterDrivers(), nullptr, nullptr));
    if (!dataset) {
        return failure(ErrorCode::Unreadable,
                       name + ": it is no GeoTIFF (" + messages.last("it was not recognised") + ")");
    }
    auto parts = Parts::of(std::move(dataset));
    if (!parts) {
        return within(name, parts.error());
    }
    return RasterFile(std::make_unique<Parts>(std::move(*parts)));
}

const Box& RasterFile::worldBox() const {
    return m_parts->worldBox;
}

double RasterFile::finestZoom() const {
    return m_parts->finestZoom;
}

bool RasterFile::lacksOverviews() const {
    return m_parts->lacksOverviews;
}

Result<Picture>
RasterFile::picture(const Box& worldBox, int sidePx, bool isGcj02, const Progress& progress) const {
    if (!worldBox.intersects(m_parts->worldBox.grown(isGcj02 ? gcj02MostOfWorld : 0))) {
        return Picture();
    }
    const auto grid = m_parts->gridOver(worldBox, isGcj02);
    if (!grid) {
        return Picture(); // a tile that leaves the file's system: so wide that the file is a dot in it
    }
    // The window that is needed, and a pixel around it to look up between pixels.
    const Box wanted = grid->sourceBox();
    const double finePerPixel = std::max({wanted.width() / sidePx, wanted.height() / sidePx, 1.0});
    const double around = 2 * finePerPixel;
    const double left = std::clamp(std::floor(wanted.minX - around), 0.0, m_parts->size.x);
    const double top = std::clamp(std::floor(wanted.minY - around), 0.0, m_parts->size.y);
    const double right = std::clamp(std::ceil(wanted.maxX + around), 0.0, m_parts->size.x);
    const double bottom = std::clamp(std::ceil(wanted.maxY + around), 0.0, m_parts->size.y);
    if (right <= left || bottom <= top) {
        return Picture();
    }
    const auto pixels = [finePerPixel](double length) {
        return std::max(1, static_cast<int>(std::lround(length / finePerPixel)));
    };
    const BandWindow window{.column = static_cast<int>(left),
                            .row = static_cast<int>(top),
                            .columns = static_cast<int>(right - left),
                            .rows = static_cast<int>(bottom - top),
                            .width = pixels(right - left),
                            .height = pixels(bottom - top)};
    const auto source = m_parts->bands.read(window, progress);
    if (!source) {
        return std::unexpected(source.error());
    }
    return warped(*source,
                  {left, top},
                  {(right - left) / window.width, (bottom - top) / window.height},
                  *grid,
                  sidePx,
                  sidePx);
}

} // namespace tuban
