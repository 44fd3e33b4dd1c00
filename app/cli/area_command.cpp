#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/figures.h"
#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/open_plan.h"
#include "app/cli/options.h"
#include "app/cli/selection.h"
#include "app/cli/table.h"
#include "geo/measure/area.h"
#include "geo/plan/features.h"
#include "geo/plan/land_use_level.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <compare>
#include <format>
#include <functional>
#include <map>
#include <memory>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    std::string layer;
    std::string by;
    std::string where;
    std::string method = "ellipsoidal";
    int level = 0; ///< of land-use codes; 0: as they stand
};

const std::vector<std::pair<std::string, AreaMethod>> methodChoices{{"ellipsoidal", AreaMethod::Ellipsoidal},
                                                                    {"planar", AreaMethod::Planar}};

struct Sum {
    std::int64_t count = 0;
    double areaM2 = 0;
};
/// What features have in common.
struct Key {
    Value value;
    std::string scheme; ///< of a land-use code brought to a level, as the same code differs between schemes
    friend auto operator<=>(const Key&, const Key&) = default;
};
using Group = std::pair<Key, Sum>;

/// Sums by group, largest area first.
struct Areas {
    std::vector<Group> groups;
    Sum total;
};

using Measure = std::function<double(const Geometry&)>;

Result<Measure> measureFor(const Plan& plan, AreaMethod method) {
    if (method == AreaMethod::Planar) {
        return planarAreaM2;
    }
    auto ellipsoidal = EllipsoidalArea::forCrs(plan.crs());
    if (!ellipsoidal) {
        return std::unexpected(ellipsoidal.error());
    }
    auto shared = std::make_shared<EllipsoidalArea>(std::move(*ellipsoidal));
    return [shared](const Geometry& geometry) { return shared->of(geometry); };
}

using KeyOf = std::function<Key(const std::vector<Value>& cells)>;

/// Asks for the columns that a feature's key comes from.
Result<KeyOf> keyFor(const Plan& plan, const Layer& layer, const Options& options, FeatureQuery& query) {
    if (!options.by.empty()) {
        query.columns = {options.by};
    }
    if (options.level == 0) {
        return [](const std::vector<Value>& cells) { return Key{.value = cells.front(), .scheme = {}}; };
    }
    const Column* const column = layer.column(options.by);
    if (column == nullptr || column->domain != "land_use" || layer.column("lu_scheme") == nullptr) {
        return failure(ErrorCode::Usage,
                       "--level is of land-use codes; group by a column of them, as in --by lu_code.");
    }
    query.columns.emplace_back("lu_scheme");
    return [&plan, level = options.level](const std::vector<Value>& cells) {
        if (isNull(cells[0])) {
            return Key{};
        }
        std::string scheme = toText(cells[1]);
        std::string code = landUseAtLevel(plan.catalogue(), scheme, toText(cells[0]), level);
        return Key{.value = std::move(code), .scheme = std::move(scheme)};
    };
}

Result<Areas> sumAreas(const Plan& plan,
                       const FeatureQuery& query,
                       const KeyOf& keyOf,
                       const Measure& areaOf,
                       const Progress& progress) {
    std::map<Key, Sum> sums;
    Areas areas;
    const auto visited = readFeatures(plan, query, [&](const Feature& feature) {
        const double areaM2 = feature.geometry.empty() ? 0 : areaOf(feature.geometry);
        areas.total.count += 1;
        areas.total.areaM2 += areaM2;
        if (!query.columns.empty()) {
            Sum& sum = sums[keyOf(feature.values)];
            sum.count += 1;
            sum.areaM2 += areaM2;
        }
        return !progress.stopped();
    });
    if (!visited) {
        return std::unexpected(visited.error());
    }
    if (progress.stopped()) {
        return failure(ErrorCode::Cancelled, "cancelled");
    }
    areas.groups.assign(sums.begin(), sums.end());
    std::ranges::stable_sort(
        areas.groups, std::ranges::greater{}, [](const Group& group) { return group.second.areaM2; });
    return areas;
}

