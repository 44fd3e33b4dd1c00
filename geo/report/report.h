#pragma once

#include "geo/base/result.h"
#include "geo/base/value.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace tuban {

/// A list of a report: headings and rows. Dates are ISO 8601 text in a column of kind Day; a percent is a
/// share of 1.
struct ReportList {
    enum class Kind : std::uint8_t { Text, Number, Day, Percent };
    struct Column {
        std::string title;
        Kind kind = Kind::Text;
        double width = 14; ///< in characters
    };
    std::string title;
    std::vector<Column> columns;
    std::vector<std::vector<Value>> rows{};
};

/// What is printed for a meeting or a month: a title, a line below it and lists.
struct Report {
    std::string title;
    std::string language{"zh"}; ///< "zh" or "en": of all its words
    std::string subtitle{};     ///< as of, known by
    std::string stamp{};        ///< on every page; empty in real plans
    std::vector<ReportList> lists{};
};

/// A cell as it is read: grouped figures, at most two decimals, percents with one.
[[nodiscard]] std::string cellText(const Value& value, ReportList::Kind kind);

/// Writes a report into a file of ours that is renamed afterwards. \return Error::Unwritable, which does not
/// name the file
using ReportWriter = std::function<Result<void>(const Report&, const std::string& path)>;

/// Writes a report beside its target and renames it; the ending of the name says how: xlsx (a sheet a list,
/// real numbers and dates, filters on), docx, html (one file) or pdf.
/// \param writePdf given by a program that can draw; without it there is no pdf
/// \return Error::Usage for another ending, Unwritable
[[nodiscard]] Result<void>
writeReport(const Report& report, const std::string& path, const ReportWriter& writePdf = {});

} // namespace tuban
