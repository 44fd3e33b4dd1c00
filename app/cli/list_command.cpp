#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/figures.h"
#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/open_plan.h"
#include "app/cli/options.h"
#include "app/cli/selection.h"
#include "app/cli/table.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <memory>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    std::string layer;
    std::string where;
    std::vector<std::string> columns;
};

// The columns asked for, or all that planners see; uid leads every row and is not repeated.
std::vector<std::string> columnsOf(const Options& options, const Layer& layer) {
    std::vector<std::string> columns = options.columns;
    if (columns.empty()) {
        for (const Column& column : layer.columns) {
            if (column.role != ColumnRole::Internal) {
                columns.push_back(column.name);
            }
        }
    }
    std::erase(columns, "uid");
    return columns;
}

using Visit = std::function<void(const Feature&)>;

Result<void>
forEachSelected(const Plan& plan, const FeatureQuery& query, const Progress& progress, const Visit& visit) {
    const auto visited = readFeatures(plan, query, [&](const Feature& feature) {
        visit(feature);
        return !progress.stopped();
    });
    if (!visited) {
        return std::unexpected(visited.error());
    }
    if (progress.stopped()) {
        return failure(ErrorCode::Cancelled, "cancelled");
    }
    return {};
}

// Written row by row: the document of a large layer as one tree would take several times its text.
Result<std::string> listJson(const Plan& plan, const FeatureQuery& query, const Progress& progress) {
    std::string text = R"({"layer":)" + jsonValue(query.layer) + R"(,"features":[)";
    bool first = true;
    const auto read = forEachSelected(plan, query, progress, [&](const Feature& feature) {
        Json row{{"uid", feature.uid}};
        for (std::size_t index = 0; index < query.columns.size(); ++index) {
            row[query.columns[index]] = jsonOf(feature.values[index]);
        }
        text += (first ? "" : ",") + jsonValue(row);
        first = false;
    });
    return read.transform([&text] { return std::move(text) + "]}\n"; });
}

// Columns that nobody asked for and that are empty in every row only take room.
bool worthShowing(const Options& options, const std::vector<Feature>& features, std::size_t index) {
    return !options.columns.empty() || std::ranges::any_of(features, [index](const Feature& feature) {
        return !toText(feature.values[index]).empty();
    });
}

bool isNumber(const Column& column) {
    return column.domain.empty() && (column.type == ColumnType::Integer || column.type == ColumnType::Real);
}

// Measured figures to two decimals; everything else as the catalogue says it.
std::string
cellText(const Catalogue& catalogue, const Column& column, const Value& value, const std::string& language) {
    const auto* const number = std::get_if<double>(&value);
    return number != nullptr && !column.unit.empty() ? grouped(*number, 2)
                                                     : catalogue.label(column, value, language);
}

std::string listTable(const Options& options,
                      const Plan& plan,
                      const FeatureQuery& query,
                      const std::vector<Feature>& features,
                      const std::string& language) {
    const Layer& layer = *plan.catalogue().layer(query.layer);
    std::vector<Table::Column> heads{{"uid"}};
    std::vector<std::size_t> shown;
    for (std::size_t index = 0; index < query.columns.size(); ++index) {
        if (worthShowing(options, features, index)) {
            const Column& column = *layer.column(query.columns[index]);
            heads.push_back({column.title.in(language) + (column.unit.empty() ? "" : " " + column.unit),
                             isNumber(column) ? Table::Align::Right : Table::Align::Left});
            shown.push_back(index);
        }
    }
    Table table(std::move(heads));
    for (const Feature& feature : features) {
        std::vector<std::string> row{feature.uid};
        for (const std::size_t index : shown) {
            const Column& column = *layer.column(query.columns[index]);
            row.push_back(cellText(plan.catalogue(), column, feature.values[index], language));
        }
        table.addRow(std::move(row));
    }
    return table.text();
}

Result<std::string>
listText(const Options& options, const Plan& plan, const FeatureQuery& query, Invocation& invocation) {
    std::vector<Feature> features;
    const auto read = forEachSelected(
        plan, query, invocation.progress(), [&](const Feature& feature) { features.push_back(feature); });
    return read.transform([&] { return listTable(options, plan, query, features, invocation.language()); });
}

Result<int> listFeatures(const Options& options, Invocation& invocation) {
    const auto plan = openPlan(options.plan, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto selection = Selection::of(*plan, options.layer, options.where);
    if (!selection) {
        return std::unexpected(selection.error());
    }
    FeatureQuery query = selection->query();
    query.columns = columnsOf(options, selection->layer());
    const auto text = invocation.json() ? listJson(*plan, query, invocation.progress())
                                        : listText(options, *plan, query, invocation);
    const auto answered =
        text.and_then([&](const std::string& written) { return invocation.answer(written); });
    return answered.transform([] { return exitDone; });
}

} // namespace

Command listCommand() {
    return {
        "list",
        "Features of a layer with their columns",
        "tuban list gaoxin.sqlite --layer parcel --where \"area_planar_m2 > 50000\" --columns parcel_no,name",
        [](CLI::App& app) -> CommandAction {
            auto options = std::make_shared<Options>();
            addPlan(app, options->plan);
            app.add_option("--layer", options->layer, "Layer to list")->type_name("L")->required();
            app.add_option("--where", options->where, "Only features for which this holds")
                ->type_name("EXPR");
            app.add_option("--columns", options->columns, "Only these columns")
                ->type_name("C,...")
                ->delimiter(',')
                ->allow_extra_args(false);
            return [options](Invocation& invocation) { return listFeatures(*options, invocation); };
        }};
}

} // namespace tuban
