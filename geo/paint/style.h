#pragma once

#include "geo/base/text.h"
#include "geo/paint/colour.h"
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
    bool filled = true; ///< points: a filled sign rather than an outlined one; lines: a solid core
};

/// Stage codes by uid, where they are known better than the column `stage` says.
using StageByUid = std::unordered_map<std::string, std::string>;

/// How one layer is drawn: its classes and the rule that gives each feature one. Plain value: share it const
/// between threads.
struct LayerStyle {
    enum class Rule : std::uint8_t { Plain, LandUse, Stage, RawValue };

    std::string layer;
    LocalText title;
    ShapeKind kind = ShapeKind::Area;
    Rule rule = Rule::Plain;
    Symbol symbol = Symbol::Dot;
    std::string labelColumn;
    std::vector<PaintClass> classes; ///< never empty; the last one is for features without a known value
    std::unordered_map<std::string, std::uint16_t> classByKey;

    /// Class of the feature at `index`, an index into `classes`.
    /// \param stages may be null
    [[nodiscard]] std::uint16_t
    classOf(const LayerSnapshot& snapshot, std::size_t index, const StageByUid* stages = nullptr) const;
};

/// Columns a snapshot must carry for its layer to be drawn, labelled and pointed at.
[[nodiscard]] std::vector<std::string> paintColumns(const Layer& layer);

/// The style of a layer by the rules of the catalogue. Land use: the standard colour at 85 % over paper (20 %
/// less chroma on dark paper). Stage: one hue from light to dark, finished stages filled. Where land use
/// codes are missing throughout, the values as delivered (`lu_raw`) get a quiet palette of their own.
/// \param snapshot features to be drawn, may be null: then no class is made for values as delivered
[[nodiscard]] LayerStyle
styleOf(const Layer& layer, const Catalogue& catalogue, Theme theme, const LayerSnapshot* snapshot);

/// The style of a companion table: the classes of its layer, looking as shapes of its kind do.
[[nodiscard]] LayerStyle
companionStyle(const Layer& layer, const Catalogue& catalogue, Theme theme, ShapeKind kind);

} // namespace tuban
