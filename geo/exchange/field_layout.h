#pragma once

#include "geo/exchange/export_part.h"

namespace tuban {

/// The most bytes a text cell of a DBF can hold.
inline constexpr std::size_t mostTextBytes = 254;

/// What the file makes of a cell: text in its encoding and width.
struct FittedText {
    std::string bytes;               ///< as written
    std::string text;                ///< as it will be read, UTF-8
    std::vector<std::string> losses; ///< "𠮷 (U+20BB7) has no place in GBK", "cut from 300 to 254 bytes"
};

/// Encodes a text and cuts it between characters. \param mostBytes 0: no limit
[[nodiscard]] FittedText
fitText(const ExportContext& context, const std::string& text, std::size_t mostBytes);

/// The kind of a field in a file of this format. \param values label or code
[[nodiscard]] FieldKind fieldKind(const Column& column, CellValues values);

/// Widths and decimals of a DBF for what the rows hold, so that no program has to guess them; days that are
/// none make their field a text. Reads all rows once.
[[nodiscard]] Result<void> layOutFields(const ExportContext& context, ExportPart& part);

/// The fewest decimals that keep a number to one part in a thousand million, at most 15.
[[nodiscard]] int decimalsOf(double number);

} // namespace tuban
