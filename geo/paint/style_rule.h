#pragma once

#include "geo/base/text.h"
#include "geo/paint/breaks.h"
#include "geo/plan/catalogue.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// What gives a feature its class.
enum class RuleKind : std::uint8_t {
    Plain,     ///< all alike
    LandUse,   ///< code of a land-use standard
    RawValue,  ///< land use as delivered, where no feature has a code
    Category,  ///< value of a column with a domain
    Graduated, ///< number of a column, or the area of the shape, in classes
    Stage,     ///< stage of progress
    Light,     ///< traffic light of a work
};

/// Lines over the colour of land that something is wrong with.
enum class Hatch : std::uint8_t { None, Idle, Inefficient };

/// Land that gets a hatch: the column holds anything but nothing or 0.
struct HatchRule {
    std::string column;
    Hatch hatch = Hatch::None;
    LocalText label;
};

/// One way to draw a layer, as data/catalogue/styles.json says it.
struct StyleRule {
    std::string name{}; ///< "land_use", "stage", "light", "plain", "far" …, or that of a column with a domain
    LocalText title{};
    RuleKind kind = RuleKind::Plain;
    std::string column{}; ///< category, graduated; "@area": planar area of the shape
    LocalText unit{};     ///< graduated: as the legend writes it
    double per = 1;       ///< graduated: what one unit is in those of the column
    BreakMethod method = BreakMethod::Listed;
    std::vector<double> breaks{}; ///< Listed: bounds in units of the legend
    std::string ramp = "ember";
    std::map<std::string, double> widthsM{}; ///< lines: width on the ground by value; "" for the others
    std::vector<HatchRule> hatches{};
};

/// The ways to draw a layer: those of the catalogue, its usual one first, then one for each of its columns
/// with a domain.
[[nodiscard]] std::vector<StyleRule> styleRules(const Layer& layer);

/// The rule of a name; the usual one for an empty or unknown name. A graduated rule may be named with a
/// method of its own: "far:quantile".
[[nodiscard]] StyleRule styleRule(const Layer& layer, std::string_view name);

} // namespace tuban
