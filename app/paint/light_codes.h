#pragma once

#include "geo/paint/style.h"
#include "geo/works/light.h"

#include <string>
#include <unordered_map>

namespace tuban {

/// The lights of works by uid, as a style reads them.
[[nodiscard]] LightByUid lightCodesOf(const std::unordered_map<std::string, LightOfWork>& lights);

} // namespace tuban
