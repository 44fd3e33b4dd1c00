#include "geo/exchange/sheet_table.h"

#include "geo/base/name.h"
#include "geo/base/text.h"

#include <algorithm>
#include <array>
#include <format>
#include <initializer_list>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace tuban {
namespace {

using Cells = std::vector<std::string>;

constexpr std::size_t rowsSearched = 30;

std::string cellText(std::string_view cell) {
    std::string text(trimmed(cell));
    replaceAll(text, "\r\n", " ");
    replaceAll(text, "\n", " ");
    return text;
}

std::size_t filled(const Cells& row) {
    return static_cast<std::size_t>(
        std::ranges::count_if(row, [](const std::string& cell) { return !trimmed(cell).empty(); }));
}

/// "总投资(万元)" → "(万元)"; empty when the heading names no unit.
std::string unitOf(const std::string& heading) {
    const auto open = heading.rfind('(');
    return open != std::string::npos && open > 0 && heading.ends_with(')') ? heading.substr(open)
                                                                           : std::string();
}

/// Units that a line above the table gives for all of it: "单位：万元、亩" → {"(万元)", "(亩)"}.
std::vector<std::string> unitsOfSheet(const Sheet& sheet, std::size_t headingRow) {
    std::vector<std::string> units;
    for (std::size_t r = 0; r < headingRow; ++r) {
        for (const std::string& cell : sheet.rows[r]) {
            std::string text = compactName(cell);
            const auto at = text.find("单位");
            if (at == std::string::npos) {
                continue;
            }
            text.erase(0, at + std::string_view("单位").size());
            replaceAll(text, "：", ":");
            if (!text.starts_with(':')) {
                continue;
            }
            text.erase(0, 1);
            replaceAll(text, ")", "");
            for (const std::string_view separator : {"、", "，", ",", ";", "；"}) {
                replaceAll(text, separator, "/");
            }
            for (std::size_t from = 0; from < text.size();) {
                const auto end = std::min(text.find('/', from), text.size());
                if (end > from) {
                    units.push_back("(" + text.substr(from, end - from) + ")");
                }
                from = end + 1;
            }
        }
    }
    return units;
}

/// What a column of a two-row heading is called: the lower cell, with the unit of the one above it.
std::string joined(const std::string& upper, const std::string& lower) {
    if (lower.empty()) {
        return upper;
    }
    return unitOf(lower).empty() ? lower + unitOf(upper) : lower;
}

class TableReader {
public:
    TableReader(const Sheet& sheet, const HeadingScore& score) : m_sheet(sheet), m_score(score) {}

    Result<SheetTable> read(std::size_t headingRow) {
        if (auto found = findHeading(headingRow); !found) {
            return std::unexpected(found.error());
        }
        addSheetUnits();
        makeDifferent();
        for (std::size_t r = m_firstRow; r < m_sheet.rows.size(); ++r) {
            takeRow(r);
        }
        tell();
        return std::move(m_table);
    }

private:
    [[nodiscard]] Cells headings(std::size_t row) const {
        Cells texts;
        std::ranges::transform(m_sheet.rows[row], std::back_inserter(texts), compactName);
        return texts;
    }

    /// Two rows read as one heading: a cell that spans columns stands over each of them.
    [[nodiscard]] Cells twoRowHeadings(std::size_t row) const {
        Cells upper = headings(row);
        const Cells lower = headings(row + 1);
        upper.resize(std::max(upper.size(), lower.size()));
        for (std::size_t c = 1; c < upper.size(); ++c) {
            if (upper[c].empty() && c < lower.size() && !lower[c].empty()) {
                upper[c] = upper[c - 1];
            }
        }
        Cells both;
        for (std::size_t c = 0; c < upper.size(); ++c) {
            both.push_back(joined(upper[c], c < lower.size() ? lower[c] : std::string()));
        }
        return both;
    }

