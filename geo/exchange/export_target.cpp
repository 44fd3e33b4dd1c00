#include "geo/exchange/export_target.h"

#include "geo/base/text.h"
#include "geo/exchange/field_layout.h"
#include "geo/exchange/field_names.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <format>
#include <fstream>

namespace tuban {
namespace {

namespace fs = std::filesystem;

const char* endingOf(ExportFormat format) {
    switch (format) {
    case ExportFormat::Shapefile:
        return ".shp";
    case ExportFormat::GeoPackage:
        return ".gpkg";
    case ExportFormat::GeoJson:
        return ".geojson";
    case ExportFormat::Csv:
        return ".csv";
    }
    return "";
}

/// 面, 线, 点: what a companion's file adds to the name.
std::string suffixOf(ShapeKind kind, const std::string& language) {
    const bool chinese = language == "zh";
    switch (kind) {
    case ShapeKind::Point:
        return chinese ? "_点" : "_points";
    case ShapeKind::Line:
        return chinese ? "_线" : "_lines";
    case ShapeKind::Area:
        return chinese ? "_面" : "_areas";
    }
    return {};
}

/// \param table of the catalogue that is built in
std::int64_t countRows(const Plan& plan, const std::string& table) {
    Statement statement(plan.database(), "SELECT count(*) FROM " + table);
    const auto row = statement.step();
    return row && *row ? statement.integer(0) : 0;
}

Result<std::vector<const Layer*>> layersOf(const Plan& plan, const ExportOptions& options) {
    std::vector<const Layer*> layers;
    for (const auto& name : options.layers) {
        const auto layer = plan.catalogue().requireLayer(name);
        if (!layer) {
            return std::unexpected(layer.error());
        }
        layers.push_back(*layer);
    }
    for (const auto& layer : plan.catalogue().layers()) {
        if (options.layers.empty() && countRows(plan, layer.name) > 0) {
            layers.push_back(&layer);
        }
    }
    if (layers.empty()) {
        return failure(ErrorCode::Usage, "The plan has no features to export.");
    }
    return layers;
}

class PartMaker {
public:
    PartMaker(const ExportOptions& options,
              const ExportTarget& target,
              std::string folder,
              std::string planStem)
        : m_options(options),
          m_target(target),
          m_folder(std::move(folder)),
          m_planStem(std::move(planStem)) {}

    Result<void>
    add(const Layer& layer, const Layer::Companion* companion, std::vector<ExportPart>& parts) const {
        ExportPart part;
        part.layer = &layer;
        part.companion = companion;
        part.kind = companion == nullptr ? layer.geometry : companion->geometry;
        part.name = nameOf(layer, companion);
        const bool isPackage = m_options.format == ExportFormat::GeoPackage;
        const auto stem = !isPackage ? part.name : m_target.stem.empty() ? m_planStem : m_target.stem;
        part.path = m_folder + "/" + stem + m_target.ending;
        const auto columns = exportedColumns(layer);
        constexpr std::size_t dbfNameBytes = 10;
        const auto names = fieldNames(columns,
                                      {m_options.names,
                                       m_options.encoding,
                                       m_options.format == ExportFormat::Shapefile ? dbfNameBytes : 0});
        if (!names) {
            return std::unexpected(names.error());
        }
        for (std::size_t i = 0; i < columns.size(); ++i) {
            part.fields.push_back({columns[i], (*names)[i], fieldKind(*columns[i], m_options.values), 0, 0});
        }
        parts.push_back(std::move(part));
        return {};
    }

private:
    [[nodiscard]] std::string nameOf(const Layer& layer, const Layer::Companion* companion) const {
        const bool isPackage = m_options.format == ExportFormat::GeoPackage;
        if (isPackage && m_options.names != FieldNames::Chinese) {
            return companion == nullptr ? layer.name : companion->table;
        }
        const bool named = !isPackage && !m_target.stem.empty();
        const auto stem = named                                    ? m_target.stem
                          : m_options.names == FieldNames::Chinese ? layer.title.zh
                                                                   : layer.name;
        return companion == nullptr ? stem : stem + suffixOf(companion->geometry, m_options.language);
    }

