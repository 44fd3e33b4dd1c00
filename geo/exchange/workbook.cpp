#include "geo/exchange/workbook.h"

#include "geo/exchange/merged_cells.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>
#include <optional>

namespace tuban {
namespace {

constexpr std::size_t mostRows = 100'000;

bool isEmpty(OGRLayerH sheet) {
    return OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(sheet)) == 0 || OGR_L_GetFeatureCount(sheet, 1) == 0;
}

/// Columns that place the rows of a table.
struct PlaceColumns {
    std::size_t longitude = 0, latitude = 0;
};

std::optional<PlaceColumns> placeColumnsOf(const SheetTable& table) {
    const auto longitude = std::ranges::find_if(table.fields, isLongitude);
    const auto latitude = std::ranges::find_if(table.fields, isLatitude);
    if (longitude == table.fields.end() || latitude == table.fields.end()) {
        return std::nullopt;
    }
    return PlaceColumns{static_cast<std::size_t>(longitude - table.fields.begin()),
                        static_cast<std::size_t>(latitude - table.fields.begin())};
}

std::optional<double> degreesOf(const std::string& cell, double most) {
    double degrees = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), degrees);
    const bool isWhole = error == std::errc() && end == cell.data() + cell.size();
    return isWhole && std::abs(degrees) <= most && degrees != 0 ? std::optional(degrees) : std::nullopt;
}

void place(OGRFeatureH feature, const SheetTable::Row& row, const PlaceColumns& columns) {
    const auto longitude = degreesOf(row.cells[columns.longitude], 180);
    const auto latitude = degreesOf(row.cells[columns.latitude], 90);
    if (longitude && latitude) {
        OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
        OGR_G_SetPoint_2D(point, 0, *longitude, *latitude);
        OGR_F_SetGeometryDirectly(feature, point);
    }
}

ReferencePointer geographic() {
    ReferencePointer reference(OSRNewSpatialReference(nullptr));
    OSRImportFromEPSG(reference.get(), 4490);
    OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

} // namespace

std::vector<std::string> sheetsOf(const DatasetPointer& workbook) {
    std::vector<std::string> names;
    for (int i = 0; i < GDALDatasetGetLayerCount(workbook.get()); ++i) {
        OGRLayerH sheet = GDALDatasetGetLayer(workbook.get(), i);
        if (!isEmpty(sheet)) {
            names.emplace_back(OGR_L_GetName(sheet));
        }
    }
    return names;
}

Result<Sheet> readSheet(const DatasetPointer& workbook, const std::string& file, const std::string& name) {
    OGRLayerH layer = GDALDatasetGetLayerByName(workbook.get(), name.c_str());
    if (layer == nullptr) {
        return failure(ErrorCode::Unreadable, "has no sheet '" + name + "'");
    }
    Sheet sheet{.name = name, .rows = {}, .merged = mergedCells(file, name)};
    OGR_L_ResetReading(layer);
    const int fields = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer));
    while (const FeaturePointer feature{OGR_L_GetNextFeature(layer)}) {
        if (sheet.rows.size() == mostRows) {
            return failure(
                ErrorCode::Unreadable,
                std::format("sheet '{}' has more than {} rows; cut it into parts", name, mostRows));
        }
        auto& row = sheet.rows.emplace_back();
        for (int i = 0; i < fields; ++i) {
            row.emplace_back(OGR_F_IsFieldSetAndNotNull(feature.get(), i) != 0
                                 ? OGR_F_GetFieldAsString(feature.get(), i)
                                 : "");
        }
    }
    return sheet;
}

Result<DatasetPointer> datasetOf(const SheetTable& table, const std::string& name) {
    const GdalMessages messages;
    const auto places = placeColumnsOf(table);
    const auto reference = places ? geographic() : nullptr;
    GDALDriverH memory = GDALGetDriverByName("Memory");
    DatasetPointer dataset(memory == nullptr ? nullptr
                                             : GDALCreate(memory, "", 0, 0, 0, GDT_Unknown, nullptr));
    OGRLayerH layer =
        dataset == nullptr
            ? nullptr
            : GDALDatasetCreateLayer(
                  dataset.get(), name.c_str(), reference.get(), places ? wkbPoint : wkbNone, nullptr);
    if (layer == nullptr) {
        return failure(ErrorCode::Unreadable, messages.last("no room for the table"));
    }
    for (const std::string& field : table.fields) {
        const FieldPointer definition(OGR_Fld_Create(field.c_str(), OFTString));
        OGR_L_CreateField(layer, definition.get(), FALSE);
    }
    for (const SheetTable::Row& row : table.rows) {
        const FeaturePointer feature(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
        OGR_F_SetFID(feature.get(), row.number);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (!row.cells[i].empty()) {
                OGR_F_SetFieldString(feature.get(), static_cast<int>(i), row.cells[i].c_str());
            }
        }
        if (places) {
            place(feature.get(), row, *places);
        }
        if (OGR_L_CreateFeature(layer, feature.get()) != OGRERR_NONE) {
            return failure(ErrorCode::Unreadable,
                           std::format("row {}: {}", row.number, messages.last("no room for it")));
        }
    }
    return dataset;
}

} // namespace tuban
