#include "tests/geo/raster/raster_fixture.h"

#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace tuban::test {

RasterFolder::RasterFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "tuban_raster_XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no folder for the test");
    }
    m_path = name;
}

RasterFolder::~RasterFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string RasterFolder::tiff(const std::string& name, const MadeTiff& made) const {
    GDALAllRegister();
    const std::string path = file(name);
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    GDALDataset* dataset = driver->Create(
        path.c_str(), made.width, made.height, made.bands, made.is16Bit ? GDT_UInt16 : GDT_Byte, nullptr);
    std::array<double, 6> place{made.left, made.pixel, 0, made.top, 0, -made.pixel};
    dataset->SetGeoTransform(place.data());
    if (!made.crs.empty()) {
        OGRSpatialReference reference;
        reference.SetFromUserInput(made.crs.c_str());
        dataset->SetSpatialRef(&reference);
    }
    for (int band = 0; band < made.bands; ++band) {
        GDALRasterBand* target = dataset->GetRasterBand(band + 1);
        std::vector<int> row(static_cast<std::size_t>(made.width));
        for (int y = 0; y < made.height; ++y) {
            for (int x = 0; x < made.width; ++x) {
                row[static_cast<std::size_t>(x)] = made.value(band, x, y);
            }
            if (target->RasterIO(
                    GF_Write, 0, y, made.width, 1, row.data(), made.width, 1, GDT_Int32, 0, 0, nullptr) !=
                CE_None) {
                throw std::runtime_error("the test's picture cannot be written");
            }
        }
        if (made.noData >= 0) {
            target->SetNoDataValue(made.noData);
        }
        if (made.hasPalette) {
            GDALColorTable table;
            const std::array<GDALColorEntry, 3> entries{
                {{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}}};
            for (int i = 0; i < 3; ++i) {
                table.SetColorEntry(i, &entries[static_cast<std::size_t>(i)]);
            }
            target->SetColorTable(&table);
        }
    }
    GDALClose(dataset);
    return path;
}

std::string RasterFolder::sqlite(const std::string& name, const std::string& sql) const {
    const std::string path = file(name);
    const std::string script = path + ".sql";
    std::ofstream(script) << sql;
    if (std::system(("sqlite3 '" + path + "' < '" + script + "'").c_str()) != 0) {
        throw std::runtime_error("the test's tiles cannot be written");
    }
    return path;
}

} // namespace tuban::test
