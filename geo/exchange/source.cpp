#include "geo/exchange/source.h"

#include "geo/base/text.h"
#include "geo/base/uid.h"
#include "geo/exchange/dbf_text.h"
#include "geo/exchange/workbook.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <format>
#include <utility>

namespace tuban {
namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

const char* driverOf(SourceFormat format) {
    switch (format) {
    case SourceFormat::Shapefile:
        return "ESRI Shapefile";
    case SourceFormat::GeoPackage:
        return "GPKG";
    case SourceFormat::GeoJson:
        return "GeoJSON";
    case SourceFormat::Xlsx:
        return "XLSX";
    case SourceFormat::Xls:
        return "XLS";
    case SourceFormat::Ods:
        return "ODS";
    }
    return "";
}

DatasetPointer openFile(const SourceFile& file) {
    const std::array<const char*, 2> drivers{driverOf(file.format), nullptr};
    // An empty encoding keeps the bytes of a DBF as they are: they are decoded here, where it can be told
    // how.
    const std::array<const char*, 2> shapefileOptions{"ENCODING=", nullptr};
    // What is a heading and what a number is decided here, for all three formats alike.
    const std::array<const char*, 3> sheetOptions{"HEADERS=DISABLE", "FIELD_TYPES=STRING", nullptr};
    const ThreadOption xlsHeaders("OGR_XLS_HEADERS", "DISABLE");
    const ThreadOption xlsTypes("OGR_XLS_FIELD_TYPES", "STRING");
    const char* const* options = file.format == SourceFormat::Shapefile ? shapefileOptions.data()
                                 : isWorkbook(file.format) && file.format != SourceFormat::Xls
                                     ? sheetOptions.data()
                                     : nullptr;
    return DatasetPointer(
        GDALOpenEx(file.path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(), options, nullptr));
}

/// A shapefile without its .shx is copied into memory and its index made there: the planner's folder is never
/// written to.
Result<DatasetPointer> openWithoutIndex(Source& source) {
    constexpr vsi_l_offset mostBytes = 512ULL << 20U;
    VSIStatBufL status;
    if (VSIStatL(source.file.path.c_str(), &status) != 0 ||
        static_cast<vsi_l_offset>(status.st_size) > mostBytes) {
        return failure(ErrorCode::Unreadable,
                       source.shown + ": its .shx is missing; ask for the whole shapefile.");
    }
    source.scratch = ScratchFolder::make();
    const auto copy = source.scratch.path() + "/" + source.file.stem;
    for (const char* ending : {"shp", "dbf"}) {
        const auto original = siblingOf(source.file.path, ending);
        if (!original.empty()) {
            CPLCopyFile((copy + "." + ending).c_str(), original.c_str());
        }
    }
    const ThreadOption restore("SHAPE_RESTORE_SHX", "YES");
    auto dataset = openFile({copy + ".shp", source.file.stem, SourceFormat::Shapefile});
    if (dataset != nullptr) {
        source.warnings.push_back("The .shx is missing; the index was made from the .shp.");
    }
    return dataset;
}

Result<void> openDataset(Source& source) {
    GdalMessages messages;
    if (source.file.format == SourceFormat::Shapefile && siblingOf(source.file.path, "shx").empty()) {
        auto dataset = openWithoutIndex(source);
        if (!dataset) {
            return std::unexpected(dataset.error());
        }
        source.dataset = *std::move(dataset);
    } else {
        source.dataset = openFile(source.file);
    }
    if (source.dataset == nullptr) {
        return failure(ErrorCode::Unreadable,
                       std::format("{}: cannot be read as {}: {}",
                                   source.shown,
                                   driverOf(source.file.format),
                                   messages.last("the file is damaged, or is something else")));
    }
    source.driver = driverOf(source.file.format);
    return {};
}

std::vector<std::string> layersOf(const DatasetPointer& dataset) {
    std::vector<std::string> names;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset.get()); ++i) {
        names.push_back(nameAsUtf8(OGR_L_GetName(GDALDatasetGetLayer(dataset.get(), i))));
    }
    return names;
}

std::unexpected<Error> chooseOne(const std::string& shown, const std::vector<std::string>& layers) {
    return failure(
        ErrorCode::Unreadable,
        std::format("{}: holds {} layers, name one of them: {}", shown, layers.size(), joined(layers)));
}

