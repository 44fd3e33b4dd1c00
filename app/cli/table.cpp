#include "app/cli/table.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <utility>

namespace tuban {

namespace {

std::size_t widthOf(UChar32 character) {
    const int category = u_charType(character);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) {
        return 0;
    }
    const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

} // namespace

std::size_t displayWidth(std::string_view text) {
    std::size_t width = 0;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t position = 0; position < length;) {
        UChar32 character = 0;
        U8_NEXT_OR_FFFD(bytes, position, length, character);
        width += widthOf(character);
    }
    return width;
}

std::string printable(std::string_view text) {
    std::string result(text);
    std::ranges::replace_if(
        result, [](char byte) { return (byte >= 0 && byte < ' ') || byte == '\x7f'; }, ' ');
    return result;
}

Table::Table(std::vector<Column> columns) : m_columns(std::move(columns)) {}

void Table::addRow(std::vector<std::string> cells) {
    assert(cells.size() == m_columns.size());
    std::ranges::transform(cells, cells.begin(), [](const std::string& cell) { return printable(cell); });
    m_rows.push_back(std::move(cells));
}

std::string Table::text() const {
    std::vector<std::string> titles;
    std::vector<std::size_t> widths;
    for (const Column& column : m_columns) {
        titles.push_back(column.title);
        widths.push_back(displayWidth(column.title));
    }
    for (const auto& row : m_rows) {
        for (std::size_t index = 0; index < row.size(); ++index) {
            widths[index] = std::max(widths[index], displayWidth(row[index]));
        }
    }
    std::string result = line(titles, widths);
    for (const auto& row : m_rows) {
        result += line(row, widths);
    }
    return result;
}

std::string Table::line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const {
    std::string result;
    for (std::size_t index = 0; index < cells.size(); ++index) {
        const std::string blanks(widths[index] - displayWidth(cells[index]), ' ');
        result += index > 0 ? "  " : "";
        result += m_columns[index].align == Align::Right ? blanks + cells[index] : cells[index] + blanks;
    }
    result.erase(result.find_last_not_of(' ') + 1);
    return result + "\n";
}

} // namespace tuban
