#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/raster/warp.h"

#include <memory>
#include <optional>
#include <string>

namespace tuban {

/// A GeoTIFF as ground under the plan, read through GDAL by its GTiff driver alone and brought to Web
/// Mercator piece by piece. One band is grey, a palette is looked up, three or more bands are red, green and
/// blue; bands that are not bytes are stretched between their 2nd and 98th percentile. What the file marks as
/// no data, or transparent, is transparent. Thread rule: one object per thread; move-only.
///
/// GDAL opens and closes the file by itself, which would drop SQLite's locks on a plan: never hand it one.
class RasterFile {
public:
    /// \return Error::NotFound, Unreadable (no GeoTIFF, damaged, no pixels we show) or BadCrs (the file does
    ///         not say where it lies, or on a datum without public parameters)
    [[nodiscard]] static Result<RasterFile> open(const std::string& path);
    ~RasterFile();
    RasterFile(RasterFile&&) noexcept;
    RasterFile& operator=(RasterFile&&) noexcept;

    /// Where it lies, Web Mercator 0..1.
    [[nodiscard]] const Box& worldBox() const;
    /// Zoom of 256 px tiles whose pixels are as fine as those of the file.
    [[nodiscard]] double finestZoom() const;
    /// A far view has to read all of it: more than 16 million pixels and no overviews.
    [[nodiscard]] bool lacksOverviews() const;

    /// A square of the world in `sidePx` × `sidePx` pixels; empty where the file has nothing to show.
    /// \param isGcj02 the file's coordinates carry the offset of GCJ-02, which is taken out
    /// \return Error::Unreadable, or Cancelled
    [[nodiscard]] Result<Picture>
    picture(const Box& worldBox, int sidePx, bool isGcj02, const Progress& progress) const;

private:
    struct Parts;
    explicit RasterFile(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace tuban
