#include "geo/exchange/sidecar.h"

#include "geo/exchange/csv_table.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

namespace tuban {
namespace {

constexpr const char* whereWord = "where";
constexpr const char* withinWord = "within";

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        result += c == '"' ? "\"\"" : std::string(1, c);
    }
    return result + '"';
}

void writeRow(std::ofstream& file, const std::array<std::string, 6>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        file << (i == 0 ? "" : ",") << quoted(cells[i]);
    }
    file << "\r\n";
}

CsvTable readTable(const std::string& folder) {
    const auto path = folder + "/" + sidecarName;
    std::error_code ignored;
    auto table =
        std::filesystem::exists(path, ignored) ? readCsv(path, "UTF-8") : Result<CsvTable>(CsvTable{});
    return table ? *std::move(table) : CsvTable{};
}

} // namespace

Result<void> writeSidecar(const ExportContext& context,
                          const std::vector<ExportPart>& parts,
                          const std::string& folder,
                          const std::string& target) {
    const auto path = folder + "/" + sidecarName;
    std::ofstream file(path, std::ios::binary);
    file << "\xEF\xBB\xBF";
    writeRow(file, {"文件", "字段", "列", "名称", "Title", "单位"});
    for (const auto& row : readTable(target).rows) {
        std::array<std::string, 6> cells;
        if (row.size() == cells.size() && !std::ranges::contains(parts, row[0], &ExportPart::name)) {
            std::ranges::copy(row, cells.begin());
            writeRow(file, cells);
        }
    }
    for (const auto& part : parts) {
        for (const auto& field : part.fields) {
            const auto& column = *field.column;
            writeRow(file,
                     {part.name, field.name, column.name, column.title.zh, column.title.en, column.unit});
        }
        if (!context.options->where.empty()) {
            writeRow(file, {part.name, "", whereWord, context.options->where, "", ""});
        }
        if (const auto& within = context.options->within) {
            writeRow(file, {part.name, "", withinWord, within->layer + ":" + within->uid, "", ""});
        }
    }
    file.close();
    return file ? Result<void>()
                : failure(ErrorCode::Unwritable, path + ": cannot be written; is the disk full?");
}

SidecarConditions readSidecarConditions(const std::string& folder, const std::string& stem) {
    SidecarConditions conditions;
    for (const auto& row : readTable(folder).rows) {
        if (row.size() >= 4 && row[0] == stem && row[1].empty()) {
            (row[2] == whereWord ? conditions.where : conditions.within) = row[3];
        }
    }
    return conditions;
}

} // namespace tuban
