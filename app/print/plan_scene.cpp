#include "app/print/plan_scene.h"

#include "app/paint/mark_stages.h"
#include "geo/crs/transform.h"
#include "geo/paint/order.h"

#include <algorithm>

namespace tuban {

namespace {

constexpr auto degrees = "EPSG:4490";

using SnapshotPointer = std::shared_ptr<const LayerSnapshot>;

struct Reader {
    const Plan& plan;
    const Transform& planToGeo;
    const StagesByLayer& stages;
    Theme theme;
    const Progress& progress;

    [[nodiscard]] std::shared_ptr<const StageByUid> stagesIn(const Layer& layer) const {
        const auto found = stages.find(layer.name);
        return found == stages.end() ? nullptr : found->second;
    }

    [[nodiscard]] Result<void> addTable(SceneLayer& layer, DisplaySource source) const {
        auto display = makeDisplay(source, planToGeo, nullptr, Progress{.report = {}, .stop = progress.stop});
        if (!display) {
            return std::unexpected(display.error());
        }
        if ((*display)->size() > 0) {
            layer.tables.push_back(std::move(*display));
        }
        return {};
    }

    [[nodiscard]] Result<void>
    addCompanions(SceneLayer& layer, const Layer& definition, const SnapshotPointer& owner) const {
        for (const Layer::Companion& companion : definition.companions) {
            auto shapes =
                readSnapshot(plan, companion.table, {}, Progress{.report = {}, .stop = progress.stop});
            if (!shapes) {
                return std::unexpected(shapes.error());
            }
            const DisplaySource source{
                .snapshot = *shapes,
                .style = companionStyle(definition, plan.catalogue(), theme, companion.geometry),
                .owner = owner,
                .stages = stagesIn(definition)};
            if (const auto added = addTable(layer, source); !added) {
                return added;
            }
        }
        return {};
    }

    [[nodiscard]] Result<SceneLayer> read(const Layer& definition) const {
        const auto snapshot = readSnapshot(
            plan, definition.name, paintColumns(definition), Progress{.report = {}, .stop = progress.stop});
        if (!snapshot) {
            return std::unexpected(snapshot.error());
        }
        const LayerStyle style = styleOf(definition, plan.catalogue(), theme, snapshot->get());
        SceneLayer layer;
        if (const auto added = addCompanions(layer, definition, *snapshot); !added) {
            return std::unexpected(added.error());
        }
        const DisplaySource own{
            .snapshot = *snapshot, .style = style, .owner = nullptr, .stages = stagesIn(definition)};
        if (const auto added = addTable(layer, own); !added) {
            return std::unexpected(added.error());
        }
        return layer;
    }
};

/// Layers in order of drawing: those asked for, or all but land uses that lie under other land uses.
Result<std::vector<std::string>> layersToDraw(const Plan& plan, const std::vector<std::string>& asked) {
    std::vector<std::string> order = drawingOrder(plan.catalogue());
    if (!asked.empty()) {
        std::erase_if(order,
                      [&asked](const std::string& name) { return !std::ranges::contains(asked, name); });
        return order;
    }
    const auto summaries = plan.summarise();
    if (!summaries) {
        return std::unexpected(summaries.error());
    }
    bool hasLandUse = false;
    for (const std::string& name : landUseLayers(plan.catalogue())) {
        const auto summary = std::ranges::find(*summaries, name, &LayerSummary::name);
        if (hasLandUse) {
            std::erase(order, name);
        }
        hasLandUse = hasLandUse || (summary != summaries->end() && summary->count > 0);
    }
    return order;
}

} // namespace

Result<Scene>
readScene(const Plan& plan, const std::vector<std::string>& layers, Theme theme, const Progress& progress) {
    const auto geo = crsFromText(degrees);
    if (!geo) {
        return std::unexpected(geo.error());
    }
    const auto planToGeo = Transform::between(plan.crs(), *geo);
    if (!planToGeo) {
        return std::unexpected(planToGeo.error());
    }
    for (const std::string& name : layers) {
        if (const auto known = plan.catalogue().requireLayer(name); !known) {
            return std::unexpected(known.error());
        }
    }
    const auto order = layersToDraw(plan, layers);
    if (!order) {
        return std::unexpected(order.error());
    }
    const auto marks = allLiveMarks(plan);
    if (!marks) {
        return std::unexpected(marks.error());
    }
    const StagesByLayer stages = stagesOf(*marks, plan.today());
    Scene scene{.layers = {}, .theme = theme};
    for (std::size_t i = 0; i < order->size(); ++i) {
        progress.at(static_cast<double>(i) / static_cast<double>(order->size()), "reading");
        auto layer = Reader{plan, *planToGeo, stages, theme, progress}.read(*plan.catalogue().layer((*order)[i]));
        if (!layer) {
            return std::unexpected(layer.error());
        }
        if (!layer->tables.empty()) {
            scene.layers.push_back(std::move(*layer));
        }
    }
    return scene;
}

Box extentOf(const Scene& scene) {
    Box extent;
    for (const SceneLayer& layer : scene.layers) {
        for (const auto& table : layer.tables) {
            extent.add(table->bounds());
        }
    }
    return extent;
}

} // namespace tuban
