#pragma once

#include "geo/paint/label.h"

#include <functional>
#include <vector>

namespace tuban {

/// The room on a screen that labels may take, and where one label could stand. Thread rule: one object per
/// thread.
class LabelPlaces {
public:
    explicit LabelPlaces(const View& view);

    /// Takes room away.
    void block(const Box& boxPx);
    /// True when the box lies on the screen and on nothing that is blocked.
    [[nodiscard]] bool isFree(const Box& boxPx) const;

    /// Tries the places of a feature in order of beauty and fills centre, angle and box of the first that
    /// `accept` takes. \return false when there is none
    [[nodiscard]] bool find(const DisplayLayer& layer,
                            std::size_t index,
                            PlacedLabel& label,
                            const std::function<bool(const PlacedLabel&)>& accept) const;

private:
    [[nodiscard]] std::vector<PlacedLabel> besidePoint(Point sign, const PlacedLabel& label) const;
    [[nodiscard]] std::vector<PlacedLabel> alongLine(const Geometry& line, const PlacedLabel& label) const;
    [[nodiscard]] std::vector<PlacedLabel> insideArea(const Geometry& area, const PlacedLabel& label) const;

    View m_view;
    static constexpr double cellPx = 64;
    std::size_t m_columns = 0;
    std::size_t m_rows = 0;
    std::vector<std::vector<Box>> m_cells;
};

} // namespace tuban
