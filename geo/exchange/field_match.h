#pragma once

#include "geo/base/result.h"
#include "geo/exchange/sheet_table.h"
#include "geo/plan/catalogue.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tuban {

/// A field of a file that fills a column of the layer.
struct MatchedField {
    const Column* column = nullptr;
    std::size_t field = 0;
    double factor = 1; ///< from the unit in the field's name to the column's: 面积(公顷) → m² is 10,000
};

struct FieldMatches {
    std::vector<MatchedField> columns; ///< what planners fill, in the order of the layer
    std::optional<std::size_t> uid;    ///< field that holds our own uids
    std::optional<std::size_t>
        key; ///< field that names a row in its source (id, fid …), also when it fills a column
    std::vector<std::size_t> leftOver; ///< fields that fill nothing
};

/// Finds the column for each field: by the pairs given, then by column name, short name, alias, title and the
/// names our own exports give, without regard to case; last by a name that ends in a unit. A column takes one
/// field, a field fills one column. Computed columns take none.
/// \param given pairs of column and field; an empty field leaves the column empty
/// \return Error::Usage for a column or field of `given` that does not exist, with the nearest name
[[nodiscard]] Result<FieldMatches> matchFields(const Layer& layer,
                                               const std::vector<Column>& fields,
                                               const std::vector<std::pair<std::string, std::string>>& given);

/// How many of a row of words are names of columns of the layer; of the layer that knows most of them.
[[nodiscard]] HeadingScore headingScore(const Layer& layer);
[[nodiscard]] HeadingScore headingScore(const Catalogue& catalogue);

} // namespace tuban
