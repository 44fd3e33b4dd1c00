#pragma once

#include "geo/paint/label.h"

#include <functional>
#include <vector>

namespace tuban {

/// The room on a screen that labels may take, and where one label could stand. Thread rule: one object per
/// thread.
class LabelPlaces {
public:
    /// \param marginPx room around the screen that is there too
    LabelPlaces(const View& view, double marginPx);

    /// Takes room away.
    void block(const Box& boxPx);
    /// True when the box lies in the room and on nothing that is blocked.
    [[nodiscard]] bool isFree(const Box& boxPx) const;

    /// Tries the places of a feature in order of beauty, for each way to write its name, and hands those that
    /// `accept` takes to `place`: one, or for a line several along it.
    void find(const DisplayLayer& layer,
              std::size_t index,
              const PlacedLabel& label,
              const MeasureText& measure,
              const std::function<bool(const PlacedLabel&)>& accept,
              const std::function<void(PlacedLabel)>& place) const;

    /// True when a label that was placed for another centre of the view still belongs where it is.
    [[nodiscard]] bool
    isStillThere(const DisplayLayer& layer, std::size_t index, const PlacedLabel& label) const;

private:
    using Accept = std::function<bool(const PlacedLabel&)>;
    [[nodiscard]] std::size_t cellOf(double value, std::size_t cells) const;
    [[nodiscard]] std::vector<PlacedLabel> besidePoint(Point world, const PlacedLabel& label) const;
    [[nodiscard]] std::vector<std::vector<PlacedLabel>> alongLine(const Geometry& line,
                                                                  const PlacedLabel& label) const;
    [[nodiscard]] std::vector<PlacedLabel>
    insideArea(const Geometry& area, const PlacedLabel& label, const MeasureText& measure) const;
    [[nodiscard]] bool isNearRoom(Point screen) const;
    [[nodiscard]] PlacedLabel onGround(const PlacedLabel& label, Point screen, double angleDegrees) const;

    View m_view;
    double m_marginPx = 0;
    static constexpr double cellPx = 64;
    std::size_t m_columns = 0;
    std::size_t m_rows = 0;
    std::vector<std::vector<Box>> m_cells;
};

/// The label with its centre and angle, and the upright box that follows from them.
[[nodiscard]] PlacedLabel placedAt(PlacedLabel label, Point centre, double angleDegrees);

} // namespace tuban
