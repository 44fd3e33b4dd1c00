#include "geo/report/formats.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <set>

namespace tuban {

namespace {

/// Ends a workbook that was not written to its end.
struct WorkbookCloser {
    void operator()(lxw_workbook* workbook) const { workbook_close(workbook); }
};

constexpr lxw_row_t headingRow = 3; // below title, subtitle and a blank

/// First `count` characters of UTF-8 text.
std::string firstOf(const std::string& text, std::size_t count) {
    std::size_t at = 0;
    while (at < text.size() && count > 0) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
            ++at;
        }
        --count;
    }
    return text.substr(0, at);
}

/// A name that Excel takes: at most 31 characters, none of []:*?/\, each once.
std::string sheetName(const std::string& title, std::set<std::string>& taken) {
    std::string name = title.empty() ? "1" : title;
    std::ranges::replace_if(name, [](char c) { return std::string_view("[]:*?/\\'").contains(c); }, ' ');
    std::string unique = firstOf(name, 31);
    for (int n = 2; !taken.insert(unique).second; ++n) {
        unique = firstOf(name, 27) + " " + std::to_string(n);
    }
    return unique;
}

class SheetWriter {
public:
    SheetWriter(lxw_workbook* workbook, lxw_worksheet* sheet)
        : m_sheet(sheet),
          m_title(workbook_add_format(workbook)),
          m_heading(workbook_add_format(workbook)),
          m_text(workbook_add_format(workbook)),
          m_whole(workbook_add_format(workbook)),
          m_number(workbook_add_format(workbook)),
          m_day(workbook_add_format(workbook)),
          m_percent(workbook_add_format(workbook)) {
        format_set_bold(m_title);
        format_set_font_size(m_title, 14);
        format_set_bold(m_heading);
        format_set_text_wrap(m_heading);
        format_set_bg_color(m_heading, 0xE8EEF4);
        format_set_bottom(m_heading, LXW_BORDER_THIN);
        format_set_text_wrap(m_text);
        for (auto* format : {m_text, m_whole, m_number, m_day, m_percent}) {
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        }
        format_set_num_format(m_whole, "#,##0");
        format_set_num_format(m_number, "#,##0.00");
        format_set_num_format(m_day, "yyyy-mm-dd");
        format_set_num_format(m_percent, "0.0%");
    }

    void write(const Report& report, const ReportList& sheet) {
        worksheet_write_string(m_sheet, 0, 0, (report.title + " · " + sheet.title).c_str(), m_title);
        const auto below = report.stamp.empty() ? report.subtitle : report.subtitle + "  " + report.stamp;
        worksheet_write_string(m_sheet, 1, 0, below.c_str(), nullptr);
        const auto last = static_cast<lxw_col_t>(sheet.columns.size() - 1);
        for (lxw_col_t at = 0; at <= last; ++at) {
            const auto& column = sheet.columns[at];
            worksheet_write_string(m_sheet, headingRow, at, column.title.c_str(), m_heading);
            worksheet_set_column(m_sheet, at, at, column.width, nullptr);
        }
        lxw_row_t row = headingRow;
        for (const auto& cells : sheet.rows) {
            ++row;
            for (lxw_col_t at = 0; at <= last; ++at) {
                cell(row, at, cells[at], sheet.columns[at].kind);
            }
        }
        worksheet_freeze_panes(m_sheet, headingRow + 1, 0);
        worksheet_autofilter(m_sheet, headingRow, 0, std::max(row, headingRow + 1), last);
        worksheet_set_landscape(m_sheet);
        worksheet_set_paper(m_sheet, 9); // A4
        worksheet_fit_to_pages(m_sheet, 1, 0);
        worksheet_repeat_rows(m_sheet, headingRow, headingRow);
        worksheet_set_footer(m_sheet, "&C&P / &N");
    }

private:
    void cell(lxw_row_t row, lxw_col_t at, const Value& value, ReportList::Kind kind) {
        if (isNull(value)) {
            return;
        }
        const auto* whole = std::get_if<std::int64_t>(&value);
        const auto* real = std::get_if<double>(&value);
        if (whole != nullptr || real != nullptr) {
            const double number = whole != nullptr ? static_cast<double>(*whole) : *real;
            auto* format = kind == ReportList::Kind::Percent ? m_percent
                           : std::trunc(number) == number    ? m_whole
                                                             : m_number;
            worksheet_write_number(m_sheet, row, at, number, format);
        } else if (kind != ReportList::Kind::Day || !day(row, at, std::get<std::string>(value))) {
            worksheet_write_string(m_sheet, row, at, std::get<std::string>(value).c_str(), m_text);
        }
    }

    /// False for a text that is no day of YYYY-MM-DD.
    bool day(lxw_row_t row, lxw_col_t at, const std::string& text) {
        lxw_datetime when{};
        const auto number = [&](std::size_t from, std::size_t length, int& into) {
            const char* end = text.data() + from + length;
            return std::from_chars(text.data() + from, end, into).ptr == end;
        };
        if (text.size() != 10 || !number(0, 4, when.year) || !number(5, 2, when.month) ||
            !number(8, 2, when.day)) {
            return false;
        }
        return worksheet_write_datetime(m_sheet, row, at, &when, m_day) == LXW_NO_ERROR;
    }

    lxw_worksheet* m_sheet;
    lxw_format* m_title;
    lxw_format* m_heading;
    lxw_format* m_text;
    lxw_format* m_whole;
    lxw_format* m_number;
    lxw_format* m_day;
    lxw_format* m_percent;
};

} // namespace

Result<void> writeXlsx(const Report& report, const std::string& path) {
    std::unique_ptr<lxw_workbook, WorkbookCloser> workbook(workbook_new(path.c_str()));
    if (!workbook) {
        return failure(ErrorCode::Unwritable, "there is no memory for a workbook");
    }
    std::set<std::string> taken;
    for (const auto& sheet : report.lists) {
        auto* page = workbook_add_worksheet(workbook.get(), sheetName(sheet.title, taken).c_str());
        if (page == nullptr) {
            return failure(ErrorCode::Unwritable, "sheet " + sheet.title + " cannot be written");
        }
        SheetWriter(workbook.get(), page).write(report, sheet);
    }
    const auto closed = workbook_close(workbook.release());
    return closed == LXW_NO_ERROR ? Result<void>() : failure(ErrorCode::Unwritable, lxw_strerror(closed));
}

} // namespace tuban
