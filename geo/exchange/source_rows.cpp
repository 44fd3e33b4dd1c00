#include "geo/base/text.h"
#include "geo/exchange/source.h"

#include <cpl_conv.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace tuban {
namespace {

constexpr std::int64_t mostRows = 5'000'000;
constexpr std::size_t mostFieldBytes = 1ULL << 20U;

std::string textCell(const Source& source, std::string_view bytes, std::int64_t& notUtf8) {
    bytes = bytes.substr(0, mostFieldBytes);
    const bool shapefile = source.file.format == SourceFormat::Shapefile;
    if (!shapefile && isUtf8(bytes)) {
        return std::string(bytes);
    }
    notUtf8 += shapefile ? 0 : 1;
    return source.decoder->decodeAnyhow(bytes);
}

std::string instantCell(OGRFeatureH feature, int field, OGRFieldType type) {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int zone = 0;
    float second = 0;
    OGR_F_GetFieldAsDateTimeEx(feature, field, &year, &month, &day, &hour, &minute, &second, &zone);
    if (type == OFTDate) {
        return std::format("{:04}-{:02}-{:02}", year, month, day);
    }
    auto text = std::format(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", year, month, day, hour, minute, static_cast<int>(second));
    constexpr int utc = 100; // OGR counts zones in quarters of an hour from here
    if (zone == utc) {
        text += 'Z';
    } else if (zone > 1) {
        const int minutes = (zone - utc) * 15;
        text += std::format(
            "{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60, std::abs(minutes) % 60);
    }
    return text;
}

Value cellOf(const Source& source, OGRFeatureH feature, std::size_t index, std::int64_t& notUtf8) {
    const int field = static_cast<int>(index);
    if (OGR_F_IsFieldSetAndNotNull(feature, field) == 0) {
        return {};
    }
    const auto type = OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, field));
    switch (type) {
    case OFTInteger:
    case OFTInteger64:
        return static_cast<std::int64_t>(OGR_F_GetFieldAsInteger64(feature, field));
    case OFTReal: {
        const double number = OGR_F_GetFieldAsDouble(feature, field);
        return std::isfinite(number) ? Value(number) : Value();
    }
    case OFTDate:
    case OFTDateTime:
        return instantCell(feature, field, type);
    default:
        return textCell(source, OGR_F_GetFieldAsString(feature, field), notUtf8);
    }
}

void tellWhatWasHeard(Source& source, const GdalMessages& messages, std::int64_t read, std::int64_t notUtf8) {
    if (notUtf8 > 0) {
        source.warnings.push_back(
            std::format("{} texts are no UTF-8; read as {}.", notUtf8, source.decoder->name()));
    }
    const auto promised = OGR_L_GetFeatureCount(source.layerHandle, 0);
    if (promised > read) {
        source.warnings.push_back(std::format("The file promises {} features, {} could be read: {}",
                                              promised,
                                              read,
                                              messages.last("it is cut short or damaged")));
    } else if (!messages.all().empty()) {
        source.warnings.push_back(messages.all().front());
    }
}

} // namespace

Result<std::int64_t> readRows(Source& source,
                              const RowRequest& request,
                              const Progress& progress,
                              const std::function<bool(SourceRow&&)>& visit) {
    GdalMessages messages;
    const double expected =
        std::max<double>(1, static_cast<double>(OGR_L_GetFeatureCount(source.layerHandle, 0)));
    std::int64_t read = 0;
    std::int64_t notUtf8 = 0;
    bool stopped = false;
    OGR_L_ResetReading(source.layerHandle);
    while (!stopped && (request.limit < 0 || read < request.limit)) {
        const FeaturePointer feature(OGR_L_GetNextFeature(source.layerHandle));
        if (feature == nullptr) {
            break;
        }
        if (++read > mostRows) {
            return failure(
                ErrorCode::Unreadable,
                std::format("{}: has more than {} features; cut it into parts.", source.shown, mostRows));
        }
        if (progress.stopped()) {
            return failure(ErrorCode::Cancelled, "The import was stopped; nothing was written.");
        }
        if (read % 512 == 0) {
            progress.at(std::min(1.0, static_cast<double>(read) / expected), "reading");
        }
        const auto cell = [&](std::size_t field) { return cellOf(source, feature.get(), field, notUtf8); };
        if (request.where != nullptr) {
            const auto& names = request.where->columns();
            const auto named = [&](std::size_t position) {
                const auto found = std::ranges::find(source.fields, names[position], &Column::name);
                return cell(static_cast<std::size_t>(found - source.fields.begin()));
            };
            if (!request.where->accepts(named)) {
                continue;
            }
        }
        SourceRow row;
        row.fid = OGR_F_GetFID(feature.get());
        row.cells.reserve(request.fields.size());
        std::ranges::transform(request.fields, std::back_inserter(row.cells), cell);
        if (request.withShapes) {
            row.shape = readShape(OGR_F_GetGeometryRef(feature.get()));
        }
        stopped = !visit(std::move(row));
    }
    if (!stopped && request.limit < 0) {
        tellWhatWasHeard(source, messages, read, notUtf8);
    }
    return read;
}

std::string crsTextOf(const Source& source) {
    const GdalMessages messages;
    if (source.file.format == SourceFormat::Shapefile) {
        const auto prj = siblingOf(source.file.path, "prj");
        constexpr std::size_t longest = 64 * 1024;
        auto text = prj.empty() ? std::string() : readBytes(prj, longest);
        if (text.starts_with("\xEF\xBB\xBF")) {
            text.erase(0, 3);
        }
        return std::string(trimmed(text));
    }
    OGRSpatialReferenceH reference = OGR_L_GetSpatialRef(source.layerHandle);
    if (reference == nullptr || OSRIsLocal(reference) != 0) {
        return {};
    }
    const char* authority = OSRGetAuthorityName(reference, nullptr);
    const char* code = OSRGetAuthorityCode(reference, nullptr);
    if (authority != nullptr && code != nullptr && std::string_view(authority) == "EPSG") {
        return std::string("EPSG:") + code;
    }
    const char* name = OSRGetName(reference);
    if (name != nullptr && std::string_view(name).starts_with("Undefined")) {
        return {}; // GeoPackage's words for "not said"
    }
    char* wkt = nullptr;
    const std::array<const char*, 2> options{"FORMAT=WKT2_2019", nullptr};
    std::string text;
    if (OSRExportToWktEx(reference, &wkt, options.data()) == OGRERR_NONE && wkt != nullptr) {
        text = wkt;
    }
    CPLFree(wkt);
    return text;
}

} // namespace tuban
