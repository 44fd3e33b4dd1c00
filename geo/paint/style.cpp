#include "geo/paint/style.h"

#include "geo/paint/style_classes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tuban {

namespace {

std::string landUseKey(const LayerSnapshot& snapshot, std::size_t index) {
    const std::string code = textCell(snapshot, "lu_code", index);
    if (code.empty()) {
        return {};
    }
    const std::string scheme = textCell(snapshot, "lu_scheme", index);
    return (scheme.empty() ? "MNR2023" : scheme) + ":" + code;
}

std::string stageKey(const LayerSnapshot& snapshot, std::size_t index, const StageByUid* stages) {
    if (stages != nullptr) {
        const auto known = stages->find(snapshot.uid(index));
        if (known != stages->end() && !known->second.empty()) {
            return known->second;
        }
    }
    return textCell(snapshot, "stage", index);
}

std::string lightKey(const LayerSnapshot& snapshot, std::size_t index, const LightByUid* lights) {
    const auto known = lights == nullptr ? LightByUid::const_iterator() : lights->find(snapshot.uid(index));
    return lights == nullptr || known == lights->end() ? std::string() : known->second.code;
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

/// Lights that ask for attention; the others would only make the map restless.
void addBadges(LayerStyle& style, const StyleWish& wish) {
    for (const LightSign& light : styleBook().lights) {
        const bool asks = light.code == "due" || light.code == "late" || light.code == "badly_late" ||
                          light.code == "halted";
        style.badgeByLight.emplace(light.code,
                                   Accent{.light = asks ? light.shape : LightShape::None,
                                          .lightColour = lightColour(light.code, wish.colours, wish.theme)});
    }
}

bool isSet(const std::string& cell) {
    return !cell.empty() && cell != "0";
}

LayerStyle madeStyle(const Layer& layer,
                     const Catalogue& catalogue,
                     const StyleWish& wish,
                     ShapeKind kind,
                     const LayerSnapshot* snapshot) {
    StyleRule rule = styleRule(layer, wish.style);
    if (rule.kind == RuleKind::LandUse && !valuesAsDelivered(snapshot).empty()) {
        rule.kind = RuleKind::RawValue;
    }
    LayerStyle style;
    style.layer = layer.name;
    style.title = layer.title;
    style.kind = kind;
    style.rule = rule.kind;
    style.ruleTitle = rule.title;
    style.unit = rule.unit;
    style.column = rule.column;
    style.per = rule.per;
    style.isGround = layer.style == "land_use" && kind == ShapeKind::Area && rule.kind != RuleKind::Plain;
    style.symbol = symbolOf(layer.name);
    style.labelColumn = layer.labelColumn.empty() ? "name" : layer.labelColumn;
    if (kind == ShapeKind::Area) {
        style.hatches = rule.hatches;
    }
    if (kind == ShapeKind::Point && layer.geometry == kind && !layer.stages.empty() &&
        rule.kind != RuleKind::Plain) {
        addBadges(style, wish);
    }
    addClasses(style, rule, layer, catalogue, wish, snapshot);
    return style;
}

} // namespace

std::uint16_t LayerStyle::classOf(const LayerSnapshot& snapshot,
                                  std::size_t index,
                                  const StageByUid* stages,
                                  const LightByUid* lights) const {
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
    case Rule::Category:
        key = textCell(snapshot, column, index);
        break;
    case Rule::Graduated: {
        const int position = column == "@area" ? -1 : snapshot.columnIndex(column);
        if (position < 0 && column != "@area") {
            return last;
        }
        const auto value = graduatedValue(snapshot, index, position, per);
        return value ? static_cast<std::uint16_t>(classOfValue(*value, breaks)) : last;
    }
    case Rule::Stage:
        key = stageKey(snapshot, index, stages);
        break;
    case Rule::Light:
        key = lightKey(snapshot, index, lights);
        break;
    }
    const auto found = classByKey.find(key);
    return found == classByKey.end() ? last : found->second;
}

Accent
LayerStyle::accentOf(const LayerSnapshot& snapshot, std::size_t index, const LightByUid* lights) const {
    Accent accent;
    for (const HatchRule& hatch : hatches) {
        if (isSet(textCell(snapshot, hatch.column, index))) {
            accent.hatch = hatch.hatch;
            break;
        }
    }
    if (lights != nullptr && !badgeByLight.empty()) {
        if (const auto known = lights->find(snapshot.uid(index)); known != lights->end()) {
            // A sign that is the light itself needs no badge of it.
            if (const auto badge = badgeByLight.find(known->second.code);
                badge != badgeByLight.end() && rule != Rule::Light) {
                accent = badge->second;
            }
            accent.silent = known->second.silent;
        }
    }
    return accent;
}

std::vector<std::string> paintColumns(const Layer& layer, std::string_view style) {
    const StyleRule rule = styleRule(layer, style);
    std::vector<std::string> wanted{
        layer.labelColumn, "name", "lu_scheme", "lu_code", "lu_raw", "stage", rule.column};
    for (const HatchRule& hatch : rule.hatches) {
        wanted.push_back(hatch.column);
    }
    std::vector<std::string> columns;
    for (const std::string& name : wanted) {
        if (layer.column(name) != nullptr && !std::ranges::contains(columns, name)) {
            columns.push_back(name);
        }
    }
    return columns;
}

LayerStyle styleOf(const Layer& layer,
                   const Catalogue& catalogue,
                   const StyleWish& wish,
                   const LayerSnapshot* snapshot) {
    return madeStyle(layer, catalogue, wish, layer.geometry, snapshot);
}

LayerStyle companionStyle(const Layer& layer,
                          const Catalogue& catalogue,
                          const StyleWish& wish,
                          ShapeKind kind,
                          const LayerSnapshot* owners) {
    LayerStyle style = madeStyle(layer, catalogue, wish, kind, owners);
    for (PaintClass& look : style.classes) {
        look.strokeWidthM = 0;
        if (kind == ShapeKind::Area) {
            // Ground that belongs to a sign or a line stays quieter than they are.
            look.fill = look.fill.withAlpha(look.filled ? 0.22 : 0.12);
            look.strokeWidthPx = 0.8;
        }
    }
    return style;
}

} // namespace tuban
