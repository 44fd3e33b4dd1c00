#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace tuban::test {

/// A GeoTIFF to be made through GDAL, by nothing of ours.
struct MadeTiff {
    std::string crs = "EPSG:4547"; ///< empty: none
    int width = 200;
    int height = 200;
    double left = 458'000; ///< of the top left corner, in the system
    double top = 3'854'000;
    double pixel = 2;
    int bands = 3;
    bool is16Bit = false;
    bool hasPalette = false; ///< of one band: 0 red, 1 green, 2 blue
    int noData = -1;
    /// Value of a band (0 first) at a pixel.
    std::function<int(int band, int column, int row)> value;
};

/// A folder that goes away with the object.
class RasterFolder {
public:
    RasterFolder();
    ~RasterFolder();
    RasterFolder(const RasterFolder&) = delete;
    RasterFolder& operator=(const RasterFolder&) = delete;

    [[nodiscard]] std::string file(const std::string& name) const { return (m_path / name).string(); }
    /// \return its path
    std::string tiff(const std::string& name, const MadeTiff& made) const;
    /// Runs SQL through the sqlite3 shell on a new file. \return its path
    std::string sqlite(const std::string& name, const std::string& sql) const;

private:
    std::filesystem::path m_path;
};

} // namespace tuban::test
