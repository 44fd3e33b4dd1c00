#pragma once

#include <string>
#include <vector>

namespace tuban {

struct GeometryColumn {
    std::string table;
    std::string column;
};

/// The eight triggers that SpatiaLite 5 keeps on a geometry column with a spatial index, as it writes them.
[[nodiscard]] std::vector<std::string> spatialiteTriggers(const GeometryColumn& column);

} // namespace tuban
