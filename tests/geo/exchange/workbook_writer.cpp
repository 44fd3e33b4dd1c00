#include "workbook_writer.h"

#include <catch2/catch_test_macros.hpp>
#include <cpl_vsi.h>

#include <charconv>
#include <format>
#include <string_view>

namespace tuban::test {

namespace {

void put(const std::string& archive, const std::string& part, const std::string& text) {
    VSILFILE* file = VSIFOpenL((archive + "/" + part).c_str(), "wb");
    REQUIRE(file != nullptr);
    VSIFWriteL(text.data(), 1, text.size(), file);
    VSIFCloseL(file);
}

std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        result += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    }
    return result;
}

std::string cell(std::size_t row, std::size_t column, const std::string& text) {
    const std::string place = std::format("{}{}", static_cast<char>('A' + column), row + 1);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size()) {
        return std::format(R"(<c r="{}"><v>{}</v></c>)", place, text);
    }
    return std::format(R"(<c r="{}" t="inlineStr"><is><t>{}</t></is></c>)", place, escaped(text));
}

std::string sheetXml(const WrittenSheet& sheet) {
    std::string xml =
        R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)";
    for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
        xml += std::format(R"(<row r="{}">)", r + 1);
        for (std::size_t c = 0; c < sheet.rows[r].size(); ++c) {
            xml += sheet.rows[r][c].empty() ? "" : cell(r, c, sheet.rows[r][c]);
        }
        xml += "</row>";
    }
    xml += "</sheetData>";
    if (!sheet.merged.empty()) {
        xml += "<mergeCells>";
        for (const std::string& cells : sheet.merged) {
            xml += std::format(R"(<mergeCell ref="{}"/>)", cells);
        }
        xml += "</mergeCells>";
    }
    return xml + "</worksheet>";
}

} // namespace

void writeWorkbook(const std::string& path, const std::vector<WrittenSheet>& sheets) {
    const std::string archive = "/vsizip/" + path;
    VSILFILE* whole = VSIFOpenL(archive.c_str(), "wb"); // keeps the archive open over all its parts
    REQUIRE(whole != nullptr);
    std::string types, list, ways;
    for (std::size_t i = 1; i <= sheets.size(); ++i) {
        types += std::format(
            R"(<Override PartName="/xl/worksheets/sheet{}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>)",
            i);
        list +=
            std::format(R"(<sheet name="{}" sheetId="{}" r:id="rId{}"/>)", escaped(sheets[i - 1].name), i, i);
        ways += std::format(
            R"(<Relationship Id="rId{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{}.xml"/>)",
            i,
            i);
    }
    put(archive,
        "[Content_Types].xml",
        R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>)" +
            types + "</Types>");
    put(archive,
        "_rels/.rels",
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)");
    put(archive,
        "xl/workbook.xml",
        R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>)" +
            list + "</sheets></workbook>");
    put(archive,
        "xl/_rels/workbook.xml.rels",
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" + ways +
            "</Relationships>");
    for (std::size_t i = 1; i <= sheets.size(); ++i) {
        put(archive, std::format("xl/worksheets/sheet{}.xml", i), sheetXml(sheets[i - 1]));
    }
    VSIFCloseL(whole);
}

} // namespace tuban::test
