#pragma once

#include "geo/base/result.h"
#include "geo/shape/geometry.h"
#include "geo/shape/geos.h"

#include <optional>
#include <span>
#include <vector>

namespace tuban {

/// How far a work has come where: a line or an area cut into tiles by what was last said of each place. Ranks
/// are positions in the stages of a layer, noRank where nobody said anything and nothing was imported.
inline constexpr int noRank = -1;

/// What one mark says of a stretch or a part of a work.
struct Said {
    int rank = noRank;
    std::optional<double> fromM{}, toM{}; ///< of a stretch, chainage in metres
    Geometry part{};                      ///< of a part: an area in plan CRS
    /// Neither a stretch nor a part: it speaks of the whole.
    [[nodiscard]] bool ofWhole() const { return !fromM && part.empty(); }
};

struct Tile {
    int rank = noRank;
    double amount = 0; ///< metres or m², planar
    double fromM = 0;  ///< of a stretch
    double toM = 0;
};

/// Stretches of a line in order; neighbours of one rank are one. What is said later wins, what lies beyond
/// the line is left out. \param newestFirst parts in it are passed over \param importedRank of what nobody
/// speaks of
[[nodiscard]] std::vector<Tile> tileLine(double lengthM, int importedRank, std::span<const Said> newestFirst);

/// Parts of an area, one tile for each rank. Planar areas by GEOS.
/// \param newestFirst stretches in it are passed over \return Error::BadGeometry
[[nodiscard]] Result<std::vector<Tile>> tileArea(const GeosContext& context,
                                                 const Geometry& area,
                                                 int importedRank,
                                                 std::span<const Said> newestFirst);

[[nodiscard]] double totalOf(std::span<const Tile> tiles);
/// How much has come to `rank` or further.
[[nodiscard]] double reached(std::span<const Tile> tiles, int rank);

/// The rank of the whole: the least that all of it has reached; where only some has started, `startedRank`,
/// for the work is under way and no more can be said.
[[nodiscard]] int rankOfWhole(std::span<const Tile> tiles, int startedRank);

} // namespace tuban
