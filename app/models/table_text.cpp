#include "app/models/table_text.h"

#include "app/models/cell_text.h"
#include "app/session/language.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <memory>

namespace tuban {

namespace {

constexpr qsizetype maxCellCharacters = 32'767;
constexpr qsizetype maxSheetTitle = 31;
constexpr double columnWidth = 14;

QString heading(const Column& column) {
    auto title = QString::fromStdString(column.title.in(uiLanguage().toStdString()));
    return column.unit.empty()
               ? title
               : title + QStringLiteral(" (") + QString::fromStdString(column.unit) + QLatin1Char(')');
}

QString oneLine(QString text) {
    text.replace(QLatin1Char('\t'), QLatin1Char(' '));
    text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    text.remove(QLatin1Char('\r'));
    return text;
}

/// Ends a workbook that was not written to its end.
struct WorkbookCloser {
    void operator()(lxw_workbook* workbook) const { workbook_close(workbook); }
};

class SheetWriter {
public:
    SheetWriter(lxw_workbook* workbook, lxw_worksheet* sheet)
        : m_sheet(sheet),
          m_bold(workbook_add_format(workbook)),
          m_day(workbook_add_format(workbook)),
          m_area(workbook_add_format(workbook)) {
        format_set_bold(m_bold);
        format_set_num_format(m_day, "yyyy-mm-dd");
        format_set_num_format(m_area, "#,##0.00");
    }
    void headings(const std::vector<const Column*>& columns) {
        lxw_col_t at = 0;
        for (const auto* column : columns) {
            text(0, at++, heading(*column), m_bold);
        }
        text(0, at, QStringLiteral("UID"), m_bold);
        worksheet_freeze_panes(m_sheet, 1, 0);
        worksheet_set_column(m_sheet, 0, at, columnWidth, nullptr);
    }
    void
    cell(lxw_row_t row, lxw_col_t at, const TableQuery& query, const Column& column, std::uint32_t feature) {
        const int index = query.snapshot->columnIndex(column.name);
        const auto value = query.snapshot->cell(index, feature);
        if (isNull(value)) {
            return;
        }
        const auto* whole = std::get_if<std::int64_t>(&value);
        const auto* real = std::get_if<double>(&value);
        const bool number = column.type == ColumnType::Integer || column.type == ColumnType::Real;
        if (number && (whole != nullptr || real != nullptr)) {
            worksheet_write_number(m_sheet,
                                   row,
                                   at,
                                   whole != nullptr ? static_cast<double>(*whole) : *real,
                                   column.unit == "m²" ? m_area : nullptr);
        } else if (column.type == ColumnType::Date && day(row, at, toText(value))) {
            return;
        } else {
            text(row, at, cellLabel(*query.catalogue, column, *query.snapshot, feature), nullptr);
        }
    }
    void text(lxw_row_t row, lxw_col_t at, const QString& words, lxw_format* format) {
        if (words.size() > maxCellCharacters) {
            ++m_cut;
        }
        // Always a string: a name that begins with "=" is no formula.
        worksheet_write_string(m_sheet, row, at, words.left(maxCellCharacters).toUtf8().constData(), format);
    }
    [[nodiscard]] std::int64_t cut() const { return m_cut; }

private:
    bool day(lxw_row_t row, lxw_col_t at, const std::string& iso) {
        constexpr int firstYearOfExcel = 1900;
        lxw_datetime date{};
        if (iso.size() != 10) {
            return false;
        }
        const char* text = iso.c_str();
        std::from_chars(text, text + 4, date.year);
        std::from_chars(text + 5, text + 7, date.month);
        std::from_chars(text + 8, text + 10, date.day);
        return date.year > firstYearOfExcel && date.month > 0 && date.day > 0 &&
               worksheet_write_datetime(m_sheet, row, at, &date, m_day) == LXW_NO_ERROR;
    }
    lxw_worksheet* m_sheet;
    lxw_format* m_bold;
    lxw_format* m_day;
    lxw_format* m_area;
    std::int64_t m_cut = 0;
};

QString sheetName(const QString& title) {
    auto name = title.left(maxSheetTitle);
    for (const auto forbidden : QStringLiteral("[]:*?/\\'")) {
        name.remove(forbidden);
    }
    return name.isEmpty() ? QStringLiteral("Sheet1") : name;
}

Result<std::int64_t> writeRows(const std::string& path,
                               const TableQuery& query,
                               const std::vector<const Column*>& columns,
                               const RowList& rows,
                               const QString& sheetTitle,
                               const QString& stamp) {
    // Row by row on disk: a large table needs no memory of its own.
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    std::unique_ptr<lxw_workbook, WorkbookCloser> workbook(workbook_new_opt(path.c_str(), &options));
    if (!workbook) {
        return failure(ErrorCode::Unwritable, path);
    }
    auto* sheet = workbook_add_worksheet(workbook.get(), sheetName(sheetTitle).toUtf8().constData());
    if (!stamp.isEmpty()) {
        worksheet_set_header(sheet, ("&C" + stamp.toStdString()).c_str());
    }
    SheetWriter writer(workbook.get(), sheet);
    writer.headings(columns);
    lxw_row_t row = 1;
    for (const auto feature : rows) {
        lxw_col_t at = 0;
        for (const auto* column : columns) {
            writer.cell(row, at++, query, *column, feature);
        }
        writer.text(row++, at, QString::fromStdString(query.snapshot->uid(feature)), nullptr);
    }
    const auto closed = workbook_close(workbook.release());
    if (closed != LXW_NO_ERROR) {
        return failure(ErrorCode::Unwritable, path + ": " + lxw_strerror(closed));
    }
    return writer.cut();
}

} // namespace

QString
tabSeparated(const TableQuery& query, const std::vector<const Column*>& columns, const RowList& rows) {
    QString text;
    const auto line = [&text](const QStringList& cells) {
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    QStringList cells;
    for (const auto* column : columns) {
        cells.append(oneLine(heading(*column)));
    }
    line(cells);
    for (const auto row : rows) {
        cells.clear();
        for (const auto* column : columns) {
            cells.append(oneLine(cellLabel(*query.catalogue, *column, *query.snapshot, row)));
        }
        line(cells);
    }
    return text;
}

Result<std::int64_t> writeXlsx(const std::string& path,
                               const TableQuery& query,
                               const std::vector<const Column*>& columns,
                               const RowList& rows,
                               const QString& sheetTitle,
                               const QString& stamp) {
    constexpr std::size_t maxRows = 1'048'575; // beside the headings
    if (rows.size() > maxRows) {
        return failure(ErrorCode::Unwritable,
                       path + ": a sheet of Excel ends at 1,048,576 rows; filter the table");
    }
    const auto part = path + ".part";
    auto written = writeRows(part, query, columns, rows, sheetTitle, stamp);
    std::error_code problem;
    if (written) {
        std::filesystem::rename(part, path, problem);
    }
    if (!written || problem) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        return written ? failure(ErrorCode::Unwritable, path + ": " + problem.message()) : written;
    }
    return written;
}

} // namespace tuban
