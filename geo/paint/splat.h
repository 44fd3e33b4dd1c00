#pragma once

#include "geo/paint/colour.h"
#include "geo/shape/geometry.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tuban {

/// Collects features that are smaller than a few pixels: each spreads its colour over the pixels of its box,
/// weighted by the area it covers there. Cost does not depend on the number of vertices. Thread rule: one
/// object per thread.
class SplatBuffer {
public:
    SplatBuffer() = default;
    SplatBuffer(std::size_t widthPx, std::size_t heightPx) { resize(widthPx, heightPx); }
    /// For another picture; only while nothing is collected.
    void resize(std::size_t widthPx, std::size_t heightPx);
    /// \param boxPx box in pixels, may lie partly outside
    /// \param areaPx area the feature really covers, at most that of its box
    void add(const Box& boxPx, double areaPx, Colour colour);
    /// Adds what a feature covers of one pixel of the buffer, 0..1.
    void addPixel(int x, int y, float cover, Colour colour) {
        const float part = cover * static_cast<float>(colour.alpha) / 255;
        Sum& sum = m_sums[static_cast<std::size_t>(y) * m_width + static_cast<std::size_t>(x)];
        sum.red += part * static_cast<float>(colour.red);
        sum.green += part * static_cast<float>(colour.green);
        sum.blue += part * static_cast<float>(colour.blue);
        sum.cover += part;
    }
    /// Paints what was collected over premultiplied 0xAARRGGBB pixels, width × height of them, row by row,
    /// and is empty again.
    void paintOver(std::span<std::uint32_t> pixels);

private:
    struct Sum {
        float red = 0, green = 0, blue = 0, cover = 0;
    };
    std::size_t m_width = 0;
    std::size_t m_height = 0;
    std::vector<Sum> m_sums; ///< of the picture's pixels and maybe more; zero while nothing is collected
};

} // namespace tuban