/// Of several files in an archive or folder the one that is asked for, by its stem or by a layer in it.
Result<SourceFile> chooseFile(const SourceRequest& request, const std::vector<SourceFile>& files) {
    if (files.size() == 1 || (request.layer.empty() && request.anyLayer)) {
        return files.front();
    }
    std::vector<std::string> names;
    for (const auto& file : files) {
        names.push_back(file.stem);
        if (!request.layer.empty() && lowerAscii(file.stem) == lowerAscii(request.layer)) {
            return file;
        }
    }
    for (const auto& file : files) {
        const GdalMessages messages;
        if (!request.layer.empty() && file.format == SourceFormat::GeoPackage) {
            const auto dataset = openFile(file);
            if (dataset != nullptr && std::ranges::contains(layersOf(dataset), request.layer)) {
                return file;
            }
        }
    }
    return chooseOne(request.path, names);
}

Result<void> chooseLayer(Source& source, const SourceRequest& request) {
    const auto names = layersOf(source.dataset);
    if (source.layers.empty()) {
        source.layers = names;
    }
    if (names.empty()) {
        return failure(ErrorCode::Unreadable, source.shown + ": holds no layer.");
    }
    auto found = std::ranges::find(names, request.layer);
    if (source.layers.size() > names.size() ||
        (request.layer.empty() && (names.size() == 1 || request.anyLayer))) {
        found = found == names.end() ? names.begin() : found;
    } else if (request.layer.empty()) {
        return chooseOne(source.shown, names);
    }
    if (found == names.end()) {
        return failure(
            ErrorCode::Unreadable,
            std::format("{}: has no layer '{}'; it holds: {}", source.shown, request.layer, joined(names)));
    }
    source.layer = *found;
    source.layerHandle = GDALDatasetGetLayer(source.dataset.get(), static_cast<int>(found - names.begin()));
    return {};
}

/// Puts the table on a sheet of the workbook in the workbook's place.
Result<void> openSheet(Source& source, const SourceRequest& request) {
    assert(request.isHeading);
    source.layers = sheetsOf(source.dataset);
    if (source.layers.empty()) {
        return failure(ErrorCode::Unreadable, source.shown + ": nothing stands on any of its sheets.");
    }
    const std::string name = request.layer.empty() ? source.layers.front() : request.layer;
    if (request.layer.empty() && source.layers.size() > 1 && !request.anyLayer) {
        return chooseOne(source.shown, source.layers);
    }
    if (!std::ranges::contains(source.layers, name)) {
        return failure(
            ErrorCode::Unreadable,
            std::format("{}: has no sheet '{}'; it holds: {}", source.shown, name, joined(source.layers)));
    }
    const auto sheet = readSheet(source.dataset, source.file.path, name);
    if (!sheet) {
        return within(source.shown, sheet.error());
    }
    auto table = tableOf(*sheet, request.headingRow, request.isHeading);
    if (!table) {
        return within(source.shown, table.error());
    }
    auto dataset = datasetOf(*table, name);
    if (!dataset) {
        return within(source.shown, dataset.error());
    }
    source.warnings.insert(source.warnings.end(), table->remarks.begin(), table->remarks.end());
    source.dataset = *std::move(dataset);
    source.layer = name;
    source.layerHandle = GDALDatasetGetLayer(source.dataset.get(), 0);
    return {};
}

ColumnType columnType(OGRFieldDefnH field) {
    switch (OGR_Fld_GetType(field)) {
    case OFTInteger:
        return OGR_Fld_GetSubType(field) == OFSTBoolean ? ColumnType::Flag : ColumnType::Integer;
    case OFTInteger64:
        return ColumnType::Integer;
    case OFTReal:
        return ColumnType::Real;
    case OFTDate:
        return ColumnType::Date;
    default:
        return ColumnType::Text;
    }
}

std::string textOf(const Source& source, std::string_view bytes) {
    if (source.file.format == SourceFormat::Shapefile || !isUtf8(bytes)) {
        return source.decoder->decodeAnyhow(bytes);
    }
    return std::string(bytes);
}

void readFields(Source& source) {
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(source.layerHandle);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
        Column column;
        column.name = textOf(source, OGR_Fld_GetNameRef(field));
        column.type = columnType(field);
        source.fields.push_back(std::move(column));
    }
}

