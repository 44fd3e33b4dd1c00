#pragma once

#include "geo/base/result.h"
#include "geo/shape/geometry.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace tuban {

/// Pixels row by row from the top: red, green, blue and straight alpha, a byte each. Plain value.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;

    Picture() = default;
    Picture(int columns, int rows)
        : width(columns),
          height(rows),
          rgba(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows) * 4) {}
    [[nodiscard]] bool empty() const { return rgba.empty(); }
    [[nodiscard]] std::span<const std::uint8_t, 4> at(int x, int y) const {
        const auto place =
            (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4;
        return std::span<const std::uint8_t, 4>(rgba.data() + place, 4);
    }
};

/// Where the pixels of a square picture of the world come from: exact at the nodes of a grid, in between by
/// the four nodes around. Over a tile the systems bend so little that this is off by less than 0.1 px.
class WarpGrid {
public:
    /// \param worldToSource pixels of the source (0, 0 is its top left corner) for places of the world
    /// (0..1);
    ///        all nodes at once
    [[nodiscard]] static Result<WarpGrid>
    over(const Box& worldBox, const std::function<Result<void>(std::span<Point>)>& worldToSource);

    /// \param across, down 0..1 over the box
    [[nodiscard]] Point sourceAt(double across, double down) const;
    /// Pixels of the source that are needed.
    [[nodiscard]] Box sourceBox() const;

private:
    static constexpr int cells = 8;
    [[nodiscard]] Point node(int column, int row) const {
        return m_nodes[static_cast<std::size_t>(row * (cells + 1) + column)];
    }
    std::vector<Point> m_nodes;
};

/// A picture of `width` × `height` pixels whose middles are looked up in `source` by the four pixels around.
/// \param sourceTopLeft, sourceScale pixel of the grid at the corner of `source`, and pixels of the grid in
///        one of `source`
/// \return transparent where the source does not reach
[[nodiscard]] Picture warped(const Picture& source,
                             Point sourceTopLeft,
                             Point sourceScale,
                             const WarpGrid& grid,
                             int width,
                             int height);

} // namespace tuban
