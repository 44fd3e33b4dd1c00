#include "geo/paint/style.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <set>
#include <utility>

namespace tuban {

namespace {

constexpr double landUseOverPaper = 0.85;
constexpr double outlineLightness = 0.72;
constexpr Colour undyed{200, 200, 196};

bool isDark(Theme theme) {
    return theme == Theme::Dark;
}

Colour ownColour(const Layer& layer) {
    return colourFromHex(layer.colour).value_or(undyed);
}

/// A fill with an outline of its hue.
PaintClass filledClass(std::string key, LocalText label, Colour standard, Theme theme) {
    const Colour pure = isDark(theme) ? scaled(standard, 1, 0.8) : standard;
    const Colour fill = mixed(pure, paletteOf(theme).paper, landUseOverPaper);
    return {.key = std::move(key),
            .label = std::move(label),
            .fill = fill,
            .stroke = scaled(fill, isDark(theme) ? 0.6 : outlineLightness, 1.1)};
}

void addClass(LayerStyle& style, PaintClass paintClass) {
    style.classByKey.emplace(paintClass.key, static_cast<std::uint16_t>(style.classes.size()));
    style.classes.push_back(std::move(paintClass));
}

void addLandUses(LayerStyle& style, const Catalogue& catalogue, Theme theme) {
    for (const LandUse& use : catalogue.landUses()) {
        const Colour standard{static_cast<std::uint8_t>(use.red),
                              static_cast<std::uint8_t>(use.green),
                              static_cast<std::uint8_t>(use.blue)};
        addClass(style, filledClass(use.scheme + ":" + use.code, use.name, standard, theme));
    }
}

/// Colours for values that no standard knows: hues far apart in steps that also differ in lightness, quieter
/// than the standards.
Colour valueColour(std::size_t index) {
    constexpr std::array<Lch, 12> colours{{{0.91, 0.07, 95},
                                           {0.82, 0.07, 250},
                                           {0.80, 0.09, 25},
                                           {0.84, 0.08, 150},
                                           {0.78, 0.08, 315},
                                           {0.85, 0.08, 65},
                                           {0.86, 0.06, 205},
                                           {0.78, 0.07, 120},
                                           {0.89, 0.04, 290},
                                           {0.74, 0.07, 355},
                                           {0.74, 0.05, 75},
                                           {0.84, 0.01, 250}}};
    return fromLch(colours[index % colours.size()]);
}

/// Whole numbers by their value, before everything else by its text.
bool comesBefore(const std::string& a, const std::string& b) {
    const auto number = [](const std::string& text) {
        std::int64_t value = 0;
        const char* end = text.data() + text.size();
        return std::from_chars(text.data(), end, value).ptr == end ? value
                                                                   : std::numeric_limits<std::int64_t>::max();
    };
    return std::pair(number(a), a) < std::pair(number(b), b);
}

std::string textCell(const LayerSnapshot& snapshot, std::string_view column, std::size_t index) {
    const int position = snapshot.columnIndex(column);
    return position < 0 ? std::string() : toText(snapshot.cell(position, index));
}

std::string landUseKey(const LayerSnapshot& snapshot, std::size_t index) {
    const std::string code = textCell(snapshot, "lu_code", index);
    if (code.empty()) {
        return {};
    }
    const std::string scheme = textCell(snapshot, "lu_scheme", index);
    return (scheme.empty() ? "MNR2023" : scheme) + ":" + code;
}

using ValueSet = std::set<std::string, decltype(&comesBefore)>;

/// Values of lu_raw when no feature has a code of a standard; empty otherwise.
ValueSet valuesAsDelivered(const LayerSnapshot* snapshot) {
    ValueSet values(comesBefore);
    for (std::size_t i = 0; snapshot != nullptr && i < snapshot->size(); ++i) {
        if (!textCell(*snapshot, "lu_code", i).empty()) {
            return ValueSet(comesBefore);
        }
        std::string value = textCell(*snapshot, "lu_raw", i);
        if (!value.empty() && values.size() < 20) {
            values.insert(std::move(value));
        }
    }
    return values;
}

/// Steps of one hue; on dark paper they run towards the light, so that the finished stand out on both.
Colour stageColour(const Layer& layer, std::size_t step, Theme theme) {
    const std::size_t steps = layer.stages.size();
    const double share = steps < 2 ? 1 : static_cast<double>(step) / static_cast<double>(steps - 1);
    // Lines cover much ground: they stop before they are as dark as signs.
    const double depth = layer.geometry == ShapeKind::Line ? 0.28 : 0.38;
    const double lightness = isDark(theme) ? 0.58 + 0.26 * share : 0.80 - depth * share;
    const Lch own = toLch(ownColour(layer));
    return fromLch({lightness, std::clamp(own.chroma, 0.02, 0.13), own.hueDegrees});
}

/// Width of a line with its casing; of the outline of an area.
double strokeWidthPx(const Layer& layer) {
    if (layer.geometry != ShapeKind::Line) {
        return layer.style == "plain" ? 1.8 : 1.2;
    }
    return layer.name == "road_project" ? 4.5 : 3.0;
}

void addStages(LayerStyle& style, const Layer& layer, Theme theme) {
    for (std::size_t step = 0; step < layer.stages.size(); ++step) {
        const Stage& stage = layer.stages[step];
        const bool done = stage.means == Stage::Means::InService || stage.means == Stage::Means::Closed;
        const Colour colour = stageColour(layer, step, theme);
        addClass(style,
                 {.key = stage.code,
                  .label = stage.label,
                  .fill = colour.withAlpha(layer.geometry == ShapeKind::Area ? (done ? 0.7 : 0.25) : 1.0),
                  .stroke = layer.geometry == ShapeKind::Area ? colour : scaled(colour, outlineLightness, 1),
                  .strokeWidthPx = strokeWidthPx(layer),
                  .filled = done});
    }
}

/// The class of features without a value; the only one of a plain layer.
PaintClass lastClass(const LayerStyle& style, const Layer& layer, Theme theme) {
    const Colour own = isDark(theme) ? scaled(ownColour(layer), 1.15, 0.8) : ownColour(layer);
    if (style.rule == LayerStyle::Rule::LandUse || style.rule == LayerStyle::Rule::RawValue) {
        return filledClass({},
                           {"未定用途", "No land use"},
                           isDark(theme) ? Colour{70, 74, 77} : Colour{226, 226, 220},
                           theme);
    }
    const bool plain = style.rule == LayerStyle::Rule::Plain;
    const Colour colour = plain ? own : (isDark(theme) ? Colour{110, 118, 124} : Colour{168, 174, 178});
    const bool area = layer.geometry == ShapeKind::Area;
    return {.key = {},
            .label = plain ? layer.title : LocalText{"阶段未填", "No stage"},
            // A boundary is a line: a tint would change the colours of the land uses inside it.
            .fill = area ? colour.withAlpha(plain ? 0.0 : 0.15) : colour,
            .stroke = area ? colour : scaled(colour, outlineLightness, 1),
            .strokeWidthPx = strokeWidthPx(layer),
            .filled = plain};
}

Symbol symbolOf(std::string_view layer) {
    constexpr std::array<std::pair<std::string_view, Symbol>, 6> symbols{{{"parking_site", Symbol::Parking},
                                                                          {"park_site", Symbol::Tree},
                                                                          {"key_project", Symbol::Project},
                                                                          {"hoarding", Symbol::Hoarding},
                                                                          {"facility", Symbol::Facility},
                                                                          {"issue", Symbol::Issue}}};
    const auto* found = std::ranges::find(symbols, layer, &std::pair<std::string_view, Symbol>::first);
    return found == symbols.end() ? Symbol::Dot : found->second;
}

LayerStyle::Rule ruleOf(const Layer& layer, bool hasValuesAsDelivered) {
    if (layer.style == "land_use") {
        return hasValuesAsDelivered ? LayerStyle::Rule::RawValue : LayerStyle::Rule::LandUse;
    }
    return layer.style == "stage" && !layer.stages.empty() ? LayerStyle::Rule::Stage
                                                           : LayerStyle::Rule::Plain;
}

} // namespace

std::uint16_t
LayerStyle::classOf(const LayerSnapshot& snapshot, std::size_t index, const StageByUid* stages) const {
    const auto last = static_cast<std::uint16_t>(classes.size() - 1);
    std::string key;
    switch (rule) {
    case Rule::Plain:
        return last;
    case Rule::LandUse:
        key = landUseKey(snapshot, index);
        break;
    case Rule::RawValue:
        key = textCell(snapshot, "lu_raw", index);
        break;
    case Rule::Stage:
        if (stages != nullptr) {
            const auto known = stages->find(snapshot.uid(index));
            key = known == stages->end() ? std::string() : known->second;
        }
        if (key.empty()) {
            key = textCell(snapshot, "stage", index);
        }
        break;
    }
    const auto found = classByKey.find(key);
    return found == classByKey.end() ? last : found->second;
}

std::vector<std::string> paintColumns(const Layer& layer) {
    std::vector<std::string> columns;
    const std::array<std::string_view, 6> wanted{
        layer.labelColumn, "name", "lu_scheme", "lu_code", "lu_raw", "stage"};
    for (const std::string_view name : wanted) {
        if (layer.column(name) != nullptr && std::ranges::find(columns, name) == columns.end()) {
            columns.emplace_back(name);
        }
    }
    return columns;
}

LayerStyle
styleOf(const Layer& layer, const Catalogue& catalogue, Theme theme, const LayerSnapshot* snapshot) {
    const ValueSet values = layer.style == "land_use" ? valuesAsDelivered(snapshot) : ValueSet(comesBefore);
    LayerStyle style;
    style.layer = layer.name;
    style.title = layer.title;
    style.kind = layer.geometry;
    style.rule = ruleOf(layer, !values.empty());
    style.symbol = symbolOf(layer.name);
    style.labelColumn = layer.labelColumn.empty() ? "name" : layer.labelColumn;
    switch (style.rule) {
    case LayerStyle::Rule::Plain:
        break;
    case LayerStyle::Rule::LandUse:
        addLandUses(style, catalogue, theme);
        break;
    case LayerStyle::Rule::Stage:
        addStages(style, layer, theme);
        break;
    case LayerStyle::Rule::RawValue:
        for (std::size_t index = 0; const std::string& value : values) {
            addClass(style, filledClass(value, {value, value}, valueColour(index++), theme));
        }
        break;
    }
    style.classes.push_back(lastClass(style, layer, theme));
    return style;
}

LayerStyle companionStyle(const Layer& layer, const Catalogue& catalogue, Theme theme, ShapeKind kind) {
    Layer shapes = layer;
    shapes.geometry = kind;
    LayerStyle style = styleOf(shapes, catalogue, theme, nullptr);
    for (PaintClass& look : style.classes) {
        if (kind == ShapeKind::Area) {
            // Ground that belongs to a sign or a line stays quieter than they are.
            look.fill = look.fill.withAlpha(look.filled ? 0.22 : 0.12);
            look.strokeWidthPx = 0.8;
        }
    }
    return style;
}

} // namespace tuban
