#include "geo/paint/colour_set.h"

#include "geo/paint/style_book.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>

namespace tuban {

namespace {

constexpr std::array<std::pair<std::string_view, ColourSet>, 3> sets{
    {{"standard", ColourSet::Standard}, {"safe", ColourSet::Safe}, {"grey", ColourSet::Grey}}};

constexpr double radiansOf(double degrees) {
    return degrees * std::numbers::pi / 180;
}

/// Between two colours, straight through the space in which equal steps look equal.
Colour between(Colour from, Colour to, double share) {
    const Lch a = toLch(from);
    const Lch b = toLch(to);
    const auto mix = [share](double x, double y) { return x + (y - x) * share; };
    const double greenRed =
        mix(a.chroma * std::cos(radiansOf(a.hueDegrees)), b.chroma * std::cos(radiansOf(b.hueDegrees)));
    const double blueYellow =
        mix(a.chroma * std::sin(radiansOf(a.hueDegrees)), b.chroma * std::sin(radiansOf(b.hueDegrees)));
    return fromLch({mix(a.lightness, b.lightness),
                    std::hypot(greenRed, blueYellow),
                    std::atan2(blueYellow, greenRed) * 180 / std::numbers::pi});
}

/// The group of a land use with the longest code, and how long that is.
std::pair<Colour, std::size_t> safeGroup(const LandUse& use) {
    const auto& groups = styleBook().safeLandUse;
    for (std::size_t length = use.code.size(); length > 0; --length) {
        const auto found = groups.find(use.scheme + ":" + use.code.substr(0, length));
        if (found != groups.end()) {
            return {found->second, length};
        }
    }
    return {Colour{0xC8, 0xC8, 0xC4}, use.code.size()};
}

/// Members of a group differ a little in lightness.
Colour safeLandUse(const LandUse& use) {
    const auto [group, length] = safeGroup(use);
    if (length == use.code.size()) {
        return group;
    }
    const int last = use.code.back() - '0';
    Lch look = toLch(group);
    look.lightness = std::clamp(look.lightness + 0.025 * (last % 5 - 2), 0.0, 1.0);
    return fromLch(look);
}

Colour safeLight(std::string_view code, Theme theme) {
    constexpr std::array<std::pair<std::string_view, Colour>, 5> colours{{{"on_plan", {0x00, 0x72, 0xB2}},
                                                                          {"due", {0xE6, 0x9F, 0x00}},
                                                                          {"late", {0xD5, 0x5E, 0x00}},
                                                                          {"done", {0x56, 0xB4, 0xE9}},
                                                                          {"halted", {0xCC, 0x79, 0xA7}}}};
    const auto* found = std::ranges::find(colours, code, &std::pair<std::string_view, Colour>::first);
    if (found != colours.end()) {
        return found->second;
    }
    const Palette palette = paletteOf(theme);
    return code == "badly_late" ? palette.ink : palette.secondary;
}

Colour standardLight(std::string_view code, Theme theme) {
    const Palette palette = paletteOf(theme);
    if (code == "on_plan" || code == "done") {
        return palette.good;
    }
    if (code == "due") {
        return palette.warn;
    }
    if (code == "late") {
        return palette.bad;
    }
    return code == "badly_late" ? palette.overdue : palette.secondary;
}

} // namespace

std::optional<ColourSet> colourSetOf(std::string_view word) {
    const auto* found = std::ranges::find(sets, word, &std::pair<std::string_view, ColourSet>::first);
    return found == sets.end() ? std::nullopt : std::optional(found->second);
}

std::string_view codeOf(ColourSet colours) {
    return sets[static_cast<std::size_t>(colours)].first;
}

Colour inSet(Colour colour, ColourSet colours) {
    return colours == ColourSet::Grey ? scaled(colour, 1, 0) : colour;
}

Colour landUseColour(const LandUse& use, ColourSet colours) {
    if (colours == ColourSet::Standard) {
        return {static_cast<std::uint8_t>(use.red),
                static_cast<std::uint8_t>(use.green),
                static_cast<std::uint8_t>(use.blue)};
    }
    return inSet(safeLandUse(use), colours);
}

Colour categoryColour(std::size_t index, ColourSet colours) {
    const auto& lists = styleBook().categories;
    const auto found = lists.find(colours == ColourSet::Standard ? "standard" : "safe");
    if (found == lists.end() || found->second.empty()) {
        return {0xC8, 0xC8, 0xC4};
    }
    return inSet(found->second[index % found->second.size()], colours);
}

Colour rampColour(std::string_view ramp, double share, ColourSet colours, Theme theme) {
    const auto& ramps = styleBook().ramps;
    auto found = ramps.find(colours == ColourSet::Safe ? std::string_view("viridis") : ramp);
    if (found == ramps.end()) {
        found = ramps.begin();
    }
    if (found == ramps.end() || found->second.empty()) {
        return {0xC8, 0xC8, 0xC4};
    }
    const auto& stops = found->second;
    const double along = std::clamp(theme == Theme::Dark ? 1 - share : share, 0.0, 1.0) *
                         static_cast<double>(stops.size() - 1);
    const auto stop = std::min(static_cast<std::size_t>(along), stops.size() - 1);
    const Colour next = stops[std::min(stop + 1, stops.size() - 1)];
    return inSet(between(stops[stop], next, along - static_cast<double>(stop)), colours);
}

Colour lightColour(std::string_view code, ColourSet colours, Theme theme) {
    return colours == ColourSet::Standard ? standardLight(code, theme)
                                          : inSet(safeLight(code, theme), colours);
}

} // namespace tuban
