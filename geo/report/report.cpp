#include "geo/report/report.h"

#include "geo/base/text.h"
#include "geo/report/formats.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <format>
#include <fstream>
#include <optional>
#include <utility>

namespace tuban {

namespace {

namespace fs = std::filesystem;

/// How a file of this ending is written; empty for one that we do not write.
ReportWriter writerFor(std::string_view ending, const ReportWriter& writePdf) {
    return ending == ".xlsx"   ? writeXlsx
           : ending == ".docx" ? writeDocx
           : ending == ".html" ? writeHtml
           : ending == ".pdf"  ? writePdf
                               : ReportWriter();
}

std::optional<double> numberOf(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*whole);
    }
    const auto* real = std::get_if<double>(&value);
    return real != nullptr ? std::optional(*real) : std::nullopt;
}

std::string grouped(double number) {
    auto text = std::format("{:.2f}", std::abs(number));
    while (text.ends_with('0')) {
        text.pop_back();
    }
    if (text.ends_with('.')) {
        text.pop_back();
    }
    const auto point = std::min(text.find('.'), text.size());
    for (auto at = point; at > 3; at -= 3) {
        text.insert(at - 3, ",");
    }
    return number < 0 && text != "0" ? "-" + text : text;
}

} // namespace

std::string cellText(const Value& value, ReportList::Kind kind) {
    const auto number = numberOf(value);
    if (!number) {
        return toText(value);
    }
    return kind == ReportList::Kind::Percent ? std::format("{:.1f} %", 100 * *number) : grouped(*number);
}

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
                safe += c;
            }
        }
    }
    return safe;
}

Result<void> writeBytes(const std::string& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    file.close();
    return file ? Result<void>()
                : failure(ErrorCode::Unwritable, "it cannot be written to its end; is the disk full?");
}

Result<void> writeReport(const Report& report, const std::string& path, const ReportWriter& writePdf) {
    const auto ending = lowerAscii(fs::path(path).extension().string());
    const auto writer = writerFor(ending, writePdf);
    if (!writer && ending == ".pdf") {
        return failure(ErrorCode::Usage,
                       path +
                           ": this program cannot draw, so it writes no .pdf; take .docx, .xlsx or .html.");
    }
    if (!writer) {
        return failure(ErrorCode::Usage,
                       path + ": a report is written as .pdf, .docx, .xlsx or .html; give the file one of "
                              "these endings.");
    }
    const std::string making = path + ".making";
    if (!std::ofstream(making)) {
        return failure(ErrorCode::Unwritable,
                       path + ": it cannot be written; is its folder there, and may you write into it?");
    }
    const auto written = writer(report, making);
    std::error_code error;
    if (written) {
        fs::rename(making, path, error);
    }
    if (!written || error) {
        std::error_code ignored;
        fs::remove(making, ignored);
        return failure(ErrorCode::Unwritable,
                       path + ": " + (error ? error.message() : written.error().message));
    }
    return {};
}

} // namespace tuban
