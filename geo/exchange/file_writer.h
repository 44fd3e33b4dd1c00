#pragma once

#include "geo/exchange/export_part.h"

namespace tuban {

/// Writes the rows of a part to its file with GDAL: one shapefile with .prj, .cpg and language byte, one
/// GeoJSON, or one layer of a GeoPackage (made where it is not there yet).
/// \return losses and count; Error::Unwritable with GDAL's words, Cancelled
[[nodiscard]] Result<ExportReport::LayerPart> writeFile(const ExportContext& context, const ExportPart& part);

/// The same as CSV, without shapes: the anchor of each feature stands in two columns N and E.
[[nodiscard]] Result<ExportReport::LayerPart> writeCsv(const ExportContext& context, const ExportPart& part);

/// Names of the two columns of a CSV after the fields.
inline constexpr const char* csvNorth = "N";
inline constexpr const char* csvEast = "E";

/// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
[[nodiscard]] std::string csvText(const Value& value);

} // namespace tuban
