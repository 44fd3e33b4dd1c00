#include "geo/raster/bands.h"

#include "geo/gdal/handles.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace tuban {

namespace {

int askStop(double /*share*/, const char* /*text*/, void* progress) {
    return static_cast<const Progress*>(progress)->stopped() ? 0 : 1;
}

Result<void> readBand(GDALRasterBandH band,
                      const BandWindow& window,
                      std::span<float> values,
                      bool mayAverage,
                      const Progress& progress) {
    GDALRasterIOExtraArg extra;
    INIT_RASTERIO_EXTRA_ARG(extra);
    const bool isLess = window.width < window.columns || window.height < window.rows;
    extra.eResampleAlg = mayAverage && isLess ? GRIORA_Average : GRIORA_NearestNeighbour;
    extra.pfnProgress = askStop;
    extra.pProgressData = const_cast<Progress*>(&progress);
    GdalMessages messages;
    const CPLErr code = GDALRasterIOEx(band,
                                       GF_Read,
                                       window.column,
                                       window.row,
                                       window.columns,
                                       window.rows,
                                       values.data(),
                                       window.width,
                                       window.height,
                                       GDT_Float32,
                                       0,
                                       0,
                                       &extra);
    if (progress.stopped()) {
        return failure(ErrorCode::Cancelled, "reading the picture was stopped");
    }
    if (code != CE_None) {
        return failure(ErrorCode::Unreadable, messages.last("its pixels cannot be read"));
    }
    return {};
}

/// Red, green and blue by what the bands say they are, otherwise the first three.
std::vector<GDALRasterBandH> coloursOf(GDALDatasetH dataset) {
    const int count = GDALGetRasterCount(dataset);
    std::vector<GDALRasterBandH> colours;
    for (const GDALColorInterp wanted : {GCI_RedBand, GCI_GreenBand, GCI_BlueBand}) {
        for (int i = 1; i <= count; ++i) {
            if (GDALRasterBandH band = GDALGetRasterBand(dataset, i);
                GDALGetRasterColorInterpretation(band) == wanted) {
                colours.push_back(band);
                break;
            }
        }
    }
    if (colours.size() != 3) {
        colours.clear();
        const bool isAlpha3 =
            count >= 3 && GDALGetRasterColorInterpretation(GDALGetRasterBand(dataset, 3)) == GCI_AlphaBand;
        const int used = count >= 3 && !isAlpha3 ? 3 : 1;
        for (int i = 1; i <= used; ++i) {
            colours.push_back(GDALGetRasterBand(dataset, i));
        }
    }
    return colours;
}

std::vector<std::array<std::uint8_t, 4>> paletteOf(GDALRasterBandH band) {
    std::vector<std::array<std::uint8_t, 4>> palette;
    GDALColorTableH table = GDALGetRasterColorTable(band);
    if (table == nullptr) {
        return palette;
    }
    for (int i = 0; i < GDALGetColorEntryCount(table); ++i) {
        const GDALColorEntry* entry = GDALGetColorEntry(table, i);
        const auto byte = [](short value) {
            return static_cast<std::uint8_t>(std::clamp<short>(value, 0, 255));
        };
        palette.push_back({byte(entry->c1), byte(entry->c2), byte(entry->c3), byte(entry->c4)});
    }
    return palette;
}

} // namespace

Result<BandReader> BandReader::of(GDALDatasetH dataset) {
    if (GDALGetRasterCount(dataset) < 1) {
        return failure(ErrorCode::Unreadable, "it holds no picture");
    }
    BandReader reader;
    reader.m_dataset = dataset;
    for (GDALRasterBandH band : coloursOf(dataset)) {
        const GDALDataType type = GDALGetRasterDataType(band);
        if (GDALDataTypeIsComplex(type) != 0) {
            return failure(ErrorCode::Unreadable, "its pixels are complex numbers, not a picture");
        }
        Channel channel{.band = band};
        if (type != GDT_Byte) {
            reader.stretch(channel);
        }
        reader.m_channels.push_back(channel);
    }
    if (reader.m_channels.size() == 1) {
        reader.m_palette = paletteOf(reader.m_channels.front().band);
    }
    return reader;
}

