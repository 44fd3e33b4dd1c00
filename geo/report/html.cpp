#include "geo/report/formats.h"

#include <format>

namespace tuban {

namespace {

constexpr std::string_view style =
    "body{font:14px/1.5 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:2em;color:#1d2733}"
    "h1{font-size:22px;margin:0}h2{font-size:17px;margin:1.6em 0 .4em}p{margin:.2em 0;color:#5a6773}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #c9d3dc;padding:4px "
    "6px;text-align:left;"
    "vertical-align:top}th{background:#e8eef4}td.n{text-align:right;white-space:nowrap}td.d{white-space:"
    "nowrap}"
    "@media print{thead{display:table-header-group}tr{page-break-inside:avoid}body{margin:0;font-size:11px}}";

std::string_view classOf(ReportList::Kind kind) {
    switch (kind) {
    case ReportList::Kind::Number:
    case ReportList::Kind::Percent:
        return " class=\"n\"";
    case ReportList::Kind::Day:
        return " class=\"d\"";
    case ReportList::Kind::Text:
        return "";
    }
    return "";
}

void addTable(const ReportList& sheet, std::string& page) {
    page += std::format("<h2>{} ({})</h2>\n", escaped(sheet.title), sheet.rows.size());
    if (sheet.rows.empty()) {
        page += "<p>—</p>\n";
        return;
    }
    page += "<table><thead><tr>";
    for (const auto& column : sheet.columns) {
        page += "<th>" + escaped(column.title) + "</th>";
    }
    page += "</tr></thead><tbody>\n";
    for (const auto& row : sheet.rows) {
        page += "<tr>";
        for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
            const auto kind = sheet.columns[i].kind;
            page += std::format("<td{}>{}</td>", classOf(kind), escaped(cellText(row[i], kind)));
        }
        page += "</tr>\n";
    }
    page += "</tbody></table>\n";
}

} // namespace

Result<void> writeHtml(const Report& report, const std::string& path) {
    std::string page =
        std::format("<!DOCTYPE html>\n<html lang=\"{3}\"><head><meta charset=\"utf-8\"><title>{0}"
                    "</title><style>{1}</style></head><body>\n<h1>{0}</h1>\n<p>{2}</p>\n",
                    escaped(report.title),
                    style,
                    escaped(report.subtitle),
                    report.language == "zh" ? "zh-CN" : "en");
    if (!report.stamp.empty()) {
        page += "<p>" + escaped(report.stamp) + "</p>\n";
    }
    for (const auto& sheet : report.lists) {
        addTable(sheet, page);
    }
    return writeBytes(path, page + "</body></html>\n");
}

} // namespace tuban
