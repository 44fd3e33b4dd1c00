#pragma once

#include "geo/paint/style.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// Gives a style the classes of a rule, the one for features without a value last. For styleOf().
/// \param style with its layer, kind and rule \param snapshot features to be drawn, may be null
void addClasses(LayerStyle& style,
                const StyleRule& rule,
                const Layer& layer,
                const Catalogue& catalogue,
                const StyleWish& wish,
                const LayerSnapshot* snapshot);

/// Number of a feature that graduated classes are made of, in units of the legend; nullopt without one.
[[nodiscard]] std::optional<double>
graduatedValue(const LayerSnapshot& snapshot, std::size_t index, int column, double per);

/// Values of lu_raw, at most 20, when no feature has a code of a standard; empty otherwise.
[[nodiscard]] std::vector<std::string> valuesAsDelivered(const LayerSnapshot* snapshot);

/// A cell as text; empty where the snapshot has no such column.
[[nodiscard]] std::string textCell(const LayerSnapshot& snapshot, std::string_view column, std::size_t index);

} // namespace tuban
