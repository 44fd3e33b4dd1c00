#pragma once

#include "geo/demo/city_plan.h"
#include "geo/demo/convex.h"
#include "geo/demo/random.h"

#include <array>
#include <string>
#include <vector>

namespace tuban {

/// A street of the grid from one end of the district to the other.
struct Street {
    std::string grade; ///< express arterial collector local
    double widthM = 20;
    int lanes = 2;
};

/// The corner of a block that two streets cut off, and the sides between, counter-clockwise from the left end
/// of the lower side: lower side, corner, right side, corner, upper side, corner, left side, corner.
using BlockRing = std::array<Point, 8>;

/// A slightly irregular net of streets, in metres about the middle of the district, axes along the streets.
/// Streets across run west to east and are counted from the south; streets up are counted from the west.
/// Streets are closer in the middle. There are columns by rows of blocks, and a ring of blocks around them
/// that only bounds the outer streets.
class StreetGrid {
public:
    StreetGrid(const CityPlan& plan, Random& random);

    [[nodiscard]] double wideM() const { return node(m_columns, 0).x - node(0, 0).x; }
    [[nodiscard]] double highM() const { return node(0, m_rows).y - node(0, 0).y; }
    [[nodiscard]] const Street& across(int row) const { return m_across[at(row)]; }
    [[nodiscard]] const Street& up(int column) const { return m_up[at(column)]; }
    /// Where street up `column` and street across `row` meet; −1 … columns + 1 or rows + 1.
    [[nodiscard]] Point node(int column, int row) const;
    /// \param column, row from −1
    [[nodiscard]] BlockRing block(int column, int row) const;

private:
    [[nodiscard]] static std::size_t at(int street) { return static_cast<std::size_t>(street + 1); }
    [[nodiscard]] std::size_t nodeAt(int column, int row) const;

    int m_columns;
    int m_rows;
    std::vector<Street> m_across; // −1 … rows + 1
    std::vector<Street> m_up;
    std::vector<Point> m_nodes;
};

} // namespace tuban
