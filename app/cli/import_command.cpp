#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/identity.h"
#include "app/cli/import_report.h"
#include "app/cli/invocation.h"
#include "app/cli/open_plan.h"
#include "app/cli/options.h"
#include "geo/crs/crs.h"
#include "geo/exchange/import.h"

#include <CLI/CLI.hpp>

#include <format>
#include <memory>
#include <optional>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    ImportOptions import;
    std::vector<std::string> map;
    std::string onMatch;
    std::string onInvalid = "repair";
};

const std::vector<std::pair<std::string, OnMatch>> matchChoices{
    {"keep", OnMatch::Keep}, {"replace", OnMatch::Replace}, {"skip", OnMatch::Skip}};
const std::vector<std::pair<std::string, OnInvalid>> invalidChoices{
    {"repair", OnInvalid::Repair}, {"skip", OnInvalid::Skip}, {"stop", OnInvalid::Stop}};

Result<ImportOptions> importOptions(const Options& options) {
    ImportOptions result = options.import;
    for (const std::string& pair : options.map) {
        const std::size_t equals = pair.find('=');
        if (equals == 0 || equals == std::string::npos) {
            return failure(
                ErrorCode::Usage,
                std::format("--map takes column=field, not '{}', as in --map parcel_no=DKBH.", pair));
        }
        result.map.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
    }
    if (!options.onMatch.empty()) {
        result.onMatch = chosen(matchChoices, options.onMatch);
    }
    result.onInvalid = chosen(invalidChoices, options.onInvalid);
    if (!result.crs.empty()) {
        if (const auto crs = crsFromText(result.crs); !crs) {
            return failure(ErrorCode::Usage, "--crs: " + crs.error().message);
        }
    }
    return result;
}

Result<int> importSource(const Options& options, Invocation& invocation) {
    const Progress progress = invocation.progress();
    auto wanted = importOptions(options);
    if (!wanted) {
        return std::unexpected(wanted.error());
    }
    auto plan = openPlan(options.plan, wanted->dryRun ? OpenMode::ReadOnly : OpenMode::ReadWrite);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    if (!wanted->dryRun) {
        wanted->by = actorOf(wanted->by, *plan, invocation);
    }
    auto report = importFile(*plan, *wanted, progress);
    std::optional<Error> refusal;
    if (!report && report.error().code == ErrorCode::Conflict && !wanted->dryRun) {
        // The figures of what stands against it help to choose: those of a dry run, nothing is written.
        refusal = report.error();
        wanted->dryRun = true;
        report = importFile(*plan, *wanted, progress);
    }
    if (!report) {
        return std::unexpected(report.error());
    }
    for (const std::string& warning : report->warnings) {
        invocation.warn(warning);
    }
    const auto answered =
        invocation.answer(invocation.json() ? jsonText(importDocument(*report)) : importText(*report));
    if (refusal) {
        return std::unexpected(*refusal);
    }
    return answered.transform([] { return exitDone; });
}

void addSourceOptions(CLI::App& app, Options& options) {
    ImportOptions& import = options.import;
    app.add_option("SOURCE",
                   import.source,
                   "Shapefile, GeoPackage, GeoJSON, a .zip of one, or a workbook (.xlsx, .xls, .ods)")
        ->required();
    app.add_option("--layer", import.layer, "Layer of the plan that takes the features")
        ->type_name("LAYER")
        ->required();
    app.add_option("--source-layer", import.sourceLayer, "Layer of the source, where it has several")
        ->type_name("NAME");
    app.add_option("--sheet", import.sourceLayer, "Sheet of a workbook, where it has several")
        ->type_name("S")
        ->excludes("--source-layer");
    app.add_option(
           "--header-row", import.headingRow, "Row of the sheet that names the columns; found if not given")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    app.add_option("--crs", import.crs, "System of the source, where the file does not say or says it wrong")
        ->type_name("CRS");
    app.add_option("--encoding", import.encoding, "Encoding of its text, where the file says it wrong")
        ->type_name("E");
    app.add_option("--map", options.map, "Which field fills which column")
        ->type_name("COLUMN=FIELD,...")
        ->delimiter(',')
        ->allow_extra_args(false);
    app.add_option("--where", import.where, "Only features for which this holds, over the source's fields")
        ->type_name("EXPR");
}

void addMatchOptions(CLI::App& app, Options& options) {
    app.add_option(
           "--match", options.import.match, "What tells that a feature is there already: a column, or shape")
        ->type_name("COLUMN|shape");
    oneOf(*app.add_option("--on-match", options.onMatch, "What happens with a feature that is there already"),
          wordsOf(matchChoices));
    oneOf(*app.add_option("--on-invalid", options.onInvalid, "What happens with an invalid shape")
               ->capture_default_str(),
          wordsOf(invalidChoices));
    app.add_flag("--dry-run", options.import.dryRun, "Read and report everything, change nothing");
    addBy(app, options.import.by);
}

} // namespace

Command importCommand() {
    return {"import",
            "Bring a file into a layer",
            "tuban import gaoxin.sqlite parcels.zip --layer parcel --match parcel_no --on-match replace --by "
            "王工",
            [](CLI::App& app) -> CommandAction {
                auto options = std::make_shared<Options>();
                addPlan(app, options->plan);
                addSourceOptions(app, *options);
                addMatchOptions(app, *options);
                return [options](Invocation& invocation) { return importSource(*options, invocation); };
            }};
}

} // namespace tuban