/// Black at the 2nd and white at the 98th percentile of a thinned-out reading.
void BandReader::stretch(Channel& channel) const {
    constexpr int mostPx = 256;
    BandWindow all{.columns = GDALGetRasterXSize(m_dataset), .rows = GDALGetRasterYSize(m_dataset)};
    all.width = std::min(all.columns, mostPx);
    all.height = std::min(all.rows, mostPx);
    auto read = values(channel.band, all, false, {});
    const auto mask = values(GDALGetMaskBand(channel.band), all, false, {});
    if (!read || !mask) {
        return; // the first tile says why
    }
    std::vector<float> shown;
    for (std::size_t i = 0; i < read->size(); ++i) {
        if ((*mask)[i] > 0 && std::isfinite((*read)[i])) {
            shown.push_back((*read)[i]);
        }
    }
    if (shown.empty()) {
        return;
    }
    const auto percentile = [&shown](double share) {
        const auto place =
            shown.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(shown.size() - 1));
        std::ranges::nth_element(shown, place);
        return static_cast<double>(*place);
    };
    channel.low = percentile(0.02);
    channel.high = std::max(percentile(0.98), std::nextafter(channel.low, HUGE_VAL));
}

Result<std::vector<float>> BandReader::values(GDALRasterBandH band,
                                              const BandWindow& window,
                                              bool mayAverage,
                                              const Progress& progress) const {
    std::vector<float> read(static_cast<std::size_t>(window.width) * static_cast<std::size_t>(window.height));
    if (auto done = readBand(band, window, read, mayAverage, progress); !done) {
        return std::unexpected(done.error());
    }
    return read;
}

/// Alpha: opaque where any band has data, as a pixel is missing only when all of its bands are.
Result<void>
BandReader::readMask(Picture& picture, const BandWindow& window, const Progress& progress) const {
    for (std::size_t i = 3; i < picture.rgba.size(); i += 4) {
        picture.rgba[i] = 0;
    }
    for (const Channel& channel : m_channels) {
        const int flags = GDALGetMaskFlags(channel.band);
        const auto mask = values(GDALGetMaskBand(channel.band), window, true, progress);
        if (!mask) {
            return std::unexpected(mask.error());
        }
        for (std::size_t i = 0; i < mask->size(); ++i) {
            std::uint8_t& alpha = picture.rgba[i * 4 + 3];
            alpha = std::max(alpha, static_cast<std::uint8_t>(std::clamp((*mask)[i] + 0.5F, 0.0F, 255.0F)));
        }
        if ((flags & (GMF_ALL_VALID | GMF_PER_DATASET | GMF_ALPHA)) != 0) {
            break; // the same for all bands
        }
    }
    return {};
}

Result<void>
BandReader::readPalette(Picture& picture, const BandWindow& window, const Progress& progress) const {
    const auto indices = values(m_channels.front().band, window, false, progress);
    if (!indices) {
        return std::unexpected(indices.error());
    }
    for (std::size_t i = 0; i < indices->size(); ++i) {
        const auto index = static_cast<std::size_t>(std::max((*indices)[i], 0.0F));
        const auto colour = index < m_palette.size() ? m_palette[index] : std::array<std::uint8_t, 4>{};
        std::uint8_t* pixel = picture.rgba.data() + i * 4;
        const std::uint8_t mask = pixel[3];
        std::ranges::copy(colour, pixel);
        pixel[3] = std::min(mask, colour[3]);
    }
    return {};
}

Result<Picture> BandReader::read(const BandWindow& window, const Progress& progress) const {
    Picture picture(window.width, window.height);
    if (auto masked = readMask(picture, window, progress); !masked) {
        return std::unexpected(masked.error());
    }
    if (!m_palette.empty()) {
        if (auto looked = readPalette(picture, window, progress); !looked) {
            return std::unexpected(looked.error());
        }
        return picture;
    }
    for (std::size_t colour = 0; colour < m_channels.size(); ++colour) {
        const Channel& channel = m_channels[colour];
        const auto read = values(channel.band, window, true, progress);
        if (!read) {
            return std::unexpected(read.error());
        }
        const double scale = 255 / (channel.high - channel.low);
        for (std::size_t i = 0; i < read->size(); ++i) {
            const double value = ((*read)[i] - channel.low) * scale;
            const auto byte = std::isfinite(value)
                                  ? static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0))
                                  : std::uint8_t{0};
            std::uint8_t* pixel = picture.rgba.data() + i * 4;
            if (m_channels.size() == 1) {
                std::fill_n(pixel, 3, byte);
            } else {
                pixel[colour] = byte;
            }
        }
    }
    return picture;
}

} // namespace tuban
