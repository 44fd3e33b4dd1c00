#pragma once

#include "geo/exchange/export_part.h"

namespace tuban {

/// Opens what was written as a stranger would, and compares it with the plan row by row: count, names of
/// fields, every cell, and area, length or place of every shape (to 1e-9).
/// \return Error::Unwritable naming the first thing that came back different, Cancelled
[[nodiscard]] Result<void> readBack(const ExportContext& context, const ExportPart& part);

/// True when two shapes measure the same: areas and lengths to 1e-9, points to 1e-9 of their coordinates.
[[nodiscard]] bool measuresSame(const Geometry& first, const Geometry& second);

} // namespace tuban
