#pragma once

#include "geo/base/text.h"
#include "geo/paint/colour.h"
#include "geo/paint/colour_set.h"
#include "geo/paint/style_book.h"
#include "geo/paint/theme.h"
#include "geo/plan/catalogue.h"
#include "geo/plan/snapshot.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tuban {

/// The sign of a point feature.
enum class Symbol : std::uint8_t { Dot, Parking, Tree, Project, Hoarding, Facility, Issue };

/// How the features of one class look. Widths are logical pixels at street level.
struct PaintClass {
    std::string key; ///< "MNR2023:0701", "building", "" for the class without a value
    LocalText label;
    Colour fill;
    Colour stroke;
    double strokeWidthPx = 0.7;
    bool filled = true;      ///< points: a filled sign rather than an outlined one; lines: a solid core
    double strokeWidthM = 0; ///< lines: width on the ground, in place of that in pixels where it is not 0
    LightShape shape = LightShape::None; ///< points: the sign is this light instead of the layer's own
};

/// What lies over the look of its class at one feature.
struct Accent {
    Hatch hatch = Hatch::None;
    LightShape light = LightShape::None; ///< points: badge of a sign
    Colour lightColour{};
    bool silent = false; ///< points: nobody said anything for too long
    friend bool operator==(const Accent&, const Accent&) = default;
};

/// Stage codes by uid, where they are known better than the column `stage` says.
using StageByUid = std::unordered_map<std::string, std::string>;

/// The light of a work as the rules of works give it.
struct LightCode {
    std::string code; ///< "late"
    bool silent = false;
    friend bool operator==(const LightCode&, const LightCode&) = default;
};
using LightByUid = std::unordered_map<std::string, LightCode>;

/// How one layer is drawn: its classes and the rule that gives each feature one. Plain value: share it const
/// between threads.
struct LayerStyle {
    using Rule = RuleKind;

    std::string layer;
    LocalText title;
    ShapeKind kind = ShapeKind::Area;
    Rule rule = Rule::Plain;
    LocalText ruleTitle; ///< what the classes are by: "Floor area ratio"
    LocalText unit;      ///< of graduated classes
    std::string column;  ///< of categories and graduated classes; "@area": the shape's own
    double per = 1;
    std::vector<double> breaks;     ///< bounds of graduated classes, in units of the legend
    std::vector<HatchRule> hatches; ///< the first that fits
    bool isGround = false;          ///< covers the paper: lies below everything else
    Symbol symbol = Symbol::Dot;
    std::string labelColumn;
    std::vector<PaintClass> classes; ///< never empty; the last one is for features without a known value
    std::unordered_map<std::string, std::uint16_t> classByKey;
    std::unordered_map<std::string, Accent>
        badgeByLight; ///< points by anything but their light: the rest of it

    /// Class of the feature at `index`, an index into `classes`.
    /// \param stages may be null \param lights may be null
    [[nodiscard]] std::uint16_t classOf(const LayerSnapshot& snapshot,
                                        std::size_t index,
                                        const StageByUid* stages = nullptr,
                                        const LightByUid* lights = nullptr) const;
    /// What lies over its class. \param lights may be null
    [[nodiscard]] Accent
    accentOf(const LayerSnapshot& snapshot, std::size_t index, const LightByUid* lights = nullptr) const;
    /// False when accentOf() never gives anything.
    [[nodiscard]] bool hasAccents() const { return !hatches.empty() || !badgeByLight.empty(); }
    /// True when its look follows the lights of works.
    [[nodiscard]] bool usesLights() const { return rule == Rule::Light || !badgeByLight.empty(); }
};

/// How a layer is wished to be drawn.
struct StyleWish {
    std::string style{}; ///< name of a StyleRule; the layer's usual one when empty
    Theme theme = Theme::Light;
    ColourSet colours = ColourSet::Standard;
};

/// Columns a snapshot must carry for its layer to be drawn, labelled and pointed at.
/// \param style name of a StyleRule, the layer's usual one when empty
[[nodiscard]] std::vector<std::string> paintColumns(const Layer& layer, std::string_view style = {});

/// The style of a layer by a rule of the catalogue. Land use: the standard colour at 85 % over paper (20 %
/// less chroma on dark paper). Stage: one hue from light to dark, finished stages filled. Where land use
/// codes are missing throughout, the values as delivered (`lu_raw`) get a quiet palette of their own.
/// \param snapshot features to be drawn, may be null: then no class is made that follows from their values
[[nodiscard]] LayerStyle
styleOf(const Layer& layer, const Catalogue& catalogue, const StyleWish& wish, const LayerSnapshot* snapshot);

/// The style of a companion table: the classes of its layer, looking as shapes of its kind do.
/// \param owners features of the layer, may be null
[[nodiscard]] LayerStyle companionStyle(const Layer& layer,
                                        const Catalogue& catalogue,
                                        const StyleWish& wish,
                                        ShapeKind kind,
                                        const LayerSnapshot* owners);

} // namespace tuban
