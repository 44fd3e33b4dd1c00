#pragma once

#include "geo/exchange/export.h"
#include "geo/exchange/sidecar.h"
#include "geo/exchange/source.h"

#include <string>
#include <vector>

namespace tuban {

struct FileRow {
    std::vector<Value> cells;
    Geometry shape; ///< plan CRS
};

/// One layer of an export, read whole.
struct FileLayer {
    std::string name;
    std::vector<Column> fields;
    std::vector<FileRow> rows;
    SidecarConditions conditions;
    bool hasShapes = false;
    bool sameCrs =
        true; ///< shapes came in the plan's system: compared to 1e-9, else to a micrometre of boundary
};

/// Compares a layer of a file with the plan: rows are found by uid, cells after mapping labels back to codes.
/// \return Error::Unreadable when the file has no field with uids of the plan
[[nodiscard]] Result<VerifyReport::LayerPart> compareLayer(const Plan& plan, const FileLayer& file);

} // namespace tuban
