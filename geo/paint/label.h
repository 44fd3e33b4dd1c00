#pragma once

#include "geo/paint/display.h"
#include "geo/paint/view.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// What a label names; decides its type and how it yields.
enum class LabelRole : std::uint8_t { Zone, Project, Point, Line, Area };

struct TextSize {
    double width = 0;
    double height = 0;
};
/// Size of a text in logical pixels; given by who knows the fonts.
using MeasureText = std::function<TextSize(std::string_view text, LabelRole role)>;

/// A label that has its place on the screen.
struct PlacedLabel {
    std::string text;
    LabelRole role = LabelRole::Area;
    Point centre{};          ///< logical pixels
    double angleDegrees = 0; ///< clockwise, -90..90
    TextSize size{};
    Box box{}; ///< upright box around it, logical pixels
};

/// Finds places for the names of what is in view, so that no two labels overlap and no label lies on a sign:
/// greedy by rank (zones, projects, points, lines, areas; large before small). A label of an area stands
/// inside it or not at all, one of a line follows it, one of a point stands beside its sign.
/// \param layers top first
/// \return in order of rank
[[nodiscard]] std::vector<PlacedLabel>
placeLabels(std::span<const std::shared_ptr<const DisplayLayer>> layers,
            const View& view,
            const MeasureText& measure);

} // namespace tuban
