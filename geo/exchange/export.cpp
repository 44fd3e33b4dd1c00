#include "geo/exchange/export.h"

#include "geo/exchange/export_target.h"
#include "geo/exchange/field_layout.h"
#include "geo/exchange/file_writer.h"
#include "geo/exchange/read_back.h"
#include "geo/exchange/sidecar.h"
#include "geo/exchange/staging.h"

#include <algorithm>
#include <format>

namespace tuban {
namespace {

const char* nameOf(ExportFormat format) {
    switch (format) {
    case ExportFormat::Shapefile:
        return "shp";
    case ExportFormat::GeoPackage:
        return "gpkg";
    case ExportFormat::GeoJson:
        return "geojson";
    case ExportFormat::Csv:
        return "csv";
    }
    return "";
}

Result<std::string> encodingOf(const ExportOptions& options) {
    const bool choosable = options.format == ExportFormat::Shapefile || options.format == ExportFormat::Csv;
    const auto name = encodingFromWord(options.encoding.empty() ? "UTF-8" : options.encoding);
    if (!name || (*name != "UTF-8" && *name != "GBK" && *name != "GB18030")) {
        return failure(ErrorCode::Usage,
                       std::format("'{}' is no encoding to export in; there are UTF-8, GBK and GB18030.",
                                   options.encoding));
    }
    return choosable ? *name : std::string("UTF-8");
}

Result<void> setBoundary(ExportContext& context) {
    const auto& within = context.options->within;
    if (!within) {
        return {};
    }
    const auto feature = readFeature(*context.plan, *within);
    if (!feature) {
        return std::unexpected(feature.error());
    }
    if (feature->geometry.kind != ShapeKind::Area || feature->geometry.empty()) {
        return failure(ErrorCode::Usage,
                       std::format("{}:{} is no area to look within.", within->layer, within->uid));
    }
    context.boundary = feature->geometry;
    return {};
}

Result<void> prepare(ExportContext& context) {
    const auto& options = *context.options;
    auto encoder = TextEncoder::open(options.encoding);
    auto decoder = TextDecoder::open(options.encoding);
    if (!encoder || !decoder) {
        return std::unexpected(encoder ? decoder.error() : encoder.error());
    }
    context.encoder = *std::move(encoder);
    context.decoder = *std::move(decoder);
    const bool geoJson = options.format == ExportFormat::GeoJson;
    auto crs = options.crs.empty() && !geoJson ? Result<Crs>(context.plan->crs())
                                               : crsFromText(options.crs.empty() ? "EPSG:4326" : options.crs);
    if (!crs) {
        return std::unexpected(crs.error());
    }
    auto transform = Transform::between(context.plan->crs(), *crs);
    if (!transform) {
        return std::unexpected(transform.error());
    }
    context.crs = *std::move(crs);
    context.transform.emplace(*std::move(transform));
    return setBoundary(context);
}

/// Progress of one of several parts as progress of the whole.
Progress progressOf(const Progress& progress, std::size_t index, std::size_t count) {
    return {[&progress, index, count](double fraction, std::string_view step) {
                progress.at((static_cast<double>(index) + fraction) / static_cast<double>(count), step);
            },
            progress.stop};
}

Result<ExportReport::LayerPart> makePart(const ExportContext& context, ExportPart& part) {
    if (context.options->format == ExportFormat::Shapefile) {
        if (auto laid = layOutFields(context, part); !laid) {
            return std::unexpected(laid.error());
        }
    }
    auto report =
        context.options->format == ExportFormat::Csv ? writeCsv(context, part) : writeFile(context, part);
    if (!report) {
        return report;
    }
    if (auto same = readBack(context, part); !same) {
        return std::unexpected(same.error());
    }
    report->verified = true;
    return report;
}

} // namespace

Result<ExportReport> exportLayers(const Plan& plan, const ExportOptions& given, const Progress& progress) {
    auto options = given;
    const auto encoding = encodingOf(options);
    if (!encoding) {
        return std::unexpected(encoding.error());
    }
    options.encoding = *encoding;
    const auto target = resolveTarget(options, plan.path());
    if (!target) {
        return std::unexpected(target.error());
    }
    ExportContext context{.plan = &plan,
                          .options = &options,
                          .crs = {},
                          .transform = {},
                          .boundary = {},
                          .encoder = {},
                          .decoder = {},
                          .progress = progress};
    if (auto prepared = prepare(context); !prepared) {
        return std::unexpected(prepared.error());
    }
    auto staging = Staging::beside(target->folder);
    if (!staging) {
        return std::unexpected(staging.error());
    }
    auto parts = partsOf(plan, options, *target, staging->path());
    if (!parts) {
        return std::unexpected(parts.error());
    }
    if (auto fine = checkReplaced(plan, *target, *parts); !fine) {
        return std::unexpected(fine.error());
    }
    ExportReport report;
    report.format = nameOf(options.format);
    for (std::size_t i = 0; i < parts->size(); ++i) {
        context.progress = progressOf(progress, i, parts->size());
        auto part = makePart(context, (*parts)[i]);
        if (!part) {
            return std::unexpected(part.error());
        }
        report.layers.push_back(*std::move(part));
    }
    if (options.format == ExportFormat::Shapefile) {
        if (auto written = writeSidecar(context, *parts, staging->path(), target->folder); !written) {
            return std::unexpected(written.error());
        }
    }
    auto files = staging->publish();
    if (!files) {
        return std::unexpected(files.error());
    }
    report.files = *std::move(files);
    progress.at(1, "done");
    return report;
}

} // namespace tuban
