#pragma once

#include "geo/paint/style.h"
#include "geo/works/mark.h"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace tuban {

/// Stages as marks say them, by layer: for each feature that of its newest mark that names one.
using StagesByLayer = std::map<std::string, std::shared_ptr<const StageByUid>, std::less<>>;

/// \param marks live ones, in any order
/// \param day later ones do not count, `YYYY-MM-DD`
[[nodiscard]] StagesByLayer stagesOf(std::span<const Mark> marks, std::string_view day);

} // namespace tuban
