#include "geo/paint/style_classes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <format>
#include <limits>
#include <set>
#include <utility>

namespace tuban {

namespace {

constexpr double landUseOverPaper = 0.85;
constexpr double outlineLightness = 0.72;
constexpr Colour undyed{200, 200, 196};

bool isDark(const StyleWish& wish) {
    return wish.theme == Theme::Dark;
}

/// What the classes of one style have in common.
struct Brush {
    const Layer& layer;
    const StyleWish& wish;
    ShapeKind kind;
    bool isGround;

    [[nodiscard]] Colour ownColour() const {
        return inSet(colourFromHex(layer.colour).value_or(undyed), wish.colours);
    }

    /// Width of a line with its casing; of the outline of an area.
    [[nodiscard]] double strokeWidthPx() const {
        if (kind == ShapeKind::Line) {
            return layer.name == "road_project" ? 4.5 : 3.0;
        }
        return layer.style == "plain" ? 1.8 : (layer.style == "land_use" ? 0.7 : 1.2);
    }

    /// Land that covers the paper: a fill with an outline of its hue.
    [[nodiscard]] PaintClass ground(std::string key, LocalText label, Colour standard) const {
        const Colour pure = isDark(wish) ? scaled(standard, 1, 0.8) : standard;
        const Colour fill = mixed(pure, paletteOf(wish.theme).paper, landUseOverPaper);
        return {.key = std::move(key),
                .label = std::move(label),
                .fill = fill,
                .stroke = scaled(fill, isDark(wish) ? 0.6 : outlineLightness, 1.1)};
    }

    /// Land that what is below shines through, lines and signs. \param cover of areas, 0..1
    [[nodiscard]] PaintClass over(std::string key, LocalText label, Colour colour, double cover) const {
        const bool area = kind == ShapeKind::Area;
        return {.key = std::move(key),
                .label = std::move(label),
                .fill = area ? colour.withAlpha(cover) : colour,
                .stroke = area ? colour : scaled(colour, outlineLightness, 1),
                .strokeWidthPx = strokeWidthPx()};
    }

    /// A colour of a palette for land on a shape of any kind: lines and signs are small and take it stronger.
    [[nodiscard]] PaintClass of(std::string key, LocalText label, Colour colour) const {
        if (isGround) {
            return ground(std::move(key), std::move(label), colour);
        }
        const bool small = kind != ShapeKind::Area && wish.colours == ColourSet::Standard;
        const Colour strong = small ? scaled(colour, isDark(wish) ? 0.95 : 0.84, 1.3) : colour;
        return over(std::move(key), std::move(label), strong, 0.6);
    }

