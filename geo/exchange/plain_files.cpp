#include "geo/exchange/plain_files.h"

#include "geo/gdal/handles.h"

#include <cpl_vsi.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

namespace tuban {

namespace {

struct FileCloser {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using FilePointer = std::unique_ptr<VSILFILE, FileCloser>;

Result<std::string> bytesOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return file.bad() || !file.is_open() ? failure(ErrorCode::Unreadable, path + " cannot be read")
                                         : Result<std::string>(std::move(bytes));
}

std::unexpected<Error> cannotWrite(const std::string& path, const GdalMessages& messages) {
    return failure(ErrorCode::Unwritable, path + ": " + messages.last("the file cannot be written"));
}

void setCell(OGRFeatureH feature, int column, const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        OGR_F_SetFieldInteger64(feature, column, *whole);
    } else if (const auto* real = std::get_if<double>(&value)) {
        OGR_F_SetFieldDouble(feature, column, *real);
    } else if (!isNull(value)) {
        OGR_F_SetFieldString(feature, column, toText(value).c_str());
    }
}

/// A column is numeric when every cell is a number or empty.
bool isNumeric(const LedgerSheet& sheet, std::size_t column) {
    bool any = false;
    for (const auto& row : sheet.rows) {
        const Value& value = row[column];
        if (std::holds_alternative<std::string>(value)) {
            return false;
        }
        any = any || !isNull(value);
    }
    return any;
}

} // namespace

Result<void> zipFiles(const std::string& zip,
                      const std::vector<std::pair<std::string, std::string>>& members) {
    const GdalMessages messages;
    const std::string root = "/vsizip/" + zip;
    // While the zip itself is held open its members are written one after the other, then its directory.
    const FilePointer whole(VSIFOpenL(root.c_str(), "wb"));
    if (!whole) {
        return cannotWrite(zip, messages);
    }
    for (const auto& [path, name] : members) {
        const auto bytes = bytesOf(path);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        const FilePointer member(VSIFOpenL((root + "/" + name).c_str(), "wb"));
        if (!member || VSIFWriteL(bytes->data(), 1, bytes->size(), member.get()) != bytes->size()) {
            return cannotWrite(zip, messages);
        }
    }
    return {};
}

Result<void> writeWorkbook(const std::string& path, const LedgerSheet& sheet) {
    const GdalMessages messages;
    GDALDriverH driver = GDALGetDriverByName("XLSX");
    DatasetPointer workbook(
        driver == nullptr ? nullptr : GDALCreate(driver, path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRLayerH layer =
        workbook ? GDALDatasetCreateLayer(workbook.get(), sheet.name.c_str(), nullptr, wkbNone, nullptr)
                 : nullptr;
    if (layer == nullptr) {
        return cannotWrite(path, messages);
    }
    for (std::size_t i = 0; i < sheet.headings.size(); ++i) {
        const FieldPointer field(
            OGR_Fld_Create(sheet.headings[i].c_str(), isNumeric(sheet, i) ? OFTReal : OFTString));
        OGR_L_CreateField(layer, field.get(), 0);
    }
    for (const auto& row : sheet.rows) {
        const FeaturePointer feature(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
        for (std::size_t i = 0; i < row.size(); ++i) {
            setCell(feature.get(), static_cast<int>(i), row[i]);
        }
        if (OGR_L_CreateFeature(layer, feature.get()) != OGRERR_NONE) {
            return cannotWrite(path, messages);
        }
    }
    workbook.reset(); // writes the file
    std::error_code error;
    return std::filesystem::file_size(path, error) > 0 && !error ? Result<void>()
                                                                : cannotWrite(path, messages);
}

} // namespace tuban
