#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/export_report.h"
#include "app/cli/invocation.h"
#include "app/cli/open_plan.h"
#include "app/cli/options.h"
#include "geo/base/text.h"
#include "geo/crs/crs.h"
#include "geo/exchange/export.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <format>
#include <memory>
#include <optional>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    ExportOptions wanted;
    std::string format;
    std::string within;
    std::string names = "pinyin";
    std::string values = "label";
};

const std::vector<std::pair<std::string, ExportFormat>> formatChoices{{"shp", ExportFormat::Shapefile},
                                                                      {"gpkg", ExportFormat::GeoPackage},
                                                                      {"geojson", ExportFormat::GeoJson},
                                                                      {"csv", ExportFormat::Csv}};
const std::vector<std::pair<std::string, FieldNames>> nameChoices{
    {"pinyin", FieldNames::Pinyin}, {"english", FieldNames::English}, {"chinese", FieldNames::Chinese}};
const std::vector<std::pair<std::string, CellValues>> valueChoices{{"label", CellValues::Label},
                                                                   {"code", CellValues::Code}};
const std::vector<std::string> encodings{"UTF-8", "GBK", "GB18030"};

// The format a target's ending names; a target without one is a folder of shapefiles.
std::optional<ExportFormat> formatOfPath(const std::string& path) {
    const std::string ending = lowerAscii(std::filesystem::path(path).extension().string());
    if (ending.empty()) {
        return ExportFormat::Shapefile;
    }
    for (const auto& [name, format] : formatChoices) {
        if (ending == "." + name) {
            return format;
        }
    }
    return ending == ".json" ? std::optional(ExportFormat::GeoJson) : std::nullopt;
}

Result<ExportFormat> formatOf(const Options& options) {
    if (!options.format.empty()) {
        return chosen(formatChoices, options.format);
    }
    const auto format = formatOfPath(options.wanted.target);
    if (!format) {
        return failure(ErrorCode::Usage,
                       std::format("The ending of '{}' names no format that is written. Say --format "
                                   "shp|gpkg|geojson|csv.",
                                   options.wanted.target));
    }
    return *format;
}

Result<ExportOptions> exportOptions(const Options& options, const Plan& plan) {
    ExportOptions result = options.wanted;
    const auto format = formatOf(options);
    if (!format) {
        return std::unexpected(format.error());
    }
    result.format = *format;
    result.names = chosen(nameChoices, options.names);
    result.values = chosen(valueChoices, options.values);
    if (!options.within.empty()) {
        auto within = parseFeatureRef(options.within, plan.catalogue());
        if (!within) {
            return tuban::within("--within", within.error());
        }
        result.within = std::move(*within);
    }
    if (!result.crs.empty()) {
        if (const auto crs = crsFromText(result.crs); !crs) {
            return failure(ErrorCode::Usage, "--crs: " + crs.error().message);
        }
    }
    return result;
}

Result<int> exportPlan(const Options& options, Invocation& invocation) {
    const Progress progress = invocation.progress();
    const auto plan = openPlan(options.plan, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto wanted = exportOptions(options, *plan);
    if (!wanted) {
        return std::unexpected(wanted.error());
    }
    const auto report = exportLayers(*plan, *wanted, progress);
    if (!report) {
        return std::unexpected(report.error());
    }
    const auto answered =
        invocation.answer(invocation.json() ? jsonText(exportDocument(*report)) : exportText(*report));
    if (!answered) {
        return std::unexpected(answered.error());
    }
    for (const auto& layer : report->layers) {
        if (!layer.losses.empty()) {
            invocation.warn(std::format("{}: {} values could not be written whole; they are listed.",
                                        layer.name,
                                        layer.losses.size()));
        }
    }
    return exitDone;
}

void addWhatOptions(CLI::App& app, Options& options) {
    app.add_option("--to", options.wanted.target, "The file, or a folder for several shapefiles")
        ->type_name("PATH")
        ->required();
    app.add_option("--layer", options.wanted.layers, "Only these layers; otherwise all that have features")
        ->type_name("L,...")
        ->delimiter(',')
        ->allow_extra_args(false);
    app.add_option("--where", options.wanted.where, "Only features for which this holds")->type_name("EXPR");
    app.add_option("--within", options.within, "Only features that lie in this one")->type_name("layer:uid");
}

void addHowOptions(CLI::App& app, Options& options) {
    oneOf(*app.add_option("--format", options.format, "Format; otherwise what the ending of PATH says"),
          wordsOf(formatChoices));
    app.add_option("--crs", options.wanted.crs, "System of the file; otherwise the plan's (GeoJSON: degrees)")
        ->type_name("CRS");
    oneOf(*app.add_option("--encoding", options.wanted.encoding, "Encoding of the text in shapefiles and CSV")
               ->capture_default_str(),
          encodings);
    oneOf(*app.add_option("--names", options.names, "Names of the fields")->capture_default_str(),
          wordsOf(nameChoices));
    oneOf(*app.add_option("--values", options.values, "Cells as people read them, or as codes")
               ->capture_default_str(),
          wordsOf(valueChoices));
}

} // namespace

Command exportCommand() {
    return {"export",
            "Write layers to files that others open, and read them back",
            "tuban export gaoxin.sqlite --to parcels.shp --layer parcel --encoding GBK",
            [](CLI::App& app) -> CommandAction {
                auto options = std::make_shared<Options>();
                addPlan(app, options->plan);
                addWhatOptions(app, *options);
                addHowOptions(app, *options);
                return [options](Invocation& invocation) { return exportPlan(*options, invocation); };
            }};
}

} // namespace tuban
