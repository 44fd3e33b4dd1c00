#pragma once

#include "geo/base/result.h"
#include "geo/plan/catalogue.h"

#include <format>
#include <string_view>
#include <vector>

namespace tuban {

/// Text of a file of data/ that is built in ("schema/0001_plan.sql"); empty when there is none of that name.
[[nodiscard]] std::string_view embeddedFile(std::string_view name);

/// The land-use codes of land_use_codes.csv, sorted by scheme and code.
[[nodiscard]] Result<std::vector<LandUse>> readLandUses();

/// A fault of the build: an entry of the catalogue's files that cannot be used.
[[nodiscard]] inline std::unexpected<Error> catalogueFault(std::string_view entry, std::string_view what) {
    return failure(ErrorCode::Corrupt, std::format("The catalogue's entry {} {}.", entry, what));
}

} // namespace tuban
