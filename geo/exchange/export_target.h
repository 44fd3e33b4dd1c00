#pragma once

#include "geo/base/result.h"
#include "geo/exchange/export_part.h"

#include <string>
#include <vector>

namespace tuban {

/// Where an export goes.
struct ExportTarget {
    std::string folder;
    std::string stem;   ///< of the one file asked for; empty: files are named after their layers
    std::string ending; ///< ".shp"
};

/// \return Error::Usage when the target has the ending of another format
[[nodiscard]] Result<ExportTarget> resolveTarget(const ExportOptions& options, const std::string& planPath);

/// Files and layers an export is made of: each layer's own shapes, then those of its companion tables. Layers
/// without features are left out unless they were asked for. Paths lie in `folder`.
/// \return Error::Usage for an unknown layer, a condition over several layers, several layers for one file
[[nodiscard]] Result<std::vector<ExportPart>> partsOf(const Plan& plan,
                                                      const ExportOptions& options,
                                                      const ExportTarget& target,
                                                      const std::string& folder);

/// Refuses to put an export over the plan or over a file of another kind.
/// \return Error::Unwritable
[[nodiscard]] Result<void>
checkReplaced(const Plan& plan, const ExportTarget& target, const std::vector<ExportPart>& parts);

} // namespace tuban
