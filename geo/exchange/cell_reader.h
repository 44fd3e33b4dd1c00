#pragma once

#include "geo/base/value.h"
#include "geo/plan/catalogue.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// What became of a cell on its way into a column.
struct ReadCell {
    Value value;      ///< null when there is nothing or it does not fit
    bool fits = true; ///< false: the column can't hold what the cell says
};

/// A cell as the column holds it: labels of either language become codes, 是/否/yes/no become flags, days are
/// read in any form, numbers also from text with thousands separators or a percent sign.
/// \param factor from the unit of the field to that of the column
[[nodiscard]] ReadCell readCell(
    const Catalogue& catalogue, const Layer& layer, const Column& column, const Value& raw, double factor);

/// A code or the name of a land use, of one scheme.
class LandUseReader {
public:
    /// Chooses the scheme that knows most of the values; none is chosen when no scheme knows at least half of
    /// the different ones. \param values codes or names as delivered
    LandUseReader(const Catalogue& catalogue, const Layer& layer, const std::vector<std::string>& values);

    /// Empty when no scheme was chosen.
    [[nodiscard]] const std::string& scheme() const { return m_scheme; }
    /// The code of a code or name in the scheme given, else in the one chosen; nullopt when it is not known.
    [[nodiscard]] std::optional<std::string> codeOf(std::string_view value,
                                                    std::string_view scheme = {}) const;

private:
    const Catalogue* m_catalogue;
    std::string m_scheme;
};

} // namespace tuban
