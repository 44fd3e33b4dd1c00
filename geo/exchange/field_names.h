#pragma once

#include "geo/base/result.h"
#include "geo/exchange/export.h"
#include "geo/plan/catalogue.h"

#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// The columns a file gets: the uid, what planners fill, and what is computed; nothing internal.
[[nodiscard]] std::vector<const Column*> exportedColumns(const Layer& layer);

struct NameRules {
    FieldNames style = FieldNames::Pinyin;
    std::string encoding = "UTF-8"; ///< bytes are counted in this one
    std::size_t mostBytes = 10;     ///< 0: no limit
};

/// Field names for columns, in their order: the short names of the catalogue, its column names or its Chinese
/// titles, cut between characters and made unique by a digit at the end, so that no other program has to.
/// \return Error::Usage for an unknown encoding
[[nodiscard]] Result<std::vector<std::string>> fieldNames(const std::vector<const Column*>& columns,
                                                          const NameRules& rules);

} // namespace tuban
