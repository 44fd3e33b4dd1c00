#include "geo/base/text.h"
#include "geo/crs/transform.h"
#include "geo/exchange/csv_table.h"
#include "geo/exchange/export.h"
#include "geo/exchange/export_part.h"
#include "geo/exchange/verify_rows.h"

#include <algorithm>
#include <filesystem>
#include <format>
#include <numeric>

namespace tuban {
namespace {

Result<FileLayer> readLayer(Source& source, const Plan& plan, const Progress& progress) {
    FileLayer file;
    file.name = source.layer;
    file.fields = source.fields;
    RowRequest request;
    request.fields.resize(source.fields.size());
    std::iota(request.fields.begin(), request.fields.end(), std::size_t{0});
    Box box;
    const auto read = readRows(source, request, progress, [&](SourceRow&& row) {
        box.add(row.shape.geometry.box());
        file.rows.push_back({std::move(row.cells), std::move(row.shape.geometry)});
        return true;
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    const auto text = crsTextOf(source);
    const auto crs = text.starts_with("EPSG:") ? crsFromText(text) : crsFromWkt(text);
    if (!crs) {
        return within(source.shown, crs.error());
    }
    auto transform = Transform::between(*crs, plan.crs());
    if (!transform) {
        return within(source.shown, transform.error());
    }
    file.sameCrs = transform->identity();
    for (auto& row : file.rows) {
        auto placed = transform->apply(std::move(row.shape));
        if (!placed) {
            return within(source.shown, placed.error());
        }
        row.shape = *std::move(placed);
    }
    file.hasShapes = true;
    return file;
}

Result<FileLayer> readCsvLayer(const std::string& path) {
    const auto stem = std::filesystem::path(path).stem().string();
    auto table = readCsv(path, "UTF-8");
    if (table && std::ranges::any_of(table->heading, [](const auto& name) {
            return name.find("\uFFFD") != std::string::npos;
        })) {
        table = readCsv(path, "GB18030");
    }
    if (!table) {
        return std::unexpected(table.error());
    }
    FileLayer file;
    file.name = stem;
    for (const auto& name : table->heading) {
        Column column;
        column.name = name;
        file.fields.push_back(std::move(column));
    }
    for (const auto& row : table->rows) {
        FileRow cells;
        for (const auto& text : row) {
            const bool escaped = text.size() > 1 && text[0] == '\'' &&
                                 std::string_view("=+-@").find(text[1]) != std::string_view::npos;
            cells.cells.emplace_back(escaped ? text.substr(1) : text);
        }
        file.rows.push_back(std::move(cells));
    }
    return file;
}

Result<std::vector<FileLayer>> readAll(const Plan& plan, const std::string& path, const Progress& progress) {
    std::vector<FileLayer> layers;
    if (lowerAscii(std::filesystem::path(path).extension().string()) == ".csv") {
        auto layer = readCsvLayer(path);
        if (!layer) {
            return std::unexpected(layer.error());
        }
        layers.push_back(*std::move(layer));
        return layers;
    }
    const auto files = findSourceFiles(path);
    if (!files) {
        return std::unexpected(files.error());
    }
    for (const auto& file : *files) {
        auto first = openSource({file.path, {}, {}, true});
        if (!first) {
            return std::unexpected(first.error());
        }
        for (const auto& name : std::vector(first->layers)) {
            auto source = openSource({file.path, name, {}, true});
            if (!source) {
                return std::unexpected(source.error());
            }
            auto layer = readLayer(*source, plan, progress);
            if (!layer) {
                return std::unexpected(layer.error());
            }
            layer->conditions =
                readSidecarConditions(std::filesystem::path(file.path).parent_path().string(), file.stem);
            layers.push_back(*std::move(layer));
        }
    }
    return layers;
}

} // namespace

Result<VerifyReport> verifyExport(const Plan& plan, const std::string& path, const Progress& progress) {
    std::error_code failed;
    if (std::filesystem::equivalent(plan.path(), path, failed) && !failed) {
        return failure(ErrorCode::Usage, path + ": is the plan itself.");
    }
    const auto layers = readAll(plan, path, progress);
    if (!layers) {
        return std::unexpected(layers.error());
    }
    VerifyReport report;
    for (const auto& file : *layers) {
        if (progress.stopped()) {
            return failure(ErrorCode::Cancelled, "The comparison was stopped.");
        }
        auto part = compareLayer(plan, file);
        if (!part) {
            return within(path, part.error());
        }
        report.equal = report.equal && part->differences.empty() && part->countPlan == part->countFile;
        report.layers.push_back(*std::move(part));
    }
    return report;
}

} // namespace tuban
