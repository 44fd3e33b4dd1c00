#pragma once

#include "geo/crs/transform.h"
#include "geo/plan/snapshot.h"

#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace tuban {

/// Plan coordinates to the world of the map (Web Mercator, 0..1) by polynomials that stand for PROJ. For each
/// square of about 65 km in which the plan has something, a polynomial of degree four in each direction goes
/// through PROJ's positions at Chebyshev nodes; it is kept only where it is within `boundM` of PROJ at points
/// between the nodes, where such polynomials are farthest off. Squares that fail are quartered twice. Immutable:
/// share it between threads.
class WorldFrame {
public:
    /// On the ground. A fitted polynomial is far better in practice: below a millimetre.
    static constexpr double boundM = 0.005;

    /// \param planToGeo from the plan's system to longitude and latitude
    WorldFrame(const LayerSnapshot& snapshot, const Transform& planToGeo);
    WorldFrame(const WorldFrame&) = delete;
    WorldFrame& operator=(const WorldFrame&) = delete;

    /// \return nullopt where the plan has nothing or PROJ knows no place
    [[nodiscard]] std::optional<Point> world(Point plan) const;
    /// Box of the world that a box of the plan covers; empty where a corner has no place.
    [[nodiscard]] Box worldBox(const Box& plan) const;
    /// A box of the plan that holds all of `world` where the plan has something.
    [[nodiscard]] Box planWindow(const Box& world) const;
    [[nodiscard]] const Box& planBounds() const { return m_planBounds; }
    [[nodiscard]] const Box& worldBounds() const { return m_worldBounds; }

private:
    static constexpr int nodes = 5;
    struct Cell {
        Box square;
        std::array<double, nodes * nodes> x{}; ///< of u^i v^j at [i + nodes * j]
        std::array<double, nodes * nodes> y{};
        [[nodiscard]] Point world(Point plan) const;
    };
    void addCells(const Box& box, const Transform& planToGeo);
    void fit(const Box& square, int quarterings, const Transform& planToGeo, std::vector<Cell>& cells) const;
    [[nodiscard]] const Cell* cellAt(Point plan) const;
    [[nodiscard]] Point planNear(Point world, Point start) const;

    std::unordered_map<std::uint64_t, std::vector<Cell>> m_cells; ///< by square of the grid
    const Cell* m_only = nullptr;                                 ///< the cell when there is just one
    Box m_planBounds;
    Box m_worldBounds;
};

} // namespace tuban
