#include "geo/exchange/file_writer.h"

#include "geo/exchange/field_layout.h"
#include "geo/exchange/shape_bridge.h"
#include "geo/gdal/handles.h"

#include <cpl_string.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <format>
#include <fstream>

namespace tuban {
namespace {

constexpr std::uint8_t languageByteOfGbk = 0x4D;
constexpr long languageByteOffset = 29;

std::unexpected<Error> cannotWrite(const ExportPart& part, const GdalMessages& messages) {
    return failure(
        ErrorCode::Unwritable,
        std::format("{}: {}", part.name, messages.last("the file cannot be written; is the disk full?")));
}

const char* driverOf(ExportFormat format) {
    switch (format) {
    case ExportFormat::Shapefile:
        return "ESRI Shapefile";
    case ExportFormat::GeoPackage:
        return "GPKG";
    case ExportFormat::GeoJson:
        return "GeoJSON";
    case ExportFormat::Csv:
        break;
    }
    return "";
}

OGRwkbGeometryType typeOf(ShapeKind kind, ExportFormat format) {
    const bool single = format == ExportFormat::Shapefile; // its lines and polygons may have many parts
    switch (kind) {
    case ShapeKind::Point:
        return wkbPoint;
    case ShapeKind::Line:
        return single ? wkbLineString : wkbMultiLineString;
    case ShapeKind::Area:
        return single ? wkbPolygon : wkbMultiPolygon;
    }
    return wkbUnknown;
}

std::vector<std::string> creationOptions(const ExportContext& context, const ExportPart& part) {
    switch (context.options->format) {
    case ExportFormat::Shapefile:
        // Empty: the bytes go out as they are given, already in the encoding wanted.
        return {"ENCODING="};
    case ExportFormat::GeoPackage:
        return {"GEOMETRY_NAME=geom", "FID=fid", "IDENTIFIER=" + part.title()};
    case ExportFormat::GeoJson:
        return {"RFC7946=NO", "COORDINATE_PRECISION=15", "WRITE_NAME=YES"};
    case ExportFormat::Csv:
        break;
    }
    return {};
}

ReferencePointer referenceOf(const Crs& crs) {
    ReferencePointer reference(OSRNewSpatialReference(nullptr));
    OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);
    if (crs.epsg > 0) {
        OSRImportFromEPSG(reference.get(), crs.epsg);
    } else {
        OSRSetFromUserInput(reference.get(), crs.wkt.c_str());
    }
    return reference;
}

FieldPointer fieldOf(const ExportField& field, const std::string& name) {
    static constexpr int longestShortInteger = 9;
    OGRFieldType type = OFTString;
    switch (field.kind) {
    case FieldKind::Text:
        break;
    case FieldKind::Integer:
        type = field.width > longestShortInteger ? OFTInteger64 : OFTInteger;
        break;
    case FieldKind::Real:
        type = OFTReal;
        break;
    case FieldKind::Date:
        type = OFTDate;
        break;
    }
    FieldPointer definition(OGR_Fld_Create(name.c_str(), type));
    OGR_Fld_SetWidth(definition.get(), field.width);
    OGR_Fld_SetPrecision(definition.get(), field.decimals);
    return definition;
}

class GdalWriter {
public:
    GdalWriter(const ExportContext& context, const ExportPart& part) : m_context(context), m_part(part) {
        m_report.name = part.name;
    }

