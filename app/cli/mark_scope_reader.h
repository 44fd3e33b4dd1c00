#pragma once

#include "geo/base/result.h"
#include "geo/plan/plan.h"
#include "geo/works/mark.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace tuban {

/// The options that say of which stretch or part a mark speaks.
struct ScopeOptions {
    std::string from;
    std::string to;
    std::string part;                 ///< a file with polygons
    std::vector<std::string> parcels; ///< layer:uid
};

/// Adds --from, --to, --part, --parcel and --work-layer.
void addScope(CLI::App& app, ScopeOptions& options, std::string& workLayer);

/// Fills the draft's stretch or part. \return Error::Usage, and those of the file
[[nodiscard]] Result<void> readScope(const ScopeOptions& options, const Plan& plan, MarkDraft& draft);

/// Metres of "150", "150.5", "K0+150" or "k1+050.25"; nullopt for anything else.
[[nodiscard]] std::optional<double> parseChainage(std::string_view text);
/// "K1+050" or, where it is no whole metre, "K1+050.250".
[[nodiscard]] std::string chainageText(double metres);

} // namespace tuban
