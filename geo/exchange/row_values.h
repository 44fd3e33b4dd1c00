#pragma once

#include "geo/exchange/incoming.h"

#include <string>
#include <vector>

namespace tuban {

/// Cells of one row of the file, in the order of the fields asked for.
using RawCells = std::vector<Value>;

/// Turns the cells of all rows into values of the layer's columns: fills `columns` and, for each row,
/// `values`, `kept`, `key` and `uid` of `incoming`. Values that fit nowhere are counted in the report.
/// \param fields the field of the source each cell comes from
void readValues(const Plan& plan,
                const Source& source,
                const FieldMatches& matches,
                const std::vector<std::size_t>& fields,
                const std::vector<RawCells>& cells,
                Incoming& incoming,
                ImportReport& report);

} // namespace tuban
