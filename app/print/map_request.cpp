#include "app/print/map_request.h"

#include "geo/crs/transform.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <format>
#include <utility>
#include <vector>

namespace tuban {

namespace {

std::optional<double> numberFromText(std::string_view text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc() && read.ptr == end && std::isfinite(value) ? std::optional(value)
                                                                             : std::nullopt;
}

std::optional<std::vector<double>> numbersFromText(std::string_view text, char separator) {
    std::vector<double> numbers;
    while (true) {
        const std::size_t end = text.find(separator);
        const auto number = numberFromText(text.substr(0, end));
        if (!number) {
            return std::nullopt;
        }
        numbers.push_back(*number);
        if (end == std::string_view::npos) {
            return numbers;
        }
        text.remove_prefix(end + 1);
    }
}

constexpr double leastPx = 64;
constexpr double mostPx = 16'384;

} // namespace

Result<QSizeF> sizeFromText(std::string_view text) {
    const auto numbers = numbersFromText(text, 'x');
    if (!numbers || numbers->size() != 2 || !std::ranges::all_of(*numbers, [](double n) {
            return n >= leastPx && n <= mostPx && n == std::floor(n);
        })) {
        return failure(
            ErrorCode::Usage,
            std::format("\"{}\" is no size of a picture; write WIDTHxHEIGHT in pixels from 64 to 16384, such "
                        "as 1600x1000.",
                        text));
    }
    return QSizeF((*numbers)[0], (*numbers)[1]);
}

Result<Paper> paperFromText(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, Paper>, 4> papers{
        {{"A4", {297, 210}}, {"A4-portrait", {210, 297}}, {"A3", {420, 297}}, {"A3-portrait", {297, 420}}}};
    const auto* found = std::ranges::find(papers, text, &std::pair<std::string_view, Paper>::first);
    if (found == papers.end()) {
        return failure(
            ErrorCode::Usage,
            std::format("\"{}\" is no paper; there are A4, A3, A4-portrait and A3-portrait.", text));
    }
    return found->second;
}

Result<double> scaleFromText(std::string_view text) {
    const auto denominator = text.starts_with("1:") ? numberFromText(text.substr(2)) : std::nullopt;
    if (!denominator || *denominator < 100 || *denominator > 10'000'000) {
        return failure(
            ErrorCode::Usage,
            std::format("\"{}\" is no scale; write 1:N with N from 100 to 10000000, such as 1:10000.", text));
    }
    return *denominator;
}

Result<Box> worldBoxFromText(std::string_view text) {
    const auto numbers = numbersFromText(text, ',');
    const auto fail = [text] {
        return failure(ErrorCode::Usage,
                       std::format("\"{}\" is no box; write west,south,east,north in degrees, such as "
                                   "113.50,34.78,113.60,34.86.",
                                   text));
    };
    if (!numbers || numbers->size() != 4) {
        return fail();
    }
    const auto [west, south, east, north] =
        std::tuple((*numbers)[0], (*numbers)[1], (*numbers)[2], (*numbers)[3]);
    if (!(west < east && south < north && west >= -180 && east <= 180 && south >= -85 && north <= 85)) {
        return fail();
    }
    Box world;
    world.add(worldFromGeo({west, south}));
    world.add(worldFromGeo({east, north}));
    return world;
}

View fittedView(const Box& world, QSizeF sizePx) {
    constexpr double air = 0.94;
    constexpr double leastWorld = 1e-7; // about four metres: a single point still gets a map around it
    const double width = std::max(world.width(), leastWorld);
    const double height = std::max(world.height(), leastWorld);
    const double scale = air * std::min(sizePx.width() / width, sizePx.height() / height);
    const Point centre = world.centre();
    return View::northUp({centre.x - sizePx.width() / 2 / scale, centre.y - sizePx.height() / 2 / scale},
                         scale,
                         sizePx.width(),
                         sizePx.height());
}

View scaledView(Point centreWorld, double denominator, QSizeF sizePx) {
    const View one = View::northUp(centreWorld, 1, 0, 0);
    const double scale = metresPerPixel(one) * pixelsPerMm * 1'000 / denominator;
    return View::northUp(
        {centreWorld.x - sizePx.width() / 2 / scale, centreWorld.y - sizePx.height() / 2 / scale},
        scale,
        sizePx.width(),
        sizePx.height());
}

double denominatorOf(const View& view) {
    return metresPerPixel(view) * pixelsPerMm * 1'000;
}

double roundDenominator(double denominator) {
    const double power = std::pow(10.0, std::floor(std::log10(denominator)));
    for (const double step : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (step * power >= denominator * (1 - 1e-9)) {
            return step * power;
        }
    }
    return 10 * power;
}

} // namespace tuban
