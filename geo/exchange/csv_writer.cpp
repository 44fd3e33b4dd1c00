#include "geo/exchange/field_layout.h"
#include "geo/exchange/file_writer.h"

#include <format>
#include <fstream>

namespace tuban {
namespace {

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string result = "\"";
    for (const char c : text) {
        result += c == '"' ? "\"\"" : std::string(1, c);
    }
    return result + '"';
}

void writeAnchor(const ExportContext& context, const Geometry& shape, std::ofstream& file) {
    if (shape.empty()) {
        file << ",,";
        return;
    }
    const auto anchor = anchorOf(shape);
    // a tenth of a millimetre, in degrees about the same
    const int decimals = context.crs.geographic ? 9 : 4;
    file << std::format(",{:.{}f},{:.{}f}", anchor.y, decimals, anchor.x, decimals);
}

} // namespace

std::string csvText(const Value& value) {
    auto text = toText(value);
    if (std::holds_alternative<std::string>(value) && !text.empty() &&
        std::string_view("=+-@").find(text.front()) != std::string_view::npos) {
        text.insert(text.begin(), '\'');
    }
    return text;
}

Result<ExportReport::LayerPart> writeCsv(const ExportContext& context, const ExportPart& part) {
    ExportReport::LayerPart report;
    report.name = part.name;
    std::ofstream file(part.path, std::ios::binary);
    if (context.encoder->name() == "UTF-8") {
        file << "\xEF\xBB\xBF"; // spreadsheets take it for something else without
    }
    for (const auto& field : part.fields) {
        report.names.emplace_back(field.column->name, field.name);
        file << context.encoder->encode(quoted(field.name)).bytes << ',';
    }
    file << csvNorth << ',' << csvEast << "\r\n";
    const auto rows = eachExportRow(context, part, [&](ExportRow&& row) -> Result<void> {
        for (std::size_t i = 0; i < part.fields.size(); ++i) {
            const auto fitted = fitText(context, csvText(row.cells[i]), 0);
            for (const auto& loss : fitted.losses) {
                report.losses.push_back({row.uid, part.fields[i].column->name, loss});
            }
            file << (i == 0 ? "" : ",") << quoted(fitted.bytes);
        }
        writeAnchor(context, row.shape, file);
        file << "\r\n";
        return {};
    });
    if (!rows) {
        return std::unexpected(rows.error());
    }
    report.written = *rows;
    file.close();
    if (!file) {
        return failure(ErrorCode::Unwritable, part.path + ": cannot be written; is the disk full?");
    }
    return report;
}

} // namespace tuban
