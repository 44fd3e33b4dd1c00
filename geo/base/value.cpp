#include "geo/base/value.h"

#include <array>
#include <charconv>

namespace tuban {

namespace {

template <class Number>
std::string shortest(Number number) {
    std::array<char, 400> buffer{}; // a double without exponent has at most 1 + 309 digits or 327 characters
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return {buffer.data(), end.ptr};
}

std::string shortestReal(double number) {
    std::array<char, 400> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
    const std::string fixed{buffer.data(), end.ptr};
    return fixed.size() <= 24 ? fixed : shortest(number);
}

struct Writer {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(std::int64_t number) const { return shortest(number); }
    std::string operator()(double number) const { return shortestReal(number); }
    std::string operator()(const std::string& text) const { return text; }
};

} // namespace

std::string toText(const Value& value) {
    return std::visit(Writer{}, value);
}

} // namespace tuban
