#include "app/cli/figures.h"

#include "geo/base/units.h"

#include <format>

namespace tuban {

namespace {

std::string withCommas(std::string digits) {
    const std::size_t start = digits.starts_with('-') ? 1 : 0;
    const std::size_t point = digits.find('.');
    std::size_t position = point == std::string::npos ? digits.size() : point;
    while (position > start + 3) {
        position -= 3;
        digits.insert(position, 1, ',');
    }
    return digits;
}

} // namespace

std::string grouped(double number, int decimals) {
    return withCommas(std::format("{:.{}f}", number, decimals));
}

std::string grouped(std::int64_t number) {
    return withCommas(std::to_string(number));
}

std::vector<std::string> areaCells(double areaM2) {
    return {grouped(areaM2, 2), grouped(toMu(areaM2), 2), grouped(toHectares(areaM2), 4)};
}

} // namespace tuban
