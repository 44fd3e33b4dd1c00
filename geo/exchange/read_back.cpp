#include "geo/exchange/read_back.h"

#include "geo/exchange/csv_table.h"
#include "geo/exchange/field_layout.h"
#include "geo/exchange/file_writer.h"
#include "geo/exchange/row_match.h"
#include "geo/exchange/source.h"
#include "geo/measure/area.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numeric>

namespace tuban {
namespace {

constexpr double sameRelative = 1e-9;

bool isClose(double first, double second) {
    return std::abs(first - second) <= sameRelative * std::max(std::abs(first), std::abs(second));
}

std::unexpected<Error> different(const ExportPart& part, const std::string& what) {
    return failure(ErrorCode::Unwritable,
                   std::format("{}: what was written reads back differently ({}); nothing was left behind.",
                               part.name,
                               what));
}

std::string_view withoutEndBlanks(std::string_view text) {
    const auto end = text.find_last_not_of(' ');
    return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

/// What a cell is expected to read as; a DBF knows neither blanks at the end nor empty text apart from none.
bool readsSame(const ExportContext& context,
               const ExportField& field,
               const Value& planned,
               const Value& read) {
    const auto* text = std::get_if<std::string>(&planned);
    if (text == nullptr) {
        return isNull(planned) ? toText(read).empty() : saysNothingNew(planned, read);
    }
    if (context.options->format != ExportFormat::Shapefile || field.kind == FieldKind::Date) {
        return *text == toText(read);
    }
    const auto fitted = fitText(context, *text, static_cast<std::size_t>(field.width));
    return withoutEndBlanks(fitted.text) == withoutEndBlanks(toText(read));
}

Result<void> compareRow(const ExportContext& context,
                        const ExportPart& part,
                        const ExportRow& row,
                        const SourceRow& read) {
    for (std::size_t i = 0; i < part.fields.size(); ++i) {
        if (!readsSame(context, part.fields[i], row.cells[i], read.cells[i])) {
            return different(part,
                             std::format("feature {}, {}: '{}' became '{}'",
                                         row.uid,
                                         part.fields[i].column->name,
                                         toText(row.cells[i]),
                                         toText(read.cells[i])));
        }
    }
    if (!measuresSame(row.shape, read.shape.geometry)) {
        return different(part, std::format("the shape of feature {}", row.uid));
    }
    return {};
}

Result<void> compareNames(const ExportPart& part, const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < part.fields.size(); ++i) {
        if (i >= names.size() || names[i] != part.fields[i].name) {
            return different(part, std::format("field {} is missing", part.fields[i].name));
        }
    }
    return {};
}

Result<void> compareCrs(const ExportContext& context, const ExportPart& part, const Source& source) {
    const auto text = crsTextOf(source);
    const auto crs = text.starts_with("EPSG:") ? crsFromText(text) : crsFromWkt(text);
    if (!crs || crs->epsg != context.crs.epsg) {
        return different(part, "its coordinate system");
    }
    return {};
}

Result<void> readBackFile(const ExportContext& context, const ExportPart& part) {
    auto source = openSource({part.path, part.name, {}, true});
    if (!source) {
        return different(part, source.error().message);
    }
    std::vector<std::string> names;
    std::ranges::transform(source->fields, std::back_inserter(names), &Column::name);
    if (auto same = compareNames(part, names); !same) {
        return same;
    }
    if (auto same = compareCrs(context, part, *source); !same) {
        return same;
    }
    RowRequest request;
    request.fields.resize(part.fields.size());
    std::iota(request.fields.begin(), request.fields.end(), std::size_t{0});
    std::vector<SourceRow> rows;
    if (const auto read = readRows(*source,
                                   request,
                                   {},
                                   [&](SourceRow&& row) {
                                       rows.push_back(std::move(row));
                                       return true;
                                   });
        !read) {
        return different(part, read.error().message);
    }
    std::size_t next = 0;
    const auto planned = eachExportRow(context, part, [&](ExportRow&& row) -> Result<void> {
        if (next >= rows.size()) {
            return different(part, std::format("feature {} is missing", row.uid));
        }
        return compareRow(context, part, row, rows[next++]);
    });
    if (!planned) {
        return std::unexpected(planned.error());
    }
    return next == rows.size() ? Result<void>() : different(part, "it holds more features than the plan");
}

Result<void> readBackCsv(const ExportContext& context, const ExportPart& part) {
    const auto table = readCsv(part.path, context.encoder->name());
    if (!table) {
        return different(part, table.error().message);
    }
    if (auto same = compareNames(part, table->heading); !same) {
        return same;
    }
    std::size_t next = 0;
    const auto planned = eachExportRow(context, part, [&](ExportRow&& row) -> Result<void> {
        if (next >= table->rows.size()) {
            return different(part, std::format("feature {} is missing", row.uid));
        }
        const auto& cells = table->rows[next++];
        for (std::size_t i = 0; i < part.fields.size(); ++i) {
            if (fitText(context, csvText(row.cells[i]), 0).text != cells[i]) {
                return different(part, std::format("feature {}, {}", row.uid, part.fields[i].column->name));
            }
        }
        return {};
    });
    if (!planned) {
        return std::unexpected(planned.error());
    }
    return next == table->rows.size() ? Result<void>() : different(part, "it holds more rows than the plan");
}

} // namespace

bool measuresSame(const Geometry& first, const Geometry& second) {
    if (first.empty() || second.empty()) {
        return first.empty() == second.empty();
    }
    if (first.kind != second.kind) {
        return false;
    }
    switch (first.kind) {
    case ShapeKind::Point:
        return isClose(first.points[0].x, second.points[0].x) &&
               isClose(first.points[0].y, second.points[0].y);
    case ShapeKind::Line:
        return isClose(planarLengthM(first), planarLengthM(second));
    case ShapeKind::Area:
        return isClose(planarAreaM2(first), planarAreaM2(second));
    }
    return false;
}

Result<void> readBack(const ExportContext& context, const ExportPart& part) {
    return context.options->format == ExportFormat::Csv ? readBackCsv(context, part)
                                                        : readBackFile(context, part);
}

} // namespace tuban
