#include "geo/raster/warp.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tuban {

namespace {

Point mixedPoint(Point a, Point b, double share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

/// The four pixels around a place of a picture, by their shares and by alpha, so that what is transparent
/// lends no colour.
std::array<std::uint8_t, 4> sampled(const Picture& source, Point at) {
    constexpr double edge = 0.5; // beyond the middles of the outermost pixels, still inside of them
    if (!(at.x >= 0 && at.y >= 0 && at.x <= source.width && at.y <= source.height)) {
        return {};
    }
    const double x = std::clamp(at.x - edge, 0.0, source.width - 1.0);
    const double y = std::clamp(at.y - edge, 0.0, source.height - 1.0);
    const int left = static_cast<int>(x);
    const int top = static_cast<int>(y);
    std::array<double, 4> sum{};
    for (const int row : {0, 1}) {
        for (const int column : {0, 1}) {
            const double share =
                (column == 0 ? 1 - (x - left) : x - left) * (row == 0 ? 1 - (y - top) : y - top);
            if (share == 0) {
                continue;
            }
            const auto pixel = source.at(left + column, top + row);
            const double weight = share * pixel[3];
            for (std::size_t band = 0; band < 3; ++band) {
                sum[band] += weight * pixel[band];
            }
            sum[3] += weight;
        }
    }
    const auto byte = [](double value) {
        return static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0));
    };
    if (sum[3] <= 0) {
        return {};
    }
    return {byte(sum[0] / sum[3]), byte(sum[1] / sum[3]), byte(sum[2] / sum[3]), byte(sum[3])};
}

} // namespace

Result<WarpGrid> WarpGrid::over(const Box& worldBox,
                                const std::function<Result<void>(std::span<Point>)>& worldToSource) {
    WarpGrid grid;
    grid.m_nodes.reserve((cells + 1) * (cells + 1));
    for (int row = 0; row <= cells; ++row) {
        for (int column = 0; column <= cells; ++column) {
            grid.m_nodes.push_back({worldBox.minX + worldBox.width() * column / cells,
                                    worldBox.minY + worldBox.height() * row / cells});
        }
    }
    if (auto turned = worldToSource(grid.m_nodes); !turned) {
        return std::unexpected(turned.error());
    }
    return grid;
}

Point WarpGrid::sourceAt(double across, double down) const {
    const double x = across * cells;
    const double y = down * cells;
    const int column = std::clamp(static_cast<int>(x), 0, cells - 1);
    const int row = std::clamp(static_cast<int>(y), 0, cells - 1);
    return mixedPoint(mixedPoint(node(column, row), node(column + 1, row), x - column),
                      mixedPoint(node(column, row + 1), node(column + 1, row + 1), x - column),
                      y - row);
}

Box WarpGrid::sourceBox() const {
    Box box;
    for (const Point& place : m_nodes) {
        box.add(place);
    }
    return box;
}

Picture warped(const Picture& source,
               Point sourceTopLeft,
               Point sourceScale,
               const WarpGrid& grid,
               int width,
               int height) {
    Picture picture(width, height);
    std::uint8_t* out = picture.rgba.data();
    for (int row = 0; row < height; ++row) {
        for (int column = 0; column < width; ++column) {
            const Point at = grid.sourceAt((column + 0.5) / width, (row + 0.5) / height);
            const auto pixel = sampled(
                source, {(at.x - sourceTopLeft.x) / sourceScale.x, (at.y - sourceTopLeft.y) / sourceScale.y});
            out = std::ranges::copy(pixel, out).out;
        }
    }
    return picture;
}

} // namespace tuban
