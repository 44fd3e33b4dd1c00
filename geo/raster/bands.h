#pragma once

// How the bands of a GDAL dataset become red, green, blue and alpha. For the .cpp files of geo/raster only.

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/raster/warp.h"

#include <gdal.h>

#include <array>
#include <vector>

namespace tuban {

/// Pixels of the file, and how many are made of them.
struct BandWindow {
    int column = 0, row = 0, columns = 0, rows = 0;
    int width = 0, height = 0;
};

/// Reads windows of a dataset as pictures. Refers to the dataset. Thread rule: that of the dataset.
class BandReader {
public:
    /// \return Error::Unreadable for bands of complex numbers and a file without any
    [[nodiscard]] static Result<BandReader> of(GDALDatasetH dataset);

    /// Averages where pixels are left out, by overviews where the file has them.
    [[nodiscard]] Result<Picture> read(const BandWindow& window, const Progress& progress) const;

private:
    struct Channel {
        GDALRasterBandH band = nullptr;
        double low = 0; ///< value that is black
        double high = 255;
    };
    [[nodiscard]] Result<std::vector<float>>
    values(GDALRasterBandH band, const BandWindow& window, bool mayAverage, const Progress& progress) const;
    [[nodiscard]] Result<void>
    readMask(Picture& picture, const BandWindow& window, const Progress& progress) const;
    [[nodiscard]] Result<void>
    readPalette(Picture& picture, const BandWindow& window, const Progress& progress) const;
    void stretch(Channel& channel) const;

    GDALDatasetH m_dataset = nullptr;
    std::vector<Channel> m_channels; ///< one: grey or palette; three: red, green, blue
    std::vector<std::array<std::uint8_t, 4>> m_palette;
};

} // namespace tuban
