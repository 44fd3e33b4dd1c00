#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/base/value.h"
#include "geo/exchange/shape_bridge.h"
#include "geo/exchange/sheet_table.h"
#include "geo/exchange/source_files.h"
#include "geo/exchange/text_codec.h"
#include "geo/gdal/handles.h"
#include "geo/plan/catalogue.h"
#include "geo/plan/expression.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tuban {

/// Files made for reading (a rebuilt index) that go when reading is over.
class ScratchFolder {
public:
    ScratchFolder() = default;
    ~ScratchFolder();
    ScratchFolder(ScratchFolder&& other) noexcept;
    ScratchFolder& operator=(ScratchFolder&& other) noexcept;
    [[nodiscard]] static ScratchFolder make();
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path; // empty: nothing was made
};

/// One layer of a file from outside, open for reading. Thread rule: one thread at a time; move-only.
struct Source {
    ScratchFolder scratch; // declared before the dataset: goes after it
    DatasetPointer dataset;
    OGRLayerH layerHandle = nullptr;

    std::string shown; ///< the path as the planner gave it
    SourceFile file;
    std::string driver;              ///< "ESRI Shapefile", "GPKG", "GeoJSON"
    std::vector<std::string> layers; ///< of the file or of all files of an archive or folder
    std::string layer;
    std::vector<Column> fields; ///< names in UTF-8, types as far as the plan has them
    std::optional<TextDecoder> decoder;
    std::string encodingName, encodingFrom;
    std::vector<std::string> warnings;
};

struct SourceRequest {
    std::string path;
    std::string layer;           ///< empty: the only one
    std::string encoding;        ///< empty: .cpg, language byte, or sniffed
    bool anyLayer = false;       ///< takes the first of several instead of refusing
    std::size_t headingRow = 0;  ///< of a sheet, from 1; 0: found
    HeadingScore isHeading = {}; ///< needed for workbooks
};

/// Opens what `findSourceFiles` found, by the driver of its ending and no other. Of a workbook the table on a
/// sheet is read, see tableOf(); its rows have no shapes.
/// \return Error::NotFound, Unreadable (names the layers when several), Usage for an unknown encoding
[[nodiscard]] Result<Source> openSource(const SourceRequest& request);

/// What the file says of its coordinate system: the text of the .prj, or WKT or "EPSG:n" from the driver;
/// empty when it says nothing.
[[nodiscard]] std::string crsTextOf(const Source& source);

struct SourceRow {
    std::int64_t fid = 0;
    std::vector<Value> cells; ///< of the fields asked for, text in UTF-8
    ReadShape shape;          ///< in the file's coordinates
};

struct RowRequest {
    std::vector<std::size_t> fields;
    const Expression* where = nullptr; ///< over the source's fields
    bool withShapes = true;
    std::int64_t limit = -1;
};

/// Visits the rows in the order of the file; the visitor stops the reading by returning false.
/// \return how many rows the file gave, before `where`; Error::Cancelled, Error::Unreadable beyond 5 million
///         rows
[[nodiscard]] Result<std::int64_t> readRows(Source& source,
                                            const RowRequest& request,
                                            const Progress& progress,
                                            const std::function<bool(SourceRow&&)>& visit);

} // namespace tuban
