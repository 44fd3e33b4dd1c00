#include "app/cli/place.h"

#include "geo/base/text.h"

#include <charconv>
#include <cmath>
#include <format>
#include <optional>
#include <utility>

namespace tuban {

namespace {

constexpr auto degreesCrs = "EPSG:4326";

std::optional<double> numberOf(std::string_view text) {
    const std::string_view digits = trimmed(text);
    double number = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (fault != std::errc() || end != digits.data() + digits.size() || !std::isfinite(number)) {
        return std::nullopt;
    }
    return number;
}

std::optional<Point> pairOf(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) {
        return std::nullopt;
    }
    const auto x = numberOf(text.substr(0, comma));
    const auto y = numberOf(text.substr(comma + 1));
    return x && y ? std::optional(Point{*x, *y}) : std::nullopt;
}

} // namespace

Result<PlaceReader> PlaceReader::forPlan(const Plan& plan, const std::string& crs) {
    const auto degrees = crsFromText(degreesCrs);
    const auto given = crsFromText(crs.empty() ? std::string(degreesCrs) : crs);
    if (!degrees || !given) {
        return failure(ErrorCode::Usage, "--crs: " + (given ? degrees.error() : given.error()).message);
    }
    auto in = Transform::between(*given, plan.crs());
    auto out = Transform::between(plan.crs(), *degrees);
    if (!in || !out) {
        return std::unexpected((in ? out.error() : in.error()));
    }
    return PlaceReader(given->geographic, std::move(*in), std::move(*out));
}

Result<Point> PlaceReader::read(const std::string& text, std::string_view option) const {
    const auto position = pairOf(text);
    if (!position) {
        return failure(ErrorCode::Usage,
                       std::format("{0} takes two numbers as LON,LAT, not '{1}', as in {0} 113.56,34.81.",
                                   option,
                                   text));
    }
    if (m_geographic && (std::abs(position->x) > 180 || std::abs(position->y) > 90)) {
        return failure(ErrorCode::Usage,
                       std::format("{} {}: longitude comes first, then latitude, in degrees.", option, text));
    }
    const auto transformed = m_in.apply(*position);
    if (!transformed) {
        return failure(ErrorCode::Usage, std::format("{} {}: {}", option, text, transformed.error().message));
    }
    return *transformed;
}

Result<Point> PlaceReader::degrees(Point position) const {
    return m_out.apply(position);
}

} // namespace tuban
