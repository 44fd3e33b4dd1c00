#include "geo/exchange/cell_reader.h"

#include "geo/base/instant.h"
#include "geo/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

namespace tuban {
namespace {

constexpr ReadCell doesNotFit{{}, false};

/// A number written by a person: "1,234.5", "１２３４"is none, "35%".
std::optional<double> numberOf(std::string_view written) {
    std::string text;
    for (std::size_t i = 0; i < written.size(); ++i) {
        constexpr std::string_view wideComma = "，";
        if (written.substr(i).starts_with(wideComma)) {
            i += wideComma.size() - 1;
        } else if (written[i] != ',' && written[i] != ' ' && written[i] != '\'') {
            text += written[i];
        }
    }
    double scale = 1;
    if (text.ends_with('%')) {
        text.pop_back();
        scale = 0.01;
    }
    const char* begin = text.data() + (text.starts_with('+') ? 1 : 0);
    double number = 0;
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) {
        return std::nullopt;
    }
    return number * scale;
}

std::optional<double> numberIn(const Value& raw) {
    if (const auto* whole = std::get_if<std::int64_t>(&raw)) {
        return static_cast<double>(*whole);
    }
    if (const auto* real = std::get_if<double>(&raw)) {
        return *real;
    }
    const auto* text = std::get_if<std::string>(&raw);
    return text == nullptr ? std::nullopt : numberOf(*text);
}

ReadCell readInteger(const Value& raw) {
    if (std::holds_alternative<std::int64_t>(raw)) {
        return {raw, true};
    }
    const auto number = numberIn(raw);
    constexpr double exactUpTo = 9.0e15;
    if (!number || std::abs(*number) > exactUpTo || *number != std::round(*number)) {
        return doesNotFit;
    }
    return {static_cast<std::int64_t>(*number), true};
}

ReadCell readFlag(const Value& raw) {
    static constexpr std::array yes{"1", "是", "有", "true", "yes", "y", "t", "√"};
    static constexpr std::array no{"0", "否", "无", "false", "no", "n", "f", "×"};
    const auto text = lowerAscii(trimmed(toText(raw)));
    if (std::ranges::contains(yes, text)) {
        return {std::int64_t{1}, true};
    }
    return std::ranges::contains(no, text) ? ReadCell{std::int64_t{0}, true} : doesNotFit;
}

ReadCell readDate(const Value& raw) {
    const auto text = toText(raw);
    // Programs without empty dates write zeros.
    if (text.find_first_not_of("0-/. ") == std::string::npos) {
        return {};
    }
    auto day = parseDay(text);
    return day ? ReadCell{*std::move(day), true} : doesNotFit;
}

/// Land use in a column without a scheme: the code of a code, a name or both; else the text as it is.
std::string codeOfAnyScheme(const Catalogue& catalogue, const std::string& text) {
    for (const auto* scheme : {"MNR2023", "GBT21010", "GB50137", "SURVEY3"}) {
        if (auto code = catalogue.landUseCodeOf(scheme, text)) {
            return *std::move(code);
        }
    }
    return text;
}

ReadCell
readCoded(const Catalogue& catalogue, const Layer& layer, const Column& column, const std::string& text) {
    if (column.name == "stage" && !layer.stages.empty()) {
        const auto* stage = layer.stage(text);
        return stage == nullptr ? doesNotFit : ReadCell{stage->code, true};
    }
    const auto* domain = catalogue.domain(column.domain);
    if (domain == nullptr) {
        return {codeOfAnyScheme(catalogue, text), true};
    }
    auto code = domain->codeOf(text);
    return code ? ReadCell{*std::move(code), true} : doesNotFit;
}

} // namespace

ReadCell readCell(
    const Catalogue& catalogue, const Layer& layer, const Column& column, const Value& raw, double factor) {
    const auto text = std::string(trimmed(toText(raw)));
    if (isNull(raw) || text.empty()) {
        return {};
    }
    switch (column.type) {
    case ColumnType::Text:
        return column.domain.empty() ? ReadCell{text, true} : readCoded(catalogue, layer, column, text);
    case ColumnType::Integer:
        return readInteger(raw);
    case ColumnType::Real: {
        const auto number = numberIn(raw);
        return number ? ReadCell{*number * factor, true} : doesNotFit;
    }
    case ColumnType::Date:
        return readDate(raw);
    case ColumnType::Flag:
        return readFlag(raw);
    }
    return doesNotFit;
}

LandUseReader::LandUseReader(const Catalogue& catalogue,
                             const Layer& layer,
                             const std::vector<std::string>& values)
    : m_catalogue(&catalogue) {
    std::set<std::string> different;
    for (const auto& value : values) {
        if (const auto text = trimmed(value); !text.empty()) {
            different.emplace(text);
        }
    }
    // The order decides between schemes that know equally many.
    std::vector<std::string> schemes{"MNR2023", "GBT21010", "GB50137", "SURVEY3"};
    if (layer.name == "survey_patch") {
        schemes = {"SURVEY3", "GBT21010", "MNR2023", "GB50137"};
    }
    std::size_t best = 0;
    for (const auto& scheme : schemes) {
        const auto known = static_cast<std::size_t>(std::ranges::count_if(
            different, [&](const auto& value) { return codeOf(value, scheme).has_value(); }));
        if (known > best && 2 * known >= different.size()) {
            best = known;
            m_scheme = scheme;
        }
    }
}

std::optional<std::string> LandUseReader::codeOf(std::string_view value, std::string_view scheme) const {
    const std::string_view within = scheme.empty() ? std::string_view(m_scheme) : scheme;
    const auto text = trimmed(value);
    return text.empty() || within.empty() ? std::nullopt : m_catalogue->landUseCodeOf(within, text);
}

} // namespace tuban
