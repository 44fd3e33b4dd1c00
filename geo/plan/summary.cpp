#include "geo/measure/area.h"
#include "geo/plan/plan.h"
#include "geo/plan/sqlite.h"
#include "geo/shape/blob.h"

namespace tuban {

namespace {

/// One pass over the shapes; figures come from the shapes themselves, never from the courtesy columns.
Result<LayerSummary> summariseLayer(const Database& database, const Layer& layer) {
    LayerSummary summary;
    summary.name = layer.name;
    summary.geometry = layer.geometry;
    double measured = 0;
    Statement rows(database, "SELECT uid, geom FROM " + quotedName(layer.name));
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        ++summary.count;
        if (rows.isNull(1)) {
            continue;
        }
        const auto shape = decodeBlob(rows.blob(1));
        if (!shape) {
            return failure(ErrorCode::Corrupt,
                           layer.name + ":" + std::string(rows.text(0)) + ": " + shape.error().message);
        }
        summary.extent.add(shape->geometry.box());
        measured += layer.geometry == ShapeKind::Area   ? planarAreaM2(shape->geometry)
                    : layer.geometry == ShapeKind::Line ? planarLengthM(shape->geometry)
                                                        : 0;
    }
    if (layer.geometry == ShapeKind::Area) {
        summary.planarAreaM2 = measured;
    } else if (layer.geometry == ShapeKind::Line) {
        summary.lengthM = measured;
    }
    return summary;
}

} // namespace

Result<std::vector<LayerSummary>> Plan::summarise() const {
    std::vector<LayerSummary> summaries;
    for (const Layer& layer : catalogue().layers()) {
        auto summary = summariseLayer(database(), layer);
        if (!summary) {
            return std::unexpected(summary.error());
        }
        summaries.push_back(std::move(*summary));
    }
    return summaries;
}

} // namespace tuban