    Result<void> findHeading(std::size_t wanted) {
        if (wanted > 0) {
            if (wanted > m_sheet.rows.size() || filled(m_sheet.rows[wanted - 1]) == 0) {
                return failure(ErrorCode::Usage,
                               std::format("Sheet '{}' has no heading in row {}.", m_sheet.name, wanted));
            }
            take(wanted - 1);
            return {};
        }
        std::size_t best = 0;
        std::optional<std::size_t> found;
        for (std::size_t r = 0; r < std::min(rowsSearched, m_sheet.rows.size()); ++r) {
            const std::size_t score = m_score(headings(r));
            if (score > best) {
                best = score;
                found = r;
            }
        }
        constexpr std::size_t leastKnown = 2; // one word that is a heading elsewhere may be a title here
        if (!found || best < leastKnown) {
            return failure(
                ErrorCode::Unreadable,
                std::format("sheet '{}': no row among its first {} looks like a heading; say which with "
                            "--header-row N, and name columns with --map COLUMN=FIELD.",
                            m_sheet.name,
                            rowsSearched));
        }
        // The better half of a two-row heading is the lower one where the upper only groups it.
        const bool isLower =
            *found > 0 && filled(m_sheet.rows[*found - 1]) > 1 && m_score(twoRowHeadings(*found - 1)) > best;
        take(isLower ? *found - 1 : *found);
        return {};
    }

    void take(std::size_t row) {
        m_table.fields = headings(row);
        m_headingRow = row;
        m_firstRow = row + 1;
        if (row + 1 < m_sheet.rows.size()) {
            Cells both = twoRowHeadings(row);
            if (m_score(both) > m_score(m_table.fields)) {
                m_table.fields = std::move(both);
                m_firstRow = row + 2;
            }
        }
        for (std::size_t r = m_firstRow; r < m_sheet.rows.size(); ++r) {
            m_table.fields.resize(std::max(m_table.fields.size(), m_sheet.rows[r].size()));
        }
    }

    void addSheetUnits() {
        for (const std::string& unit : unitsOfSheet(m_sheet, m_headingRow)) {
            for (std::string& field : m_table.fields) {
                const std::string withUnit = field + unit;
                if (!field.empty() && unitOf(field).empty() && m_score(std::span(&field, 1)) > 0 &&
                    m_score(std::span(&withUnit, 1)) > 0) {
                    field = withUnit;
                }
            }
        }
    }

    void makeDifferent() {
        std::set<std::string> seen;
        for (std::size_t c = 0; c < m_table.fields.size(); ++c) {
            std::string& field = m_table.fields[c];
            if (field.empty()) {
                field = std::format("#{}", c + 1);
            }
            const std::string plain = field;
            for (int n = 2; !seen.insert(field).second; ++n) {
                field = std::format("{} {}", plain, n);
            }
        }
    }

    /// The row with what is merged into it from above.
    [[nodiscard]] Cells wholeRow(std::size_t row) {
        Cells cells;
        std::ranges::transform(m_sheet.rows[row], std::back_inserter(cells), cellText);
        cells.resize(m_table.fields.size());
        for (const MergedCells& merge : m_sheet.merged) {
            if (merge.firstRow >= m_firstRow && merge.firstRow < row && row <= merge.lastRow &&
                merge.firstColumn < cells.size() && cells[merge.firstColumn].empty() &&
                merge.firstColumn < m_sheet.rows[merge.firstRow].size()) {
                cells[merge.firstColumn] = cellText(m_sheet.rows[merge.firstRow][merge.firstColumn]);
                ++m_filledIn;
            }
        }
        return cells;
    }

