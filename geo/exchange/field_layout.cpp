#include "geo/exchange/field_layout.h"

#include "geo/base/instant.h"
#include "geo/base/text.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace tuban {
namespace {

constexpr int mostDecimals = 15;
constexpr int mostNumberWidth = 32;

/// What the cells of one field need.
struct Need {
    std::size_t bytes = 0;
    int wholeDigits = 1; ///< with the sign
    int decimals = 0;
    bool allDays = true;
};

int wholeDigitsOf(double number) {
    return static_cast<int>(std::format("{:.0f}", std::trunc(number)).size()) +
           (number < 0 && number > -1 ? 1 : 0);
}

void meet(const ExportContext& context, const Value& cell, Need& need) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        need.bytes = std::max(need.bytes, context.encoder->encode(*text).bytes.size());
        need.allDays = need.allDays && parseDay(*text) == *text;
    } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
        need.wholeDigits = std::max(need.wholeDigits, static_cast<int>(std::to_string(*whole).size()));
    } else if (const auto* real = std::get_if<double>(&cell)) {
        need.wholeDigits = std::max(need.wholeDigits, wholeDigitsOf(*real));
        need.decimals = std::max(need.decimals, decimalsOf(*real));
    }
}

void settle(const Need& need, ExportField& field) {
    if (field.kind == FieldKind::Date && !need.allDays) {
        field.kind = FieldKind::Text;
    }
    switch (field.kind) {
    case FieldKind::Text: {
        constexpr std::size_t step = 10;
        const auto rounded = std::max(step, (need.bytes + step - 1) / step * step);
        field.width = static_cast<int>(std::min(rounded, mostTextBytes));
        break;
    }
    case FieldKind::Integer: {
        constexpr int usual = 9;
        field.width = std::max(usual, need.wholeDigits);
        break;
    }
    case FieldKind::Real: {
        constexpr int roomForWhole = 9;
        field.decimals = field.column->unit == "m²" ? std::max(need.decimals, 2) : need.decimals;
        field.width =
            std::min(mostNumberWidth, std::max(need.wholeDigits, roomForWhole) + 1 + field.decimals);
        break;
    }
    case FieldKind::Date:
        break;
    }
}

} // namespace

int decimalsOf(double number) {
    constexpr double relative = 1e-10;
    double scale = 1;
    for (int decimals = 0; decimals < mostDecimals; ++decimals, scale *= 10) {
        if (std::abs(std::round(number * scale) / scale - number) <= relative * std::abs(number)) {
            return decimals;
        }
    }
    return mostDecimals;
}

FieldKind fieldKind(const Column& column, CellValues values) {
    if (!column.domain.empty() || (column.type == ColumnType::Flag && values == CellValues::Label)) {
        return FieldKind::Text;
    }
    switch (column.type) {
    case ColumnType::Text:
        return FieldKind::Text;
    case ColumnType::Integer:
    case ColumnType::Flag:
        return FieldKind::Integer;
    case ColumnType::Real:
        return FieldKind::Real;
    case ColumnType::Date:
        return FieldKind::Date;
    }
    return FieldKind::Text;
}

FittedText fitText(const ExportContext& context, const std::string& text, std::size_t mostBytes) {
    FittedText fitted;
    auto encoded = context.encoder->encode(text);
    for (const char32_t lost : encoded.lost) {
        std::string character;
        appendUtf8(character, lost);
        fitted.losses.push_back(std::format("{} (U+{:04X}) has no place in {} and became ?",
                                            character,
                                            static_cast<std::uint32_t>(lost),
                                            context.encoder->name()));
    }
    const auto whole = encoded.bytes.size();
    if (mostBytes > 0 && whole > mostBytes) {
        encoded.bytes = context.encoder->encode(cutToBytes(text, *context.encoder, mostBytes)).bytes;
        fitted.losses.push_back(std::format("cut from {} to {} bytes", whole, encoded.bytes.size()));
    }
    fitted.text = context.decoder->decodeAnyhow(encoded.bytes);
    fitted.bytes = std::move(encoded.bytes);
    return fitted;
}

Result<void> layOutFields(const ExportContext& context, ExportPart& part) {
    std::vector<Need> needs(part.fields.size());
    const auto read = eachExportRow(context, part, [&](ExportRow&& row) -> Result<void> {
        for (std::size_t i = 0; i < needs.size(); ++i) {
            meet(context, row.cells[i], needs[i]);
        }
        return {};
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    for (std::size_t i = 0; i < needs.size(); ++i) {
        settle(needs[i], part.fields[i]);
    }
    return {};
}

} // namespace tuban
