#include "geo/crs/crs.h"
#include "geo/exchange/field_match.h"
#include "geo/exchange/import.h"
#include "geo/exchange/incoming.h"
#include "geo/exchange/source.h"
#include "geo/exchange/source_crs.h"

#include <algorithm>
#include <filesystem>
#include <numeric>

namespace tuban {
namespace {

constexpr std::int64_t rowsForPlace = 1'000; // enough to tell the coordinate system and the kind of shape

struct Sample {
    Box box;
    std::optional<ShapeKind> kind;
    std::vector<std::vector<std::string>> rows;
};

Result<Sample> readSample(Source& source, int maxRows) {
    Sample sample;
    RowRequest request;
    request.fields.resize(source.fields.size());
    std::iota(request.fields.begin(), request.fields.end(), std::size_t{0});
    request.limit = rowsForPlace;
    const auto read = readRows(source, request, {}, [&](SourceRow&& row) {
        if (!row.shape.geometry.empty()) {
            sample.box.add(row.shape.geometry.box());
            sample.kind = sample.kind.value_or(row.shape.geometry.kind);
        }
        if (sample.rows.size() < static_cast<std::size_t>(std::max(maxRows, 0))) {
            auto& texts = sample.rows.emplace_back();
            std::ranges::transform(row.cells, std::back_inserter(texts), toText);
        }
        return true;
    });
    return read ? Result<Sample>(std::move(sample)) : std::unexpected(read.error());
}

const char* nameOf(std::optional<ShapeKind> kind) {
    if (!kind) {
        return "none";
    }
    return *kind == ShapeKind::Point ? "Point" : *kind == ShapeKind::Line ? "LineString" : "Polygon";
}

bool holds(const Layer& layer, ShapeKind kind) {
    return layer.geometry == kind ||
           (kind != ShapeKind::Point &&
            std::ranges::contains(layer.companions, kind, &Layer::Companion::geometry));
}

/// The layer whose columns the most fields fill; one that holds the kind of shape itself before others.
std::string suggestLayer(const Catalogue& catalogue, const Source& source, std::optional<ShapeKind> kind) {
    std::string best;
    std::size_t bestScore = 0;
    for (const auto& layer : catalogue.layers()) {
        if (kind ? !holds(layer, *kind) : !isWorkbook(source.file.format)) {
            continue;
        }
        const auto matches = matchFields(layer, source.fields, {});
        const bool named = source.layer == layer.name || source.layer == layer.title.zh;
        const std::size_t score = (matches ? 4 * matches->columns.size() : 0) +
                                  (layer.geometry == kind ? 2 : 0) + (named ? 100 : 0) + 1;
        if (score > bestScore) {
            bestScore = score;
            best = layer.name;
        }
    }
    return best;
}

void describeCrs(const Plan& plan,
                 const ImportOptions& options,
                 const Source& source,
                 const Box& box,
                 SourcePreview& preview) {
    if (box.empty() && isWorkbook(source.file.format)) {
        return; // nothing to place
    }
    const auto crs = chooseCrs(options.crs, crsTextOf(source), box, plan.crs());
    if (!crs) {
        preview.crsReason = crs.error().message;
        return;
    }
    preview.crsCode = crs->crs.code();
    preview.crsName = crs->crs.name;
    preview.crsFrom = crs->from;
    for (const auto& warning : crs->warnings) {
        preview.crsReason += (preview.crsReason.empty() ? "" : " ") + warning;
    }
}

} // namespace

Result<SourcePreview> previewSource(const Plan& plan, const ImportOptions& options, int maxRows) {
    std::error_code failed;
    if (std::filesystem::equivalent(plan.path(), options.source, failed) && !failed) {
        return failure(ErrorCode::Usage, options.source + ": is the plan itself.");
    }
    const auto* wanted = plan.catalogue().layer(options.layer);
    auto source =
        openSource({.path = options.source,
                    .layer = options.sourceLayer,
                    .encoding = options.encoding,
                    .anyLayer = true,
                    .headingRow = options.headingRow,
                    .isHeading = wanted == nullptr ? headingScore(plan.catalogue()) : headingScore(*wanted)});
    if (!source) {
        return std::unexpected(source.error());
    }
    const auto sample = readSample(*source, maxRows);
    if (!sample) {
        return std::unexpected(sample.error());
    }
    SourcePreview preview;
    preview.driver = source->driver;
    preview.layers = source->layers;
    preview.layer = source->layer;
    preview.features = OGR_L_GetFeatureCount(source->layerHandle, 1);
    preview.geometry = nameOf(sample->kind);
    preview.encodingName = source->encodingName;
    preview.encodingFrom = source->encodingFrom;
    preview.rows = sample->rows;
    std::ranges::transform(source->fields, std::back_inserter(preview.fields), &Column::name);
    describeCrs(plan, options, *source, sample->box, preview);
    preview.suggestedLayer = suggestLayer(plan.catalogue(), *source, sample->kind);
    const auto* layer =
        plan.catalogue().layer(options.layer.empty() ? preview.suggestedLayer : options.layer);
    if (layer != nullptr) {
        const auto matches = matchFields(*layer, source->fields, options.map);
        if (!matches) {
            return std::unexpected(matches.error());
        }
        for (const auto& match : matches->columns) {
            preview.mapping.emplace_back(match.column->name, source->fields[match.field].name);
        }
    }
    return preview;
}

} // namespace tuban
