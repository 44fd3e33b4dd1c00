#pragma once

#include "geo/paint/display.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tuban {

/// One line of a legend: a class that has features, with how many and how much land.
struct LegendRow {
    std::string code; ///< "0701", "building", "" for features without a value
    LocalText label;
    PaintClass look;
    std::int64_t count = 0;
    double areaPlanarM2 = 0;   ///< in the projection of the plan; 0 for points and lines
    Hatch hatch = Hatch::None; ///< a row of a hatch: its features are counted in their classes as well
};

/// The legend of a layer in the order of its classes. Every feature is counted in exactly one row of a class;
/// rows of the hatches that lie over some of them come last.
[[nodiscard]] std::vector<LegendRow>
legendOf(const LayerSnapshot& snapshot, const LayerStyle& style, const std::vector<std::uint16_t>& classes);

/// Rows joined while there are more than `most`: land uses of the deepest level into the land use above them,
/// level by level. Sums stay the same. \param style of the rows
[[nodiscard]] std::vector<LegendRow> joinedUses(std::vector<LegendRow> rows,
                                                std::size_t most,
                                                const Catalogue& catalogue,
                                                const LayerStyle& style);

/// At most `most` rows of classes: the smallest become one that is called "other" and has no colour. Sums
/// stay the same; rows of hatches stay as they are.
/// \pre most > 0
[[nodiscard]] std::vector<LegendRow> foldedTo(std::vector<LegendRow> rows, std::size_t most);

/// True for the row that foldedTo() made of several.
[[nodiscard]] bool isRest(const LegendRow& row);

/// joinedUses() and then foldedTo(). \pre most > 0
[[nodiscard]] std::vector<LegendRow>
shortened(std::vector<LegendRow> rows, std::size_t most, const Catalogue& catalogue, const LayerStyle& style);

} // namespace tuban
