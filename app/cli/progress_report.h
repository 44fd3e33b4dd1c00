#pragma once

#include "app/cli/json.h"
#include "geo/works/light_of.h"
#include "geo/works/progress.h"

#include <optional>
#include <string>
#include <vector>

namespace tuban {

/// `layer:uid`.
[[nodiscard]] std::string featureName(const FeatureProgress& each);
/// "42.0 %", empty for none.
[[nodiscard]] std::string percentText(const std::optional<double>& percent);

/// A feature in the answer of `progress`. \param light, before may be null
[[nodiscard]] Json progressEntry(const FeatureProgress& each,
                                 const LightOfWork* light,
                                 const FeatureProgress* before,
                                 const std::string& language);
/// The same for people.
[[nodiscard]] std::string progressTable(const std::vector<FeatureProgress>& all,
                                        const LightsByLayer& lights,
                                        const std::string& language);

} // namespace tuban
