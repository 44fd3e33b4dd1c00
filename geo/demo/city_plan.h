#pragma once

#include "geo/demo/land_use_mix.h"
#include "geo/shape/geometry.h"

#include <cstdint>
#include <vector>

namespace tuban {

/// How large a place of so many parcels is, and how finely it is cut. A district of a few thousand parcels
/// has blocks of some 330 m with six or seven parcels; a city of a million 42 by 26 km with blocks of some
/// 210 m.
struct CitySize {
    int columns = 2; ///< blocks from west to east
    int rows = 2;    ///< blocks from south to north
    double cellM = 330;
};
[[nodiscard]] CitySize citySizeFor(int parcels);

/// What each block is for, by its place: centres with offices and public buildings around them, homes with
/// parks at walking distance, industry in the west and beyond the motorway, research in the east, fields at
/// the edge. The edges of these areas wander.
class CityPlan {
public:
    CityPlan(CitySize size, std::uint64_t seed);

    [[nodiscard]] BlockKind kindOf(int column, int row) const;
    [[nodiscard]] const CitySize& size() const { return m_size; }
    /// Streets that something lies along, counted as StreetGrid does.
    [[nodiscard]] int motorway() const { return m_size.rows * 3 / 4; } ///< across, in the north
    [[nodiscard]] int river() const { return m_size.rows / 4; }        ///< across, in the south
    [[nodiscard]] int westRing() const { return m_size.columns / 8; }
    [[nodiscard]] int eastRing() const { return m_size.columns - m_size.columns / 8; }
    [[nodiscard]] int southRing() const { return m_size.rows / 8; }
    [[nodiscard]] int avenueAcross() const { return m_size.rows * 3 / 8; }
    [[nodiscard]] int avenueUp() const { return m_size.columns * 5 / 8; }

private:
    struct Centre {
        Point at;
        double radiusM;
    };
    [[nodiscard]] Point middleOf(int column, int row) const;
    /// −1 … 1, changing slowly over `lengthM`.
    [[nodiscard]] double wander(Point at, double lengthM, std::uint64_t salt) const;
    [[nodiscard]] double nearness(Point at) const; ///< distance to the nearest centre in its radii
    [[nodiscard]] bool isNeighbourhoodPark(int column, int row) const;
    [[nodiscard]] BlockKind beyondMotorway(Point at, int row, double edge) const;

    CitySize m_size;
    std::uint64_t m_seed;
    double m_wideM;
    double m_highM;
    std::vector<Centre> m_centres; // the main one first
};

} // namespace tuban
