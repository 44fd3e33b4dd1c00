#include "geo/paint/splat.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace tuban {

namespace {

/// Length of the part of [from, to] that lies in pixel `index`.
double overlapWith(int index, double from, double to) {
    const auto low = static_cast<double>(index);
    return std::min(to, low + 1) - std::max(from, low);
}

/// A box of no width still covers something: it is at least a tenth of a pixel wide.
void atLeast(double& from, double& to) {
    constexpr double least = 0.1;
    if (to - from < least) {
        const double middle = (from + to) / 2;
        from = middle - least / 2;
        to = middle + least / 2;
    }
}

std::uint32_t blended(std::uint32_t under, float red, float green, float blue, float cover) {
    const auto channel = [under, cover](unsigned shift, float over) {
        const auto below = static_cast<float>((under >> shift) & 0xffU);
        return static_cast<std::uint32_t>(std::min(255.0F, over + below * (1 - cover) + 0.5F)) << shift;
    };
    return channel(24, 255 * cover) | channel(16, red) | channel(8, green) | channel(0, blue);
}

} // namespace

void SplatBuffer::resize(std::size_t widthPx, std::size_t heightPx) {
    m_width = widthPx;
    m_height = heightPx;
    if (m_sums.size() < widthPx * heightPx) {
        m_sums.resize(widthPx * heightPx);
    }
}

void SplatBuffer::add(const Box& boxPx, double areaPx, Colour colour) {
    Box box = boxPx;
    atLeast(box.minX, box.maxX);
    atLeast(box.minY, box.maxY);
    const double density = std::min(1.0, areaPx / (box.width() * box.height()));
    const auto width = static_cast<double>(m_width);
    const auto height = static_cast<double>(m_height);
    const double fromX = std::clamp(box.minX, 0.0, width);
    const double fromY = std::clamp(box.minY, 0.0, height);
    const double toX = std::clamp(box.maxX, 0.0, width);
    const double toY = std::clamp(box.maxY, 0.0, height);
    for (auto y = static_cast<int>(fromY); y < toY; ++y) {
        const double high = density * overlapWith(y, fromY, toY);
        for (auto x = static_cast<int>(fromX); x < toX; ++x) {
            addPixel(x, y, static_cast<float>(high * overlapWith(x, fromX, toX)), colour);
        }
    }
}

void SplatBuffer::paintOver(std::span<std::uint32_t> pixels) {
    assert(pixels.size() == m_width * m_height);
    const std::span sums(m_sums.data(), pixels.size());
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (sums[i].cover <= 0) {
            continue;
        }
        // Features that overlap in a pixel share it: their colours are averaged, the cover stops at 1.
        const Sum sum = std::exchange(sums[i], {});
        const float share = sum.cover > 1 ? 1 / sum.cover : 1;
        pixels[i] = blended(
            pixels[i], sum.red * share, sum.green * share, sum.blue * share, std::min(1.0F, sum.cover));
    }
}

} // namespace tuban
