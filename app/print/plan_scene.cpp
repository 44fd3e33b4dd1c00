#include "app/print/plan_scene.h"

#include "app/paint/light_codes.h"
#include "app/paint/mark_stages.h"
#include "geo/crs/transform.h"
#include "geo/paint/order.h"
#include "geo/works/light.h"

#include <algorithm>
#include <map>

namespace tuban {

namespace {

constexpr auto degrees = "EPSG:4490";

using SnapshotPointer = std::shared_ptr<const LayerSnapshot>;

/// What is known of the works of a plan on its day.
struct WorksNow {
    StagesByLayer stages;
    std::map<std::string, std::shared_ptr<const LightByUid>, std::less<>> lights;

    [[nodiscard]] static Result<WorksNow> read(const Plan& plan) {
        const auto marks = allLiveMarks(plan);
        if (!marks) {
            return std::unexpected(marks.error());
        }
        const auto lights = readLights(plan, plan.today());
        if (!lights) {
            return std::unexpected(lights.error());
        }
        WorksNow works{.stages = stagesOf(*marks, plan.today()), .lights = {}};
        for (const auto& [layer, judged] : *lights) {
            works.lights.emplace(layer, std::make_shared<const LightByUid>(lightCodesOf(judged)));
        }
        return works;
    }
};

template <class Map>
typename Map::mapped_type valueIn(const Map& map, const std::string& layer) {
    const auto found = map.find(layer);
    return found == map.end() ? nullptr : found->second;
}

/// What the wished theme says of a layer; null when it says nothing.
const MapTheme::Entry* entryOf(const SceneWish& wish, std::string_view layer) {
    if (!wish.theme) {
        return nullptr;
    }
    const auto found = std::ranges::find(wish.theme->layers, layer, &MapTheme::Entry::layer);
    return found == wish.theme->layers.end() ? nullptr : &*found;
}

struct Reader {
    const Plan& plan;
    const Transform& planToGeo;
    const WorksNow& works;
    const SceneWish& wish;
    const Progress& progress;

    [[nodiscard]] StyleWish styleWish(const Layer& layer) const {
        const MapTheme::Entry* entry = entryOf(wish, layer.name);
        return {.style = entry == nullptr ? std::string() : entry->style,
                .theme = Theme::Light,
                .colours = wish.colours};
    }

    [[nodiscard]] Result<void> addTable(SceneLayer& layer, DisplaySource source) const {
        source.stages = valueIn(works.stages, source.style.layer);
        source.lights = valueIn(works.lights, source.style.layer);
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
                .style = companionStyle(
                    definition, plan.catalogue(), styleWish(definition), companion.geometry, owner.get()),
                .owner = owner,
                .stages = nullptr};
            if (const auto added = addTable(layer, source); !added) {
                return added;
            }
        }
        return {};
    }

    [[nodiscard]] Result<SceneLayer> read(const Layer& definition) const {
        const StyleWish look = styleWish(definition);
        const auto snapshot = readSnapshot(plan,
                                           definition.name,
                                           paintColumns(definition, look.style),
                                           Progress{.report = {}, .stop = progress.stop});
        if (!snapshot) {
            return std::unexpected(snapshot.error());
        }
        const MapTheme::Entry* entry = entryOf(wish, definition.name);
        SceneLayer layer{.tables = {}, .opacity = entry == nullptr ? 1 : entry->opacity};
        if (const auto added = addCompanions(layer, definition, *snapshot); !added) {
            return std::unexpected(added.error());
        }
        const DisplaySource own{.snapshot = *snapshot,
                                .style = styleOf(definition, plan.catalogue(), look, snapshot->get()),
                                .owner = nullptr,
                                .stages = nullptr};
        if (const auto added = addTable(layer, own); !added) {
            return std::unexpected(added.error());
        }
        return layer;
    }
};

/// Lowest first. A theme's own order is that of the window, topmost first.
std::vector<std::string> orderOf(const Plan& plan, const std::optional<MapTheme>& theme) {
    std::vector<std::string> order = drawingOrder(plan.catalogue());
    if (theme) {
        std::ranges::stable_sort(order, std::ranges::greater(), [&theme](const std::string& name) {
            return std::ranges::find(theme->layers, name, &MapTheme::Entry::layer) - theme->layers.begin();
        });
    }
    return order;
}

/// Layers in order of drawing: those asked for, those of the theme, or all; but no land uses that lie under
/// other land uses.
Result<std::vector<std::string>> layersToDraw(const Plan& plan, const SceneWish& wish) {
    std::vector<std::string> order = orderOf(plan, wish.theme);
    if (!wish.layers.empty()) {
        std::erase_if(order,
                      [&](const std::string& name) { return !std::ranges::contains(wish.layers, name); });
        return order;
    }
    if (wish.theme) {
        std::erase_if(order, [&](const std::string& name) {
            return !std::ranges::contains(wish.theme->layers, name, &MapTheme::Entry::layer);
        });
    }
    const auto summaries = plan.summarise();
    if (!summaries) {
        return std::unexpected(summaries.error());
    }
    bool hasLandUse = false;
    for (const std::string& name : landUseLayers(plan.catalogue())) {
        const auto* const entry = entryOf(wish, name);
        const bool covers = !wish.theme || (entry != nullptr && styleRule(*plan.catalogue().layer(name), entry->style).kind ==
                                                               RuleKind::LandUse);
        if (hasLandUse && covers) {
            std::erase(order, name);
        }
        const auto summary = std::ranges::find(*summaries, name, &LayerSummary::name);
        hasLandUse = hasLandUse || (covers && summary != summaries->end() && summary->count > 0);
    }
    return order;
}

/// Coloured land is the ground: everything else lies over it.
bool isGround(const SceneLayer& layer) {
    return layer.tables.back()->style.isGround;
}

} // namespace

Result<Scene> readScene(const Plan& plan, const SceneWish& wish, const Progress& progress) {
    const auto geo = crsFromText(degrees);
    if (!geo) {
        return std::unexpected(geo.error());
    }
    const auto planToGeo = Transform::between(plan.crs(), *geo);
    if (!planToGeo) {
        return std::unexpected(planToGeo.error());
    }
    for (const std::string& name : wish.layers) {
        if (const auto known = plan.catalogue().requireLayer(name); !known) {
            return std::unexpected(known.error());
        }
    }
    const auto order = layersToDraw(plan, wish);
    if (!order) {
        return std::unexpected(order.error());
    }
    const auto works = WorksNow::read(plan);
    if (!works) {
        return std::unexpected(works.error());
    }
    Scene scene;
    for (std::size_t i = 0; i < order->size(); ++i) {
        progress.at(static_cast<double>(i) / static_cast<double>(order->size()), "reading");
        auto layer =
            Reader{plan, *planToGeo, *works, wish, progress}.read(*plan.catalogue().layer((*order)[i]));
        if (!layer) {
            return std::unexpected(layer.error());
        }
        if (!layer->tables.empty()) {
            scene.layers.push_back(std::move(*layer));
        }
    }
    std::ranges::stable_partition(scene.layers, isGround);
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