    const ExportOptions& m_options;
    const ExportTarget& m_target;
    std::string m_folder;
    std::string m_planStem;
};

/// True for the first bytes of a file of the format.
bool isOfFormat(const fs::path& path, ExportFormat format) {
    std::array<char, 100> head{};
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), head.size());
    const std::string_view bytes(head.data(), static_cast<std::size_t>(file.gcount()));
    switch (format) {
    case ExportFormat::Shapefile:
        return bytes.starts_with(std::string_view("\x00\x00\x27\x0a", 4));
    case ExportFormat::GeoPackage: {
        constexpr std::size_t applicationId = 68;
        return bytes.starts_with("SQLite format 3") && bytes.size() == head.size() &&
               (bytes.substr(applicationId, 4) == "GPKG" || bytes.substr(applicationId, 3) == "GP1");
    }
    case ExportFormat::GeoJson:
        return trimmed(bytes).starts_with('{');
    case ExportFormat::Csv:
        return !bytes.starts_with("SQLite format 3");
    }
    return false;
}

} // namespace

Result<ExportTarget> resolveTarget(const ExportOptions& options, const std::string& planPath) {
    if (options.target.empty()) {
        return failure(ErrorCode::Usage, "Say where to: --to PATH.");
    }
    auto path = fs::absolute(options.target).lexically_normal();
    if (path.filename().empty()) {
        path = path.parent_path();
    }
    const auto ending = lowerAscii(path.extension().string());
    if (ending == endingOf(options.format) ||
        (ending == ".json" && options.format == ExportFormat::GeoJson)) {
        return ExportTarget{path.parent_path().string(), path.stem().string(), ending};
    }
    std::error_code ignored;
    const bool other = std::ranges::contains(
        std::array<std::string, 8>{".shp", ".gpkg", ".geojson", ".json", ".csv", ".xlsx", ".zip", ".sqlite"},
        ending);
    if ((other || path == fs::path(planPath)) && !fs::is_directory(path, ignored)) {
        return failure(ErrorCode::Usage,
                       std::format("{}: the ending and the format do not agree; name a {} file or a folder.",
                                   options.target,
                                   endingOf(options.format)));
    }
    if (fs::exists(path, ignored) && !fs::is_directory(path, ignored)) {
        return failure(ErrorCode::Unwritable, options.target + ": is there and is no folder.");
    }
    return ExportTarget{path.string(), {}, endingOf(options.format)};
}

Result<std::vector<ExportPart>> partsOf(const Plan& plan,
                                        const ExportOptions& options,
                                        const ExportTarget& target,
                                        const std::string& folder) {
    const auto layers = layersOf(plan, options);
    if (!layers) {
        return std::unexpected(layers.error());
    }
    if (layers->size() > 1 && !options.where.empty()) {
        return failure(ErrorCode::Usage, "A condition needs one layer: add --layer.");
    }
    if (layers->size() > 1 && !target.stem.empty() && options.format != ExportFormat::GeoPackage) {
        return failure(
            ErrorCode::Usage,
            std::format("{} layers do not fit into one file; name a folder, or one layer with --layer.",
                        layers->size()));
    }
    const PartMaker maker(options, target, folder, fs::path(plan.path()).stem().string());
    std::vector<ExportPart> parts;
    for (const auto* layer : *layers) {
        if (auto added = maker.add(*layer, nullptr, parts); !added) {
            return std::unexpected(added.error());
        }
        parts.back().expected = countRows(plan, layer->name);
        for (const auto& companion : layer->companions) {
            const auto rows = options.format == ExportFormat::Csv ? 0 : countRows(plan, companion.table);
            if (rows == 0) {
                continue;
            }
            if (auto added = maker.add(*layer, &companion, parts); !added) {
                return std::unexpected(added.error());
            }
            parts.back().expected = rows;
        }
    }
    return parts;
}

Result<void>
checkReplaced(const Plan& plan, const ExportTarget& target, const std::vector<ExportPart>& parts) {
    for (const auto& part : parts) {
        const auto path = fs::path(target.folder) / fs::path(part.path).filename();
        std::error_code failed;
        if (!fs::exists(path, failed)) {
            continue;
        }
        if (fs::equivalent(path, plan.path(), failed)) {
            return failure(ErrorCode::Unwritable, path.string() + ": is the plan itself.");
        }
        const auto ending = path.extension().string();
        const auto format = ending == ".shp"    ? ExportFormat::Shapefile
                            : ending == ".gpkg" ? ExportFormat::GeoPackage
                            : ending == ".csv"  ? ExportFormat::Csv
                                                : ExportFormat::GeoJson;
        if (!isOfFormat(path, format)) {
            return failure(ErrorCode::Unwritable,
                           path.string() + ": is there and is no file of this format; name another one.");
        }
    }
    return {};
}

} // namespace tuban
