// WordprocessingML (ISO/IEC 29500): the least that Word and WPS open and edit.
#include "geo/report/formats.h"
#include "geo/report/zip.h"

#include <cmath>
#include <format>

namespace tuban {

namespace {

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view names =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

constexpr std::string_view contentTypes =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
    "<Override PartName=\"/word/header1.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>"
    "<Override PartName=\"/word/footer1.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/></Types>";

constexpr std::string_view packageRelations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
    "Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"word/document.xml\"/></Relationships>";

constexpr std::string_view documentRelations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
    "Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
    "Target=\"styles.xml\"/>"
    "<Relationship Id=\"rId2\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" "
    "Target=\"header1.xml\"/>"
    "<Relationship Id=\"rId3\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" "
    "Target=\"footer1.xml\"/>"
    "</Relationships>";

/// The faces that offices expect: 宋体 for text, 黑体 for headings.
constexpr std::string_view styles =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
    "w:eastAsia=\"宋体\"/><w:sz w:val=\"20\"/><w:lang w:val=\"en-US\" "
    "w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault>"
    "</w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:pPr><w:jc "
    "w:val=\"center\"/></w:pPr>"
    "<w:rPr><w:rFonts w:eastAsia=\"黑体\"/><w:b/><w:sz w:val=\"36\"/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:pPr><w:keepNext/>"
    "<w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"0\"/></w:pPr>"
    "<w:rPr><w:rFonts w:eastAsia=\"黑体\"/><w:b/><w:sz w:val=\"26\"/></w:rPr></w:style>";

constexpr double printableTwips = 14'400; // A4 across, margins of 2 cm

std::string paragraph(std::string_view text, std::string_view properties = "") {
    return std::format("<w:p><w:pPr>{}</w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
                       properties,
                       escaped(text));
}

std::string tableCell(std::string_view text, int width, bool isHeading, bool toTheRight) {
    return std::format(
        "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{}</w:tcPr><w:p><w:pPr>{}</w:pPr><w:r><w:rPr>{}"
        "<w:sz w:val=\"18\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p></w:tc>",
        width,
        isHeading ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E8EEF4\"/>" : "",
        toTheRight ? "<w:jc w:val=\"right\"/>" : "",
        isHeading ? "<w:b/>" : "",
        escaped(text));
}

std::vector<int> widthsOf(const ReportList& sheet) {
    double all = 0;
    for (const auto& column : sheet.columns) {
        all += column.width;
    }
    std::vector<int> widths;
    for (const auto& column : sheet.columns) {
        widths.push_back(static_cast<int>(std::lround(column.width / all * printableTwips)));
    }
    return widths;
}

std::string borders() {
    std::string lines;
    for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"}) {
        lines += std::format("<w:{} w:val=\"single\" w:sz=\"4\" w:color=\"8A97A3\"/>", side);
    }
    return lines;
}

std::string table(const ReportList& sheet) {
    const auto widths = widthsOf(sheet);
    std::string text = "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>" + borders() +
                       "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
    for (const int width : widths) {
        text += std::format("<w:gridCol w:w=\"{}\"/>", width);
    }
    // The heading comes again on each page, and no row is torn.
    text += "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
    for (std::size_t i = 0; i < widths.size(); ++i) {
        text += tableCell(sheet.columns[i].title, widths[i], true, false);
    }
    text += "</w:tr>";
    for (const auto& row : sheet.rows) {
        text += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const auto kind = sheet.columns[i].kind;
            const bool isFigure = kind == ReportList::Kind::Number || kind == ReportList::Kind::Percent;
            text += tableCell(cellText(row[i], kind), widths[i], false, isFigure);
        }
        text += "</w:tr>";
    }
    return text + "</w:tbl>";
}

std::string documentOf(const Report& report) {
    std::string body = paragraph(report.title, "<w:pStyle w:val=\"Title\"/>");
    body += paragraph(report.subtitle, "<w:jc w:val=\"center\"/>");
    for (const auto& sheet : report.lists) {
        body += paragraph(std::format("{} ({})", sheet.title, sheet.rows.size()),
                          "<w:pStyle w:val=\"Heading1\"/>");
        body += sheet.rows.empty() ? paragraph("—") : table(sheet);
    }
    return std::format(
        "{}<w:document {}><w:body>{}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/>"
        "<w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"16838\" w:h=\"11906\" "
        "w:orient=\"landscape\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" "
        "w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body>"
        "</w:document>",
        head,
        names,
        body);
}

std::string headerOf(const Report& report) {
    const auto text = report.stamp.empty() ? report.title : report.title + "    " + report.stamp;
    return std::format("{}<w:hdr {}>{}</w:hdr>", head, names, paragraph(text, "<w:jc w:val=\"right\"/>"));
}

std::string footerOf() {
    return std::format(
        "{}<w:ftr {}><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:fldSimple w:instr=\"PAGE\"><w:r>"
        "<w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>"
        "<w:fldSimple w:instr=\"NUMPAGES\"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>",
        head,
        names);
}

} // namespace

Result<void> writeDocx(const Report& report, const std::string& path) {
    const std::string start(head);
    return writeBytes(
        path,
        zipped({{"[Content_Types].xml", start + std::string(contentTypes)},
                {"_rels/.rels", start + std::string(packageRelations)},
                {"word/_rels/document.xml.rels", start + std::string(documentRelations)},
                {"word/document.xml", documentOf(report)},
                {"word/styles.xml", std::format("{}<w:styles {}>{}</w:styles>", head, names, styles)},
                {"word/header1.xml", headerOf(report)},
                {"word/footer1.xml", footerOf()}}));
}

} // namespace tuban
