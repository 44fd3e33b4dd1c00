#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/plan/plan.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tuban {

enum class OnInvalid { Repair, Skip, Stop };
enum class OnMatch { Keep, Replace, Skip };

struct ImportOptions {
    std::string source;                                   ///< file, folder of a shapefile, .zip, or workbook
    std::string layer;                                    ///< layer of the plan
    std::string sourceLayer;                              ///< needed when the source has several; a sheet
    std::size_t headingRow = 0;                           ///< of a sheet, from 1; 0: found
    std::string crs;                                      ///< empty: from the file, else from the digits
    std::string encoding;                                 ///< empty: .cpg, LDID, or sniffed
    std::vector<std::pair<std::string, std::string>> map; ///< column = field; overrides the aliases
    std::string where;                                    ///< over the source's fields
    std::string match; ///< column of the layer, "shape", or empty: number, uid, then shape decide
    std::optional<OnMatch> onMatch;
    OnInvalid onInvalid = OnInvalid::Repair;
    bool dryRun = false;
    std::string by;
};

struct ImportReport {
    std::string source, driver, layer, sourceLayer;
    std::int64_t read = 0, written = 0;
    struct Skipped {
        std::string feature, reason;
    };
    struct Repaired {
        std::string feature, what;
        double areaChangeM2 = 0;
    };
    std::vector<Skipped> skipped;
    std::vector<Repaired> repaired;
    std::string crsCode, crsFrom;                             ///< from: file, option, digits
    std::string encodingName, encodingFrom;                   ///< from: cpg, ldid, sniffed, option, driver
    std::vector<std::pair<std::string, std::string>> mapping; ///< column, field
    std::int64_t added = 0, changedShape = 0, changedValues = 0, same = 0;
    std::vector<std::string> gone; ///< names of present features the file no longer has; never deleted
    struct Unmatched {
        std::string column, value;
        std::int64_t count = 0;
    };
    std::vector<Unmatched> unmatched; ///< values outside a column's domain, kept in lu_raw or note
    std::vector<std::string> warnings;
};

/// Brings a file into a layer as one journal entry. Nothing is written on failure, on cancel or in a dry run.
/// \return Error::Unreadable (names the layers when several), BadCrs, Usage, Conflict (rows would double;
/// says how
///         many and what to do), Cancelled, Busy, ReadOnly
[[nodiscard]] Result<ImportReport>
importFile(Plan& plan, const ImportOptions& options, const Progress& progress = {});

/// What a file holds, before anything is imported.
struct SourcePreview {
    std::string driver;
    std::vector<std::string> layers;
    std::string layer; ///< the one shown
    std::int64_t features = 0;
    std::string geometry; ///< "Polygon", "LineString" …
    std::string crsCode, crsName, crsFrom, crsReason;
    std::string encodingName, encodingFrom;
    std::vector<std::string> fields;
    std::vector<std::vector<std::string>> rows;               ///< first rows as text
    std::vector<std::pair<std::string, std::string>> mapping; ///< column, field, for the layer of the plan
    std::string suggestedLayer;                               ///< layer of the plan that fits best
};
/// \param options source, sourceLayer, crs, encoding, layer as far as known
[[nodiscard]] Result<SourcePreview>
previewSource(const Plan& plan, const ImportOptions& options, int maxRows = 8);

} // namespace tuban
