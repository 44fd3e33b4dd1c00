#pragma once

#include "geo/exchange/incoming.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// A row that the layer holds already.
struct PresentRow {
    std::string uid;
    std::string name;                   ///< for lists: number or name, else the uid
    std::vector<std::string> callNames; ///< its name and aliases, for tables; see comparableName()
    std::string key;                    ///< source_key
    std::string note;
    bool retired = false;      ///< kept for its past only: never missed
    std::vector<Value> values; ///< in the order of Incoming::columns
    Geometry shape;
    Geometry further; ///< of the companion table that the file brings, if it brings one
};

enum class RowFate { New, ChangedShape, ChangedValues, Same };

/// What each row of a file is to the layer.
struct RowMatches {
    std::vector<PresentRow> present;
    std::vector<std::int64_t> presentOf; ///< for each row of the file; -1: new
    std::vector<RowFate> fates;          ///< for each row of the file
    std::vector<std::string> gone;       ///< names of rows of the same source or place the file has no more
    [[nodiscard]] std::int64_t count(RowFate fate) const;
};

/// Finds for each row of the file the row of the layer it is. In this order, each present row once: by the
/// column `match`, or when that is empty by uid and by the layer's number; by the very same shape; by a shape
/// that covers it to 95 %; by the key in the source, when it has not moved by more than its size or 100 m; by
/// the shape that covers it best, at least half. `match` = "shape" leaves uid and number out.
/// Rows of a table (Incoming::isTable) are known by uid, by number and name together, by name, by alias, and
/// by a number where one of the two has no name or they begin alike: running numbers move.
/// \return Error::Usage for a column the layer does not have, Error::Cancelled
[[nodiscard]] Result<RowMatches>
matchRows(const Plan& plan, const Incoming& incoming, const std::string& match, const Progress& progress);

/// A cell of the file says nothing new: it is empty or equals the plan's.
[[nodiscard]] bool saysNothingNew(const Value& incoming, const Value& present);

/// Column that holds a planner's number for the features of a layer; null when there is none.
[[nodiscard]] const Column* numberColumn(const Layer& layer);

} // namespace tuban
