#pragma once

#include "geo/demo/random.h"

#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// What a block is mainly for.
enum class BlockKind { Residential, Commerce, Industry, Research, Logistics, Civic, Park, Reserve, Rural };
inline constexpr std::size_t blockKinds = 9;

/// Figures that a detailed plan sets for a use.
struct PlanFigures {
    double farMin = 0, farMax = 0, densityMax = 0, greenMin = 0, heightMaxM = 0;
};

/// Land-use codes (MNR2023) for the parcels of a block, those that take little land first.
/// \param ordinal number of the block among those of its kind, so that schools and parks come at intervals
[[nodiscard]] std::vector<std::string_view> usesOf(BlockKind kind, int parcels, int ordinal, Random& random);

/// How many parcels a block of this kind has, beside others.
[[nodiscard]] double parcelWeightOf(BlockKind kind);
/// How much land a parcel of this use takes, beside others.
[[nodiscard]] double landWeightOf(std::string_view code);

/// Code of the use a block is coloured by.
[[nodiscard]] std::string_view mainUseOf(BlockKind kind);

[[nodiscard]] PlanFigures planFigures(std::string_view code, Random& random);
/// True for a use that may lie inside a parcel of the other one: a pond in a park, a kindergarten among
/// homes.
[[nodiscard]] bool liesInside(std::string_view code, std::string_view around);
/// True for land that is built on.
[[nodiscard]] bool isBuilt(std::string_view code);

} // namespace tuban
