#include "geo/paint/breaks.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <utility>

namespace tuban {

namespace {

using Method = std::pair<std::string_view, BreakMethod>;
constexpr std::array<Method, 4> methods{{{"listed", BreakMethod::Listed},
                                         {"quantile", BreakMethod::Quantile},
                                         {"equal", BreakMethod::Equal},
                                         {"round", BreakMethod::Round}}};

double toThreeDigits(double value) {
    if (value == 0) {
        return 0;
    }
    const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 2);
    // By division where the unit is a fraction: a product of it would not be the number as it is written.
    return unit < 1 ? std::round(value / unit) / std::round(1 / unit) : std::round(value / unit) * unit;
}

/// \param sorted ascending
std::vector<double> quantiles(const std::vector<double>& sorted, int classes) {
    std::vector<double> breaks;
    for (int i = 1; i < classes; ++i) {
        const auto place = sorted.size() * static_cast<std::size_t>(i) / static_cast<std::size_t>(classes);
        breaks.push_back(toThreeDigits(sorted[place]));
    }
    return breaks;
}

std::vector<double> equalSteps(double low, double high, int classes) {
    std::vector<double> breaks;
    for (int i = 1; i < classes; ++i) {
        breaks.push_back(toThreeDigits(low + (high - low) * i / classes));
    }
    return breaks;
}

/// The smallest of 1, 2, 2.5, 5 × 10^n that is at least `step`.
double roundStep(double step) {
    const double power = std::pow(10.0, std::floor(std::log10(step)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= step * (1 - 1e-9)) {
            return factor * power;
        }
    }
    return 10 * power;
}

std::vector<double> roundSteps(double low, double high, int classes) {
    const double step = roundStep((high - low) / classes);
    std::vector<double> breaks;
    for (double k = std::floor(low / step) + 1; k * step < high; ++k) {
        breaks.push_back(toThreeDigits(k * step));
    }
    return breaks;
}

} // namespace

std::optional<BreakMethod> breakMethodOf(std::string_view word) {
    const auto* found = std::ranges::find(methods, word, &Method::first);
    return found == methods.end() ? std::nullopt : std::optional(found->second);
}

std::string_view codeOf(BreakMethod method) {
    return std::ranges::find(methods, method, &Method::second)->first;
}

std::vector<double> classBreaks(std::vector<double> values, BreakMethod method, int classes) {
    assert(classes > 1 && method != BreakMethod::Listed);
    if (values.empty()) {
        return {};
    }
    std::ranges::sort(values);
    const double low = values.front();
    const double high = values.back();
    if (!(low < high)) {
        return {};
    }
    std::vector<double> breaks = method == BreakMethod::Quantile ? quantiles(values, classes)
                                 : method == BreakMethod::Equal  ? equalSteps(low, high, classes)
                                                                 : roundSteps(low, high, classes);
    std::erase_if(breaks, [low, high](double bound) { return bound <= low || bound > high; });
    const auto repeated = std::ranges::unique(breaks);
    breaks.erase(repeated.begin(), repeated.end());
    return breaks;
}

std::size_t classOfValue(double value, const std::vector<double>& breaks) {
    return static_cast<std::size_t>(std::ranges::upper_bound(breaks, value) - breaks.begin());
}

} // namespace tuban
