#include "geo/exchange/csv_table.h"

#include "geo/exchange/text_codec.h"

#include <format>
#include <fstream>
#include <iterator>

namespace tuban {
namespace {

/// Takes one row off the front of `text`; nullopt when a quote stays open.
std::optional<std::vector<std::string>> takeRow(std::string_view& text) {
    std::vector<std::string> cells(1);
    bool isQuoted = false;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (isQuoted) {
            if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
                cells.back() += text[++i];
            } else if (c == '"') {
                isQuoted = false;
            } else {
                cells.back() += c;
            }
        } else if (c == '"') {
            isQuoted = true;
        } else if (c == ',') {
            cells.emplace_back();
        } else if (c == '\n') {
            break;
        } else if (c != '\r') {
            cells.back() += c;
        }
    }
    text.remove_prefix(std::min(i + 1, text.size()));
    return isQuoted ? std::nullopt : std::optional(std::move(cells));
}

} // namespace

Result<CsvTable> readCsv(const std::string& path, std::string_view encoding) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (!file) {
        return failure(ErrorCode::Unreadable, path + ": cannot be read.");
    }
    const auto decoder = TextDecoder::open(encoding);
    if (!decoder) {
        return std::unexpected(decoder.error());
    }
    const auto decoded = decoder->decodeAnyhow(bytes);
    std::string_view text = decoded;
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    CsvTable table;
    for (std::size_t line = 1; !text.empty(); ++line) {
        auto row = takeRow(text);
        if (!row || (line > 1 && row->size() != table.heading.size())) {
            return failure(ErrorCode::Unreadable, std::format("{}: row {} is broken.", path, line));
        }
        if (line == 1) {
            table.heading = *std::move(row);
        } else {
            table.rows.push_back(*std::move(row));
        }
    }
    return table;
}

} // namespace tuban
