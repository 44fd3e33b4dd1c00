#pragma once

#include "geo/base/result.h"
#include "geo/measure/tiling.h"
#include "geo/plan/catalogue.h"
#include "geo/plan/database.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// Position of a stage in the life cycle of a layer; noRank for an empty or unknown code.
[[nodiscard]] int rankOf(const Layer& layer, std::string_view stageCode);
/// The first stage that counts as started; past the last when a layer has none.
[[nodiscard]] int startedRank(const Layer& layer);
/// The first stage in service, of a layer without such a one the first that is closed.
[[nodiscard]] int serviceRank(const Layer& layer);

/// What a live mark says, as far as the state of its feature follows from it.
struct WorkMark {
    std::string onDate{};
    Said said{};             ///< rank noRank: no change of stage
    std::string workLayer{}; ///< not empty: it speaks of this layer of construction alone
    std::string state{};
    std::optional<double> percent{};
};

/// A mark of a row whose columns from `first` on are stage, percent, state, on_date, work_layer, from_m, to_m
/// and the shape of mark_extent. \return Error::Corrupt naming the part that cannot be read
[[nodiscard]] Result<WorkMark> workMarkOf(const Layer& layer, const Statement& row, int first);

/// What the live marks up to a day say of a feature.
struct WorkState {
    enum class By : std::uint8_t { Length, Area, Stated } by = By::Stated;
    int rank = noRank;
    bool fromMarks = false; ///< the stage is said by marks, not imported
    std::string since{};    ///< day of the first mark of those that say this stage without a break
    /// Percent in service by length or area; where no stretch or part was marked the stated one, if there is
    /// one; none when nobody can tell.
    std::optional<double> percent{};
    std::optional<double> statedPercent{}; ///< of the newest mark of the whole that has one
    std::string state{};                   ///< of the newest mark
    std::string lastSeen{};                ///< day of the newest mark
    bool measured = false;                 ///< percent follows from marked stretches or parts
    std::vector<Tile> tiles{};             ///< of a line, and of an area that was marked in parts
    double totalAmount = 0;                ///< m or m² of the whole shape; 0 without tiles
};

/// The one rule by which stage and percent follow from marks: what was said last of a stretch or a part holds
/// there, the imported stage everywhere else.
/// \param shape line or area over which the work is measured; empty where there is none
/// \return Error::BadGeometry for parts that GEOS refuses
[[nodiscard]] Result<WorkState> workState(const GeosContext& context,
                                          const Layer& layer,
                                          const Geometry& shape,
                                          int importedRank,
                                          std::span<const WorkMark> newestFirst);

/// The shape over which the progress of a feature is measured: its own line or area, of a point the union of
/// its further areas; empty where it has none. \return Error::Corrupt, BadGeometry
[[nodiscard]] Result<Geometry>
workShape(const GeosContext& context, const Database& database, const Layer& layer, std::string_view uid);

} // namespace tuban
