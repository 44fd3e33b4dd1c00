#pragma once

#include "geo/exchange/field_match.h"
#include "geo/exchange/import.h"
#include "geo/exchange/source.h"
#include "geo/exchange/source_crs.h"

#include <string>
#include <vector>

namespace tuban {

/// A row of the file as the layer would hold it.
struct IncomingRow {
    std::int64_t fid = 0;
    std::string uid;           ///< the file's, when it is one of ours; else empty
    std::string key;           ///< what names the row in its source
    std::vector<Value> values; ///< in the order of Incoming::columns
    std::string kept;          ///< "column: value" of cells that fit nowhere; goes to the note
    Geometry shape;            ///< of the layer's kind, plan CRS; empty when there is none
    Geometry further;          ///< for the companion table `further` of Incoming; usually empty
    int companion = -1;        ///< index into Layer::companions of `further`
};

/// All rows of a file, ready to be compared with the plan.
struct Incoming {
    const Layer* layer = nullptr;
    std::vector<const Column*> columns; ///< that the file has something to say about
    std::vector<IncomingRow> rows;
    SourceCrs crs;
    bool isTable = false; ///< a sheet of a workbook: its rows need no shape and are known by their names
};

/// Reads, places, repairs and translates all rows; what is left out or changed is told in `report`.
/// \return Error::Unreadable, BadCrs, Usage, BadGeometry (with OnInvalid::Stop, naming the feature),
/// Cancelled
[[nodiscard]] Result<Incoming> readIncoming(const Plan& plan,
                                            const Layer& layer,
                                            Source& source,
                                            const ImportOptions& options,
                                            ImportReport& report,
                                            const Progress& progress);

/// The fields of a file as columns of a layer of their own, for conditions on them.
[[nodiscard]] Layer layerOfFields(const Source& source);

} // namespace tuban