    static bool isSum(const Cells& cells) {
        static constexpr std::array words{"合计", "小计", "总计", "共计", "累计", "total", "subtotal"};
        constexpr std::size_t cellsLookedAt = 2;
        std::size_t seen = 0;
        for (const std::string& cell : cells) {
            const std::string text = comparableName(cell);
            if (text.empty()) {
                continue;
            }
            if (std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); })) {
                return true;
            }
            if (++seen == cellsLookedAt) {
                return false;
            }
        }
        return false;
    }

    /// A lone cell over several columns, or one that begins as headings of groups ("一、", "（二）") and
    /// notes do.
    [[nodiscard]] bool isHeadingOrNote(std::size_t row) const {
        const bool spans = std::ranges::any_of(m_sheet.merged, [row](const MergedCells& merge) {
            return merge.firstRow == row && merge.lastColumn > merge.firstColumn;
        });
        const auto& cells = m_sheet.rows[row];
        const std::string text = compactName(
            *std::ranges::find_if(cells, [](const auto& cell) { return !trimmed(cell).empty(); }));
        static constexpr std::array notes{"注", "备注", "说明", "填报", "填表", "制表", "审核", "数据来源"};
        static constexpr std::array numerals{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
        const bool isNote =
            std::ranges::any_of(notes, [&](std::string_view word) { return text.starts_with(word); });
        const bool isGroup = std::ranges::any_of(numerals, [&](std::string_view numeral) {
            return text.starts_with(std::string(numeral) + "、") ||
                   text.starts_with("(" + std::string(numeral));
        });
        return spans || isNote || isGroup;
    }

    void takeRow(std::size_t row) {
        const std::size_t own = filled(m_sheet.rows[row]);
        if (own == 0) {
            return;
        }
        const auto number = static_cast<std::int64_t>(row + 1);
        if (isSum(m_sheet.rows[row])) {
            m_sums.push_back(number);
            return;
        }
        if (headings(row) == headings(m_headingRow) || (own == 1 && isHeadingOrNote(row))) {
            m_words.push_back(number);
            return;
        }
        m_table.rows.push_back({number, wholeRow(row)});
    }

    static std::string listed(const std::vector<std::int64_t>& rows) {
        constexpr std::size_t most = 12;
        std::string text;
        for (std::size_t i = 0; i < std::min(rows.size(), most); ++i) {
            text += (i == 0 ? "" : ", ") + std::to_string(rows[i]);
        }
        return rows.size() > most ? text + std::format(" and {} more", rows.size() - most) : text;
    }

    void tell() {
        m_table.remarks.push_back(
            m_firstRow - m_headingRow == 1
                ? std::format("The heading is in row {}.", m_headingRow + 1)
                : std::format("The heading is in rows {} and {}.", m_headingRow + 1, m_firstRow));
        if (!m_sums.empty()) {
            m_table.remarks.push_back("Rows with sums were left out: " + listed(m_sums) + ".");
        }
        if (!m_words.empty()) {
            m_table.remarks.push_back("Rows with only a heading or a note were left out: " + listed(m_words) +
                                      ".");
        }
        if (m_filledIn > 0) {
            m_table.remarks.push_back(
                std::format("{} cells were filled in from merged cells above them.", m_filledIn));
        }
    }

    const Sheet& m_sheet;
    const HeadingScore& m_score;
    SheetTable m_table;
    std::size_t m_headingRow = 0;
    std::size_t m_firstRow = 0;
    std::size_t m_filledIn = 0;
    std::vector<std::int64_t> m_sums, m_words;
};

bool isOneOf(std::string_view heading, std::initializer_list<std::string_view> words) {
    const std::string text = comparableName(heading);
    const std::string bare = text.substr(0, text.find('('));
    return std::ranges::contains(words, std::string_view(bare));
}

} // namespace

bool isLongitude(std::string_view heading) {
    return isOneOf(heading, {"经度", "lon", "lng", "longitude"});
}

bool isLatitude(std::string_view heading) {
    return isOneOf(heading, {"纬度", "lat", "latitude"});
}

Result<SheetTable> tableOf(const Sheet& sheet, std::size_t headingRow, const HeadingScore& score) {
    return TableReader(sheet, score).read(headingRow);
}

} // namespace tuban
