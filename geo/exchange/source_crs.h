#pragma once

#include "geo/base/result.h"
#include "geo/crs/crs.h"
#include "geo/shape/geometry.h"

#include <string>
#include <vector>

namespace tuban {

struct SourceCrs {
    Crs crs;
    std::string from;     ///< file, option, digits
    std::string reason;   ///< one sentence when it rests on the digits
    bool swapped = false; ///< the file gives north before east
    std::vector<std::string> warnings;
};

/// Which system the coordinates of a file are in: as the option says, else as the file says where the digits
/// do not contradict it, else as the digits say.
/// \param fileText "EPSG:n" or WKT, may be empty \param box of the coordinates as they stand
/// \return Error::BadCrs when nothing tells
[[nodiscard]] Result<SourceCrs>
chooseCrs(const std::string& option, const std::string& fileText, const Box& box, const Crs& plan);

} // namespace tuban
