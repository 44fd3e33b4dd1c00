#pragma once

#include "geo/plan/catalogue.h"

#include <string>
#include <string_view>

namespace tuban {

/// The code at `level` (1 is the coarsest) above a land-use code of a scheme; the code itself where it is no
/// finer, or where the scheme does not know it.
[[nodiscard]] std::string
landUseAtLevel(const Catalogue& catalogue, std::string_view scheme, std::string_view code, int level);

} // namespace tuban
