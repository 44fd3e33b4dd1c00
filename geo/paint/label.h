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
/// Size of a text in logical pixels; given by who knows the fonts. Lines are parted by '\n'.
using MeasureText = std::function<TextSize(std::string_view text, LabelRole role)>;

/// A label that has its place on the screen.
struct PlacedLabel {
    std::string text; ///< as it is written: two lines are parted by '\n', a shortened name ends in "…"
    LabelRole role = LabelRole::Area;
    Point centre{};          ///< logical pixels
    double angleDegrees = 0; ///< clockwise, -90..90
    TextSize size{};
    Box box{}; ///< upright box around it, logical pixels

    Point world{};       ///< the ground under a label of a line or an area, or the sign it stands beside
    Point offset{};      ///< from there to the centre, logical pixels
    std::string layer{}; ///< with `uid`: whose name it is
    std::string uid{};
    std::string name{}; ///< in full
};

/// How labels are placed beyond what the map shows.
struct LabelOptions {
    /// Labels may also stand in a margin around the view; without one they lie wholly in view.
    double marginPx = 0;
    /// Labels that were seen before, and the view they were placed for. Where only the centre of the view is
    /// another they keep their places, so that no name jumps or goes while the map is dragged.
    std::span<const PlacedLabel> before{};
    const View* viewBefore = nullptr;
    /// Asked between labels; what is placed by then is the most important.
    std::function<bool()> isLate{};
};

/// Finds places for the names of what is in view, so that no two labels overlap and no label lies on a sign:
/// greedy by rank (zones, projects, points, lines, areas; large before small). A label of an area stands
/// wholly inside it, in two lines or shortened where it must, or not at all; one of a line follows it and is
/// repeated along it; one of a point stands beside its sign.
/// \param layers top first
/// \return in order of rank
[[nodiscard]] std::vector<PlacedLabel>
placeLabels(std::span<const std::shared_ptr<const DisplayLayer>> layers,
            const View& view,
            const MeasureText& measure,
            const LabelOptions& options = {});

} // namespace tuban
