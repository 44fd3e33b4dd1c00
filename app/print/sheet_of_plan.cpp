#include "app/print/sheet_of_plan.h"

#include "geo/crs/transform.h"
#include "geo/plan/features.h"

#include <algorithm>
#include <format>
#include <ranges>

namespace tuban {

namespace {

constexpr std::size_t rowsBeforeJoining = 24;

/// What the classes of a style are by; empty where the layer's name says it.
QString ruleText(const LayerStyle& style, const std::string& language) {
    if (style.rule == RuleKind::Plain || style.rule == RuleKind::LandUse ||
        style.rule == RuleKind::RawValue) {
        return {};
    }
    const QString title = QString::fromStdString(style.ruleTitle.in(language));
    const QString unit = QString::fromStdString(style.unit.in(language));
    return unit.isEmpty() ? title : title + QStringLiteral(" (") + unit + QLatin1Char(')');
}

/// The legend of what a layer shows in a window of the world.
LegendGroup groupOf(const DisplayLayer& layer, const Box& window, const Plan& plan, const Sheet& sheet) {
    LegendGroup group;
    group.title = QString::fromStdString(layer.style.title.in(sheet.language));
    group.kind = layer.snapshot->kind;
    group.rule = layer.style.rule;
    group.by = ruleText(layer.style, sheet.language);
    group.symbol = layer.style.symbol;
    const std::vector<std::uint32_t> inView = layer.query(window);
    std::vector<std::uint16_t> shown;
    std::ranges::transform(
        inView, std::back_inserter(shown), [&](std::uint32_t index) { return layer.classes[index]; });
    group.hasAreas = group.kind == ShapeKind::Area && inView.size() == layer.size();
    group.rows = legendOf(*layer.snapshot, layer.style, layer.classes);
    std::erase_if(group.rows, [&](const LegendRow& row) {
        if (row.hatch != Hatch::None) {
            return std::ranges::none_of(
                inView, [&](std::uint32_t index) { return layer.accent(index).hatch == row.hatch; });
        }
        return std::ranges::none_of(
            shown, [&](std::uint16_t c) { return layer.style.classes[c].key == row.look.key; });
    });
    group.rows = joinedUses(std::move(group.rows), rowsBeforeJoining, plan.catalogue(), layer.style);
    return group;
}

/// Coloured land first, then the rest from the top: what a map is about comes before what it lies on.
std::vector<const DisplayLayer*> legendOrder(const Scene& scene) {
    std::vector<const DisplayLayer*> layers;
    for (const SceneLayer& layer : scene.layers | std::views::reverse) {
        layers.push_back(layer.tables.back().get());
    }
    std::ranges::stable_partition(layers, [](const DisplayLayer* layer) { return layer->style.isGround; });
    return layers;
}

std::vector<LegendGroup>
legendOfScene(const Plan& plan, const Scene& scene, const View& view, const Sheet& sheet) {
    std::vector<LegendGroup> groups;
    for (const DisplayLayer* layer : legendOrder(scene)) {
        LegendGroup group = groupOf(*layer, view.worldBox(), plan, sheet);
        if (group.rows.empty()) {
            continue;
        }
        // Lights are the same for every layer: it is enough to spell them out once.
        group.isRamp = group.rule == RuleKind::Stage ||
                       (group.rule == RuleKind::Light &&
                        std::ranges::contains(groups, RuleKind::Light, &LegendGroup::rule));
        groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace

Sheet sheetOfPlan(const Plan& plan, const Scene& scene, const View& view, const std::string& language) {
    Sheet sheet;
    sheet.language = language;
    sheet.theme = scene.theme;
    sheet.title = QString::fromStdString(plan.name());
    sheet.date = QString::fromStdString(plan.today());
    sheet.crs = QString::fromStdString(plan.crs().shortName(language) + " · " + plan.crs().code());
    sheet.stamp = QString::fromStdString(plan.fact("stamp").value_or(""));
    sheet.legend = legendOfScene(plan, scene, view, sheet);
    return sheet;
}

Result<Box> worldBoxOfFeature(const Plan& plan, std::string_view refText) {
    const auto ref = parseFeatureRef(refText, plan.catalogue());
    if (!ref) {
        return std::unexpected(ref.error());
    }
    const auto feature = readFeature(plan, *ref);
    if (!feature) {
        return std::unexpected(feature.error());
    }
    if (feature->geometry.empty()) {
        return failure(ErrorCode::BadGeometry, std::format("{} has no shape to show.", refText));
    }
    const auto geo = crsFromText("EPSG:4490");
    if (!geo) {
        return std::unexpected(geo.error());
    }
    const auto planToGeo = Transform::between(plan.crs(), *geo);
    if (!planToGeo) {
        return std::unexpected(planToGeo.error());
    }
    const auto shape = planToGeo->apply(feature->geometry);
    if (!shape) {
        return std::unexpected(shape.error());
    }
    Box world;
    std::ranges::for_each(shape->points, [&world](Point p) { world.add(worldFromGeo(p)); });
    return world.grown(std::max(world.width(), world.height()) * 0.15);
}

} // namespace tuban