    [[nodiscard]] PaintClass withoutValue(LocalText label) const {
        if (isGround) {
            return ground({}, std::move(label), isDark(wish) ? Colour{70, 74, 77} : Colour{226, 226, 220});
        }
        PaintClass look =
            over({}, std::move(label), isDark(wish) ? Colour{110, 118, 124} : Colour{168, 174, 178}, 0.15);
        look.filled = false;
        return look;
    }
};

void addClass(LayerStyle& style, PaintClass paintClass) {
    style.classByKey.emplace(paintClass.key, static_cast<std::uint16_t>(style.classes.size()));
    style.classes.push_back(std::move(paintClass));
}

void addLandUses(LayerStyle& style, const Brush& brush, const Catalogue& catalogue) {
    for (const LandUse& use : catalogue.landUses()) {
        addClass(style,
                 brush.ground(use.scheme + ":" + use.code, use.name, landUseColour(use, brush.wish.colours)));
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

void addValuesAsDelivered(LayerStyle& style, const Brush& brush, const LayerSnapshot* snapshot) {
    for (std::size_t index = 0; const std::string& value : valuesAsDelivered(snapshot)) {
        const Colour colour = brush.wish.colours == ColourSet::Standard
                                  ? valueColour(index)
                                  : categoryColour(index, brush.wish.colours);
        addClass(style, brush.ground(value, {value, value}, colour));
        ++index;
    }
}

void addCategories(LayerStyle& style, const Brush& brush, const StyleRule& rule) {
    const Column* column = brush.layer.column(rule.column);
    if (column == nullptr || column->values == nullptr) {
        return;
    }
    for (std::size_t index = 0; const DomainItem& item : column->values->items) {
        PaintClass look = brush.of(item.code, item.label, categoryColour(index++, brush.wish.colours));
        if (const auto width = rule.widthsM.find(item.code); width != rule.widthsM.end()) {
            look.strokeWidthM = width->second;
        }
        addClass(style, std::move(look));
    }
}

std::vector<double> valuesOf(const LayerSnapshot& snapshot, const StyleRule& rule) {
    const int column = snapshot.columnIndex(rule.column);
    std::vector<double> values;
    for (std::size_t i = 0; i < snapshot.size(); ++i) {
        if (const auto value = graduatedValue(snapshot, i, column, rule.per)) {
            values.push_back(*value);
        }
    }
    return values;
}

/// Labels of the classes between bounds: "< 1", "1 – 1.5", "≥ 3.5".
std::string classLabel(const std::vector<double>& breaks, std::size_t index) {
    if (breaks.empty()) {
        return "≥ 0";
    }
    if (index == 0) {
        return std::format("< {}", breaks.front());
    }
    if (index == breaks.size()) {
        return std::format("≥ {}", breaks.back());
    }
    return std::format("{} – {}", breaks[index - 1], breaks[index]);
}

void addGraduated(LayerStyle& style,
                  const Brush& brush,
                  const StyleRule& rule,
                  const LayerSnapshot* snapshot) {
    constexpr int usualClasses = 5;
    style.breaks = rule.breaks;
    if (rule.method != BreakMethod::Listed) {
        style.breaks = snapshot == nullptr
                           ? std::vector<double>()
                           : classBreaks(valuesOf(*snapshot, rule), rule.method, usualClasses);
    }
    const std::size_t count = style.breaks.size() + 1;
    for (std::size_t i = 0; i < count; ++i) {
        const double share = count == 1 ? 0.5 : static_cast<double>(i) / static_cast<double>(count - 1);
        // Signs and lines have no room for the palest.
        const double along = brush.kind == ShapeKind::Area ? share : 0.25 + 0.75 * share;
        const Colour colour = rampColour(rule.ramp, along, brush.wish.colours, brush.wish.theme);
        const std::string label = classLabel(style.breaks, i);
        addClass(style,
                 brush.isGround ? brush.ground(std::to_string(i), {label, label}, colour)
                                : brush.over(std::to_string(i), {label, label}, colour, 0.75));
    }
}

/// Steps of one hue; on dark paper they run towards the light, so that the finished stand out on both.
Colour stageColour(const Brush& brush, std::size_t step) {
    const std::size_t steps = brush.layer.stages.size();
    const double share = steps < 2 ? 1 : static_cast<double>(step) / static_cast<double>(steps - 1);
    // Lines cover much ground: they stop before they are as dark as signs.
    const double depth = brush.kind == ShapeKind::Line ? 0.28 : 0.38;
    const double lightness = isDark(brush.wish) ? 0.58 + 0.26 * share : 0.80 - depth * share;
    const Lch own = toLch(brush.ownColour());
    const double least = brush.wish.colours == ColourSet::Grey ? 0 : 0.02;
    return fromLch({lightness, std::clamp(own.chroma, least, 0.13), own.hueDegrees});
}

void addStages(LayerStyle& style, const Brush& brush) {
    for (std::size_t step = 0; step < brush.layer.stages.size(); ++step) {
        const Stage& stage = brush.layer.stages[step];
        const bool done = stage.means == Stage::Means::InService || stage.means == Stage::Means::Closed;
        const Colour colour = stageColour(brush, step);
        PaintClass look = brush.isGround ? brush.ground(stage.code, stage.label, colour)
                                         : brush.over(stage.code, stage.label, colour, done ? 0.7 : 0.25);
        look.filled = done || brush.isGround;
        addClass(style, std::move(look));
    }
}

void addLights(LayerStyle& style, const Brush& brush) {
    for (const LightSign& light : styleBook().lights) {
        const Colour colour = lightColour(light.code, brush.wish.colours, brush.wish.theme);
        PaintClass look = brush.isGround ? brush.ground(light.code, light.label, colour)
                                         : brush.over(light.code, light.label, colour, 0.5);
        look.shape = light.shape;
        look.filled = light.code != "unplanned" || brush.isGround;
        addClass(style, std::move(look));
    }
}

PaintClass plainClass(const Brush& brush) {
    const Colour own = brush.ownColour();
    // A boundary is a line: a tint would change the colours of the land uses inside it.
    return brush.over({}, brush.layer.title, isDark(brush.wish) ? scaled(own, 1.15, 0.8) : own, 0);
}

PaintClass lastClass(const Brush& brush, const StyleRule& rule) {
    switch (rule.kind) {
    case RuleKind::Plain:
        return plainClass(brush);
    case RuleKind::LandUse:
    case RuleKind::RawValue:
        return brush.withoutValue({"未定用途", "No land use"});
    case RuleKind::Stage:
        return brush.withoutValue({"阶段未填", "No stage"});
    case RuleKind::Light:
        return brush.withoutValue({"无灯", "No light"});
    case RuleKind::Category:
    case RuleKind::Graduated:
        break;
    }
    PaintClass look = brush.withoutValue({"未填", "No value"});
    if (const auto width = rule.widthsM.find(""); width != rule.widthsM.end()) {
        look.strokeWidthM = width->second;
    }
    return look;
}

} // namespace

std::string textCell(const LayerSnapshot& snapshot, std::string_view column, std::size_t index) {
    const int position = snapshot.columnIndex(column);
    return position < 0 ? std::string() : toText(snapshot.cell(position, index));
}

std::optional<double>
graduatedValue(const LayerSnapshot& snapshot, std::size_t index, int column, double per) {
    if (column < 0) {
        const auto [page, slot] = snapshot.place(index);
        const double area = page->areas.empty() ? 0 : page->areas[slot];
        return area > 0 ? std::optional(area / per) : std::nullopt;
    }
    const Value cell = snapshot.cell(column, index);
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
        return static_cast<double>(*whole) / per;
    }
    const auto* real = std::get_if<double>(&cell);
    return real != nullptr && std::isfinite(*real) ? std::optional(*real / per) : std::nullopt;
}

std::vector<std::string> valuesAsDelivered(const LayerSnapshot* snapshot) {
    std::set<std::string, decltype(&comesBefore)> values(comesBefore);
    for (std::size_t i = 0; snapshot != nullptr && i < snapshot->size(); ++i) {
        if (!textCell(*snapshot, "lu_code", i).empty()) {
            return {};
        }
        std::string value = textCell(*snapshot, "lu_raw", i);
        if (!value.empty() && values.size() < 20) {
            values.insert(std::move(value));
        }
    }
    return {values.begin(), values.end()};
}

void addClasses(LayerStyle& style,
                const StyleRule& rule,
                const Layer& layer,
                const Catalogue& catalogue,
                const StyleWish& wish,
                const LayerSnapshot* snapshot) {
    const Brush brush{.layer = layer, .wish = wish, .kind = style.kind, .isGround = style.isGround};
    switch (rule.kind) {
    case RuleKind::Plain:
        break;
    case RuleKind::LandUse:
        addLandUses(style, brush, catalogue);
        break;
    case RuleKind::RawValue:
        addValuesAsDelivered(style, brush, snapshot);
        break;
    case RuleKind::Category:
        addCategories(style, brush, rule);
        break;
    case RuleKind::Graduated:
        addGraduated(style, brush, rule, snapshot);
        break;
    case RuleKind::Stage:
        addStages(style, brush);
        break;
    case RuleKind::Light:
        addLights(style, brush);
        break;
    }
    style.classes.push_back(lastClass(brush, rule));
}

} // namespace tuban
