#pragma once

#include "geo/base/progress.h"
#include "geo/crs/transform.h"
#include "geo/exchange/export.h"
#include "geo/exchange/text_codec.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tuban {

/// What a field of a file holds.
enum class FieldKind { Text, Integer, Real, Date };

struct ExportField {
    const Column* column = nullptr;
    std::string name; ///< as written
    FieldKind kind = FieldKind::Text;
    int width = 0;    ///< bytes, of a DBF; 0: no limit
    int decimals = 0; ///< of a real number in a DBF
};

/// One file, or one layer of a GeoPackage: the features of a layer with shapes of one kind.
struct ExportPart {
    const Layer* layer = nullptr;
    const Layer::Companion* companion = nullptr; ///< null: the layer's own shapes
    ShapeKind kind = ShapeKind::Area;
    std::string name; ///< stem of the file, or layer in it
    std::string path; ///< where it is written
    std::vector<ExportField> fields;
    std::int64_t expected = 0; ///< rows of the table it is read from, for progress
    [[nodiscard]] std::string title() const;
};

/// A row as it goes out: cells in the order of the fields, the shape in the system of the file.
struct ExportRow {
    std::string uid;
    std::vector<Value> cells;
    Geometry shape;
};

/// What all parts of an export share.
struct ExportContext {
    const Plan* plan = nullptr;
    const ExportOptions* options = nullptr;
    Crs crs;
    std::optional<Transform> transform;
    std::optional<Geometry> boundary; ///< of `within`
    std::optional<TextEncoder> encoder;
    std::optional<TextDecoder> decoder;
    Progress progress; ///< of the part at hand
    /// True for text that has a width and an encoding of its own (shapefile); CSV has the encoding only.
    [[nodiscard]] bool hasEncoding() const;
};

using RowVisitor = std::function<Result<void>(ExportRow&&)>;

/// Reads the rows of a part from the plan, in the order of their ids: filtered, translated into labels or
/// codes, reprojected. Text is whole UTF-8, not yet cut or encoded. \return how many; what `visit` fails with
[[nodiscard]] Result<std::int64_t>
eachExportRow(const ExportContext& context, const ExportPart& part, const RowVisitor& visit);

/// The cell of a column as it is to be read: its label or code, text for what has no type in the file.
[[nodiscard]] Value exportCell(const ExportContext& context,
                               const ExportField& field,
                               const Value& value,
                               std::string_view landUseScheme);

} // namespace tuban
