#include "geo/plan/expression_values.h"

#include "geo/base/instant.h"
#include "geo/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <compare>
#include <cstdint>
#include <optional>

namespace tuban {

namespace {

using Kind = ExpressionNode::Kind;

/// A number, or the number that a text spells wholly; nullopt otherwise.
std::optional<double> realOf(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*whole);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return *real;
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        const std::string_view digits = trimmed(*text);
        double real = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), real);
        const bool all =
            !digits.empty() && read.ptr == digits.data() + digits.size() && read.ec == std::errc();
        return all ? std::optional(real) : std::nullopt;
    }
    return std::nullopt;
}

/// Order of two values that are not null.
std::partial_ordering order(const Value& left, const Value& right) {
    const auto* leftWhole = std::get_if<std::int64_t>(&left);
    const auto* rightWhole = std::get_if<std::int64_t>(&right);
    if (leftWhole != nullptr && rightWhole != nullptr) {
        return *leftWhole <=> *rightWhole;
    }
    const auto* leftText = std::get_if<std::string>(&left);
    const auto* rightText = std::get_if<std::string>(&right);
    if (leftText != nullptr && rightText != nullptr) {
        return *leftText <=> *rightText;
    }
    const auto leftReal = realOf(left);
    const auto rightReal = realOf(right);
    if (leftReal && rightReal) {
        return *leftReal <=> *rightReal;
    }
    return leftText == nullptr ? std::partial_ordering::less : std::partial_ordering::greater;
}

std::size_t characterLength(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80) {
        ++length;
    }
    return length;
}

} // namespace

bool isTrue(const Value& value) {
    const auto number = realOf(value);
    return number && *number != 0;
}

Value truth(bool value) {
    return std::int64_t{value};
}

Value compare(Kind kind, const Value& left, const Value& right) {
    if (isNull(left) || isNull(right)) {
        return {};
    }
    const auto ordering = order(left, right);
    switch (kind) {
    case Kind::Equal:
        return truth(ordering == 0);
    case Kind::NotEqual:
        return truth(ordering != 0);
    case Kind::Less:
        return truth(ordering < 0);
    case Kind::LessOrEqual:
        return truth(ordering <= 0);
    case Kind::Greater:
        return truth(ordering > 0);
    default:
        return truth(ordering >= 0);
    }
}

Value calculate(Kind kind, const Value& left, const Value& right) {
    const auto* leftWhole = std::get_if<std::int64_t>(&left);
    const auto* rightWhole = std::get_if<std::int64_t>(&right);
    std::int64_t whole = 0;
    const bool fits = leftWhole != nullptr && rightWhole != nullptr && kind != Kind::Divide &&
                      !(kind == Kind::Add        ? __builtin_add_overflow(*leftWhole, *rightWhole, &whole)
                        : kind == Kind::Subtract ? __builtin_sub_overflow(*leftWhole, *rightWhole, &whole)
                                                 : __builtin_mul_overflow(*leftWhole, *rightWhole, &whole));
    if (fits) {
        return whole;
    }
    const auto a = realOf(left);
    const auto b = realOf(right);
    if (!a || !b || (kind == Kind::Divide && *b == 0)) {
        return {};
    }
    return kind == Kind::Add        ? *a + *b
           : kind == Kind::Subtract ? *a - *b
           : kind == Kind::Multiply ? *a * *b
                                    : *a / *b;
}

bool isLike(std::string_view text, std::string_view pattern) {
    std::optional<std::string_view> retryPattern;
    std::string_view retryText;
    while (!text.empty()) {
        if (pattern.starts_with('%')) {
            pattern.remove_prefix(1);
            retryPattern = pattern;
            retryText = text;
            continue;
        }
        const std::size_t length = characterLength(text);
        if (pattern.starts_with('_')) {
            pattern.remove_prefix(1);
            text.remove_prefix(length);
        } else if (pattern.starts_with(text.substr(0, length))) {
            pattern.remove_prefix(length);
            text.remove_prefix(length);
        } else if (retryPattern) {
            retryText.remove_prefix(characterLength(retryText));
            text = retryText;
            pattern = *retryPattern;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('%') == std::string_view::npos;
}

Value rounded(const Value& value, const Value& places) {
    const auto number = realOf(value);
    const auto digits = realOf(places);
    if (!number || !digits) {
        return {};
    }
    const double scale = std::pow(10.0, std::clamp(std::trunc(*digits), 0.0, 15.0));
    const double scaled = *number * scale;
    return std::abs(scaled) < 4503599627370496.0 ? std::round(scaled) / scale
                                                 : *number; // 2^52: whole already
}

Value absolute(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value); whole != nullptr && *whole != INT64_MIN) {
        return *whole < 0 ? -*whole : *whole;
    }
    const auto number = realOf(value);
    return number ? Value(std::abs(*number)) : Value();
}

Value dayOf(const Value& value) {
    auto day = parseDay(toText(value));
    return day ? Value(*std::move(day)) : Value();
}

Value lengthOf(const Value& value) {
    const std::string text = toText(value);
    const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; };
    return std::int64_t{std::ranges::count_if(text, starts)};
}

} // namespace tuban