    Result<ExportReport::LayerPart> write() {
        if (!open() || !createFields()) {
            return cannotWrite(m_part, m_messages);
        }
        GDALDatasetStartTransaction(m_dataset.get(), 0);
        const auto rows = eachExportRow(m_context, m_part, [&](ExportRow&& row) { return writeRow(row); });
        if (!rows) {
            return std::unexpected(rows.error());
        }
        GDALDatasetCommitTransaction(m_dataset.get());
        m_report.written = *rows;
        if (GDALClose(m_dataset.release()) != CE_None) {
            return cannotWrite(m_part, m_messages);
        }
        return std::move(m_report);
    }

private:
    bool open() {
        GDALDriverH driver = GDALGetDriverByName(driverOf(m_context.options->format));
        if (m_context.options->format == ExportFormat::GeoPackage && std::filesystem::exists(m_part.path)) {
            m_dataset.reset(GDALOpenEx(
                m_part.path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, vectorDrivers(), nullptr, nullptr));
        } else if (driver != nullptr) {
            m_dataset.reset(GDALCreate(driver, m_part.path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        }
        if (m_dataset == nullptr) {
            return false;
        }
        char** options = nullptr;
        for (const auto& option : creationOptions(m_context, m_part)) {
            options = CSLAddString(options, option.c_str());
        }
        const auto reference = referenceOf(m_context.crs);
        m_layer = GDALDatasetCreateLayer(m_dataset.get(),
                                         m_part.name.c_str(),
                                         reference.get(),
                                         typeOf(m_part.kind, m_context.options->format),
                                         options);
        CSLDestroy(options);
        return m_layer != nullptr;
    }

    bool createFields() {
        for (const auto& field : m_part.fields) {
            const auto name = isDbf() ? m_context.encoder->encode(field.name).bytes : field.name;
            if (OGR_L_CreateField(m_layer, fieldOf(field, name).get(), 0) != OGRERR_NONE) {
                return false;
            }
            m_report.names.emplace_back(field.column->name, field.name);
        }
        return OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(m_layer)) == static_cast<int>(m_part.fields.size());
    }

    [[nodiscard]] bool isDbf() const { return m_context.options->format == ExportFormat::Shapefile; }

    Result<void> writeRow(const ExportRow& row) {
        const FeaturePointer feature(OGR_F_Create(OGR_L_GetLayerDefn(m_layer)));
        for (std::size_t i = 0; i < m_part.fields.size(); ++i) {
            setCell(feature.get(), i, row);
        }
        if (auto shape = writeShape(row.shape, isDbf()); shape != nullptr) {
            OGR_F_SetGeometryDirectly(feature.get(), shape.release());
        }
        if (OGR_L_CreateFeature(m_layer, feature.get()) != OGRERR_NONE) {
            return cannotWrite(m_part, m_messages);
        }
        constexpr std::int64_t aPiece = 512;
        if (++m_written % aPiece == 0) {
            m_context.progress.at(static_cast<double>(m_written) / static_cast<double>(m_part.expected + 1),
                                  "writing " + m_part.name);
        }
        return {};
    }

    void setCell(OGRFeatureH feature, std::size_t index, const ExportRow& row) {
        const auto& value = row.cells[index];
        const int field = static_cast<int>(index);
        if (isNull(value)) {
            OGR_F_SetFieldNull(feature, field);
        } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            OGR_F_SetFieldInteger64(feature, field, *whole);
        } else if (const auto* real = std::get_if<double>(&value)) {
            OGR_F_SetFieldDouble(feature, field, *real);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            setText(feature, index, *text, row.uid);
        }
    }

    void setText(OGRFeatureH feature, std::size_t index, const std::string& text, const std::string& uid) {
        const int field = static_cast<int>(index);
        if (!isDbf() || m_part.fields[index].kind == FieldKind::Date) {
            OGR_F_SetFieldString(feature, field, text.c_str());
            return;
        }
        const auto fitted = fitText(m_context, text, static_cast<std::size_t>(m_part.fields[index].width));
        for (const auto& loss : fitted.losses) {
            m_report.losses.push_back({uid, m_part.fields[index].column->name, loss});
        }
        OGR_F_SetFieldString(feature, field, fitted.bytes.c_str());
    }

    const ExportContext& m_context;
    const ExportPart& m_part;
    GdalMessages m_messages;
    DatasetPointer m_dataset;
    OGRLayerH m_layer = nullptr;
    ExportReport::LayerPart m_report;
    std::int64_t m_written = 0;
};

/// The two places where readers look for the encoding of a DBF: a .cpg, and for older programs the language
/// byte.
Result<void> nameEncoding(const ExportContext& context, const ExportPart& part) {
    const auto stem = part.path.substr(0, part.path.size() - 4);
    std::ofstream(stem + ".cpg") << context.encoder->name();
    std::FILE* file = std::fopen((stem + ".dbf").c_str(), "r+b");
    if (file == nullptr) {
        return failure(ErrorCode::Unwritable, stem + ".dbf: cannot be written.");
    }
    const int byte = context.encoder->name() == "GBK" ? languageByteOfGbk : 0;
    const bool done = std::fseek(file, languageByteOffset, SEEK_SET) == 0 && std::fputc(byte, file) == byte;
    if (std::fclose(file) != 0 || !done) {
        return failure(ErrorCode::Unwritable, stem + ".dbf: cannot be written.");
    }
    return {};
}

} // namespace

Result<ExportReport::LayerPart> writeFile(const ExportContext& context, const ExportPart& part) {
    auto report = GdalWriter(context, part).write();
    if (report && context.options->format == ExportFormat::Shapefile) {
        if (auto named = nameEncoding(context, part); !named) {
            return std::unexpected(named.error());
        }
    }
    return report;
}

} // namespace tuban