struct Choice {
    std::string name, from;
};

/// The order of trust for a DBF: the option; a .cpg that the text agrees with; the language byte; the text.
Choice chooseEncoding(Source& source, const std::optional<std::string>& option) {
    if (source.file.format != SourceFormat::Shapefile) {
        return option ? Choice{*option, "option"} : Choice{"UTF-8", "driver"};
    }
    const auto text = readDbfText(siblingOf(source.file.path, "dbf")).value_or(DbfText{});
    if (option) {
        return {*option, "option"};
    }
    const auto sniffed = sniffEncoding(text.samples);
    const auto promise = [&](const std::optional<std::string>& name,
                             const char* from) -> std::optional<Choice> {
        if (!name) {
            return std::nullopt;
        }
        const bool isUtf8Text = sniffed == "UTF-8" && text.samples.size() > 1 && *name != "UTF-8";
        if (fitsEncoding(text.samples, *name) && !isUtf8Text) {
            return Choice{*name, from};
        }
        source.warnings.push_back(std::format("The {} says {}, but the text is {}; read as that.",
                                              from == std::string("cpg") ? ".cpg" : "DBF",
                                              *name,
                                              sniffed));
        return Choice{sniffed, "sniffed"};
    };
    constexpr std::size_t longestCpg = 64;
    if (const auto cpg = siblingOf(source.file.path, "cpg"); !cpg.empty()) {
        if (auto choice = promise(encodingFromWord(readBytes(cpg, longestCpg)), "cpg")) {
            return *choice;
        }
        source.warnings.push_back("The .cpg names no encoding; it was found from the text.");
        return {sniffed, "sniffed"};
    }
    return promise(encodingFromLanguageByte(text.languageByte), "ldid").value_or(Choice{sniffed, "sniffed"});
}

Result<void> prepareText(Source& source, const SourceRequest& request) {
    std::optional<std::string> option;
    if (!request.encoding.empty()) {
        option = encodingFromWord(request.encoding);
        if (!option) {
            return failure(
                ErrorCode::Usage,
                std::format("'{}' is no encoding known here; try UTF-8, GBK or GB18030.", request.encoding));
        }
    }
    const auto choice = chooseEncoding(source, option);
    // Bytes that are not UTF-8 where the format promises UTF-8 are nearly always GBK.
    const bool promisesUtf8 = source.file.format != SourceFormat::Shapefile && !option;
    auto decoder = TextDecoder::open(promisesUtf8 ? "GB18030" : choice.name);
    if (!decoder) {
        return std::unexpected(decoder.error());
    }
    source.decoder = *std::move(decoder);
    source.encodingName = choice.name;
    source.encodingFrom = choice.from;
    return {};
}

} // namespace

ScratchFolder::~ScratchFolder() {
    if (!m_path.empty()) {
        VSIRmdirRecursive(m_path.c_str());
    }
}

ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}

ScratchFolder& ScratchFolder::operator=(ScratchFolder&& other) noexcept {
    std::swap(m_path, other.m_path);
    return *this;
}

ScratchFolder ScratchFolder::make() {
    ScratchFolder folder;
    folder.m_path = "/vsimem/tuban-" + newUid();
    VSIMkdir(folder.m_path.c_str(), 0700);
    return folder;
}

Result<Source> openSource(const SourceRequest& request) {
    const auto files = findSourceFiles(request.path);
    if (!files) {
        return std::unexpected(files.error());
    }
    auto file = chooseFile(request, *files);
    if (!file) {
        return std::unexpected(file.error());
    }
    Source source;
    source.shown = request.path;
    source.file = *std::move(file);
    if (files->size() > 1) {
        for (const auto& each : *files) {
            source.layers.push_back(each.stem);
        }
    }
    const GdalMessages messages;
    if (auto opened = openDataset(source); !opened) {
        return std::unexpected(opened.error());
    }
    if (isWorkbook(source.file.format)) {
        if (auto table = openSheet(source, request); !table) {
            return std::unexpected(table.error());
        }
    } else if (auto chosen = chooseLayer(source, request); !chosen) {
        return std::unexpected(chosen.error());
    }
    if (auto prepared = prepareText(source, request); !prepared) {
        return std::unexpected(prepared.error());
    }
    readFields(source);
    return source;
}

} // namespace tuban