std::string areasJson(const Options& options, const Areas& areas) {
    Json document{{"layer", options.layer}, {"method", options.method}, {"groups", Json::array()}};
    for (const auto& [key, sum] : areas.groups) {
        Json group{{"key", jsonOf(key.value)}, {"count", sum.count}, {"area_m2", sum.areaM2}};
        if (!key.scheme.empty()) {
            group["scheme"] = key.scheme;
        }
        document["groups"].push_back(std::move(group));
    }
    document["total"] = {{"count", areas.total.count}, {"area_m2", areas.total.areaM2}};
    return jsonText(document);
}

void addSum(Table& table, std::string key, std::string label, const Sum& sum) {
    std::vector<std::string> row{std::move(key), std::move(label), grouped(sum.count)};
    std::ranges::move(areaCells(sum.areaM2), std::back_inserter(row));
    table.addRow(std::move(row));
}

std::string
areasText(const Options& options, const Plan& plan, const Areas& areas, const std::string& language) {
    using enum Table::Align;
    const Layer* const layer = plan.catalogue().layer(options.layer);
    const Column* const column = layer->column(options.by);
    Table table({{options.by.empty() ? "layer" : options.by},
                 {column != nullptr ? column->title.in(language) : layer->title.in(language)},
                 {"count", Right},
                 {std::format("m² ({})", options.method), Right},
                 {"亩", Right},
                 {"ha", Right}});
    for (const auto& [key, sum] : areas.groups) {
        addSum(table,
               toText(key.value),
               column != nullptr ? plan.catalogue().label(*column, key.value, language, key.scheme)
                                 : std::string(),
               sum);
    }
    addSum(table, "total", "", areas.total);
    return table.text();
}

Result<int> answerAreas(const Options& options, Invocation& invocation) {
    const auto plan = openPlan(options.plan, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto selection = Selection::of(*plan, options.layer, options.where);
    if (!selection) {
        return std::unexpected(selection.error());
    }
    if (selection->layer().geometry != ShapeKind::Area) {
        return failure(ErrorCode::Usage,
                       std::format("The layer {} holds no areas; ask for a layer that does, such as parcel.",
                                   options.layer));
    }
    const auto measure = measureFor(*plan, chosen(methodChoices, options.method));
    if (!measure) {
        return std::unexpected(measure.error());
    }
    FeatureQuery query = selection->query();
    query.withGeometry = true;
    const auto keyOf = keyFor(*plan, selection->layer(), options, query);
    if (!keyOf) {
        return std::unexpected(keyOf.error());
    }
    const auto areas = sumAreas(*plan, query, *keyOf, *measure, invocation.progress());
    if (!areas) {
        return std::unexpected(areas.error());
    }
    const auto answered =
        invocation.answer(invocation.json() ? areasJson(options, *areas)
                                            : areasText(options, *plan, *areas, invocation.language()));
    return answered.transform([] { return exitDone; });
}

} // namespace

Command areaCommand() {
    return {
        "area",
        "Areas of a layer from its shapes, in all or by the values of a column",
        "tuban area gaoxin.sqlite --layer parcel --by lu_code",
        [](CLI::App& app) -> CommandAction {
            auto options = std::make_shared<Options>();
            addPlan(app, options->plan);
            app.add_option("--layer", options->layer, "Layer to measure")->type_name("L")->required();
            CLI::Option* const by =
                app.add_option("--by", options->by, "Column to group by")->type_name("COLUMN");
            app.add_option("--level", options->level, "Land-use codes summed up at this level, 1 coarsest")
                ->type_name("N")
                ->check(CLI::Range(1, 3))
                ->needs(by);
            app.add_option("--where", options->where, "Only features for which this holds")
                ->type_name("EXPR");
            oneOf(*app.add_option(
                          "--method", options->method, "On the ellipsoid, or in the plane of the projection")
                       ->capture_default_str(),
                  wordsOf(methodChoices));
            return [options](Invocation& invocation) { return answerAreas(*options, invocation); };
        }};
}

} // namespace tuban
