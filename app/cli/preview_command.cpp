#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/options.h"
#include "geo/exchange/import.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    ImportOptions source;
};

Json previewDocument(const std::string& source, const SourcePreview& preview) {
    Json mapping = Json::array();
    for (const auto& [column, field] : preview.mapping) {
        mapping.push_back({column, field});
    }
    return {{"source", source},
            {"driver", preview.driver},
            {"layers", preview.layers},
            {"layer", preview.layer},
            {"features", preview.features},
            {"geometry", preview.geometry},
            {"crs_code", preview.crsCode},
            {"crs_name", preview.crsName},
            {"crs_from", preview.crsFrom},
            {"crs_reason", preview.crsReason},
            {"encoding_name", preview.encodingName},
            {"encoding_from", preview.encodingFrom},
            {"fields", preview.fields},
            {"rows", preview.rows},
            {"mapping", mapping},
            {"suggested_layer", preview.suggestedLayer}};
}

Result<int> preview(const Options& options, Invocation& invocation) {
    const auto plan = Plan::open(options.plan, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto found = previewSource(*plan, options.source);
    if (!found) {
        return std::unexpected(found.error());
    }
    const auto answered = invocation.answer(jsonText(previewDocument(options.source.source, *found)));
    return answered ? Result<int>(exitDone) : std::unexpected(answered.error());
}

} // namespace

Command previewCommand() {
    // Without a summary it stays out of the help: the window asks this of a process of its own.
    return {"preview-source",
            "",
            "tuban preview-source gaoxin.sqlite parcels.zip --json",
            [](CLI::App& app) -> CommandAction {
                auto options = std::make_shared<Options>();
                addPlan(app, options->plan);
                app.add_option("SOURCE", options->source.source, "File to look into")->required();
                app.add_option("--layer", options->source.layer, "Layer of the plan it is meant for");
                app.add_option("--source-layer", options->source.sourceLayer, "Layer of the source");
                app.add_option("--crs", options->source.crs, "System of the source");
                app.add_option("--encoding", options->source.encoding, "Encoding of its text");
                return [options](Invocation& invocation) { return preview(*options, invocation); };
            }};
}

} // namespace tuban
