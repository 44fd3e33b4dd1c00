#pragma once

#include "geo/exchange/export_part.h"

namespace tuban {

/// Name of the table of field names that stands beside shapefiles.
inline constexpr const char* sidecarName = "字段对照.csv";

/// Writes the table: file, field, column, Chinese and English title, unit; and the conditions of the export.
/// UTF-8 with a byte order mark, so that spreadsheets read it. What a table already in `target` says of other
/// files is kept. \param folder where it is written \return Error::Unwritable
[[nodiscard]] Result<void> writeSidecar(const ExportContext& context,
                                        const std::vector<ExportPart>& parts,
                                        const std::string& folder,
                                        const std::string& target);

/// The conditions an export was made with, from the table beside it.
struct SidecarConditions {
    std::string where;
    std::string within; ///< "layer:uid"
};
/// \param stem of the shapefile; nothing when there is no table or it does not name the file
[[nodiscard]] SidecarConditions readSidecarConditions(const std::string& folder, const std::string& stem);

} // namespace tuban
