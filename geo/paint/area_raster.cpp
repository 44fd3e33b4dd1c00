#include "geo/paint/area_raster.h"

#include "geo/shape/ring.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tuban {

namespace {

constexpr float seen = 1.0F / 512;

std::uint32_t opaque(Colour colour) {
    return 0xff000000U | (std::uint32_t{colour.red} << 16U) | (std::uint32_t{colour.green} << 8U) |
           std::uint32_t{colour.blue};
}

/// `over` laid on `under` with a share of 0..256, two channels at a time.
std::uint32_t blended(std::uint32_t under, std::uint32_t over, std::uint32_t share) {
    constexpr std::uint32_t pair = 0x00ff00ffU;
    constexpr std::uint32_t half = 0x00800080U;
    const std::uint32_t rest = 256 - share;
    const std::uint32_t low = ((over & pair) * share + (under & pair) * rest + half) >> 8U;
    const std::uint32_t high = ((over >> 8U) & pair) * share + ((under >> 8U) & pair) * rest + half;
    return (low & pair) | (high & ~pair);
}

std::uint32_t shareOf(float cover, float alpha) {
    return static_cast<std::uint32_t>(std::min(cover, 1.0F) * alpha * 256 + 0.5F);
}

} // namespace

bool AreaRaster::begin(const Box& boxPx) {
    const auto within = [](double value, int most) {
        return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(most)));
    };
    m_left = within(std::floor(boxPx.minX), m_width);
    m_top = within(std::floor(boxPx.minY), m_height);
    m_columns = within(std::ceil(boxPx.maxX), m_width) - m_left;
    m_rows = within(std::ceil(boxPx.maxY), m_height) - m_top;
    m_hasFill = false;
    m_hasOutline = false;
    if (boxPx.empty() || m_columns <= 0 || m_rows <= 0) {
        return false;
    }
    m_stride = m_columns + 2;
    const auto cells = static_cast<std::size_t>(m_stride * m_rows);
    if (m_cover.size() < cells) {
        m_cover.resize(cells);
        m_outline.resize(cells);
    }
    return true;
}

void AreaRaster::addRing(std::span<const Point> ring, bool isHole) {
    if (ring.size() < 3) {
        return;
    }
    m_hasFill = true;
    const float sign = (signedRingArea(ring) < 0) == isHole ? 1.0F : -1.0F;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        addEdge(ring[i - 1], ring[i], sign);
    }
}

/// Cuts an edge into rows; what it covers to its right goes into each.
void AreaRaster::addEdge(Point from, Point to, float sign) {
    if (from.y == to.y) {
        return;
    }
    if (from.y > to.y) {
        std::swap(from, to);
        sign = -sign;
    }
    const double left = m_left;
    const double top = m_top;
    const double lowest = std::min(to.y - top, static_cast<double>(m_rows));
    double y = std::max(from.y - top, 0.0);
    if (y >= lowest) {
        return;
    }
    const double slope = (to.x - from.x) / (to.y - from.y);
    double x = from.x - left + (y - (from.y - top)) * slope;
    for (int row = static_cast<int>(y); y < lowest; ++row) {
        const double nextY = std::min(static_cast<double>(row + 1), lowest);
        const double nextX = x + (nextY - y) * slope;
        addToRow(m_cover.data() + static_cast<std::ptrdiff_t>(row) * m_stride,
                 static_cast<float>(std::min(x, nextX)),
                 static_cast<float>(std::max(x, nextX)),
                 sign * static_cast<float>(nextY - y));
        x = nextX;
        y = nextY;
    }
}

/// Part of an edge within a row, from x to x: pixels right of it are covered by its whole height, those it
/// crosses by what lies right of it in them.
void AreaRaster::addToRow(float* row, float fromX, float toX, float height) {
    const auto right = static_cast<float>(m_columns);
    if (toX > right) { // what is right of the region covers nothing in it
        if (fromX >= right) {
            return;
        }
        height *= (right - fromX) / (toX - fromX);
        toX = right;
    }
    if (fromX < 0) { // what is left of it covers whole rows
        if (toX <= 0) {
            row[0] += height;
            return;
        }
        const float beyond = height * -fromX / (toX - fromX);
        row[0] += beyond;
        height -= beyond;
        fromX = 0;
    }
    const int first = static_cast<int>(fromX);
    const int last = static_cast<int>(toX);
    if (first == last) {
        const float middle = (fromX + toX) / 2 - static_cast<float>(first);
        row[first] += height * (1 - middle);
        row[first + 1] += height * middle;
        return;
    }
    // Cover of a pixel is the integral of the edge's progress across it.
    const float perPixel = height / (toX - fromX);
    float before = 0; // cover that earlier pixels of the run gave to the sum
    float progress = 0;
    for (int column = first; column <= last; ++column) {
        const float enter = std::max(fromX, static_cast<float>(column));
        const float leave = std::min(toX, static_cast<float>(column + 1));
        const float gained = perPixel * (leave - enter);
        // The part gained inside covers on average from the middle of its run to the pixel's right edge.
        const float inside = gained * (static_cast<float>(column + 1) - (enter + leave) / 2);
        row[column] += progress + inside - before;
        before = progress + inside;
        progress += gained;
    }
    row[last + 1] += height - before;
}

void AreaRaster::addOutline(std::span<const Point> line, double widthPx) {
    m_hasOutline = true;
    for (std::size_t i = 1; i < line.size(); ++i) {
        addBand(line[i - 1], line[i], widthPx);
    }
}

/// Columns of the band, or rows where it is steeper: its cut with the middle of each is spread over the
/// pixels there.
void AreaRaster::addBand(Point from, Point to, double widthPx) {
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const bool isSteep = std::abs(dy) > std::abs(dx);
    const double run = isSteep ? std::abs(dy) : std::abs(dx);
    if (run <= 0) {
        return;
    }
    // Along: the direction the band runs; across: where it is spread.
    const double alongA = isSteep ? from.y - m_top : from.x - m_left;
    const double alongB = isSteep ? to.y - m_top : to.x - m_left;
    const double acrossA = isSteep ? from.x - m_left : from.y - m_top;
    const double acrossB = isSteep ? to.x - m_left : to.y - m_top;
    const int alongEnd = isSteep ? m_rows : m_columns;
    const int acrossEnd = isSteep ? m_columns : m_rows;
    const std::ptrdiff_t alongStep = isSteep ? m_stride : 1;
    const std::ptrdiff_t acrossStep = isSteep ? 1 : m_stride;
    const double low = std::max(std::min(alongA, alongB), 0.0);
    const double high = std::min(std::max(alongA, alongB), static_cast<double>(alongEnd));
    const double slope = (acrossB - acrossA) / (alongB - alongA);
    const auto half = static_cast<float>(widthPx / 2 * std::hypot(dx, dy) / run);
    for (int along = static_cast<int>(low); along < high; ++along) {
        const double enter = std::max(low, static_cast<double>(along));
        const double leave = std::min(high, along + 1.0);
        const auto share = static_cast<float>(leave - enter);
        const auto middle = static_cast<float>(acrossA + ((enter + leave) / 2 - alongA) * slope);
        const float lowEdge = std::max(middle - half, 0.0F);
        const float highEdge = std::min(middle + half, static_cast<float>(acrossEnd));
        float* cell = m_outline.data() + along * alongStep;
        for (int across = static_cast<int>(lowEdge); static_cast<float>(across) < highEdge; ++across) {
            const float covered = std::min(highEdge, static_cast<float>(across + 1)) -
                                  std::max(lowEdge, static_cast<float>(across));
            cell[across * acrossStep] += share * covered;
        }
    }
}

void AreaRaster::paint(std::span<std::uint32_t> pixels, const Look& look) {
    assert(pixels.size() == static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height));
    const std::uint32_t fill = opaque(look.fill);
    const std::uint32_t stroke = opaque(look.stroke);
    const float fillAlpha = static_cast<float>(look.fill.alpha) / 255;
    const float strokeAlpha = static_cast<float>(look.stroke.alpha * look.strokeAlpha) / 255;
    for (int row = 0; row < m_rows; ++row) {
        float* cover = m_cover.data() + static_cast<std::ptrdiff_t>(row) * m_stride;
        float* outline = m_outline.data() + static_cast<std::ptrdiff_t>(row) * m_stride;
        std::uint32_t* pixel = pixels.data() + static_cast<std::ptrdiff_t>(m_top + row) * m_width + m_left;
        float sum = 0;
        for (int column = 0; column < m_columns && m_hasFill; ++column) {
            sum += cover[column];
            const float covered = std::abs(sum);
            if (covered > seen) {
                const std::uint32_t share = shareOf(covered, fillAlpha);
                pixel[column] = share == 256 ? fill : blended(pixel[column], fill, share);
            }
        }
        for (int column = 0; column < m_columns && m_hasOutline; ++column) {
            if (outline[column] > seen) {
                pixel[column] = blended(pixel[column], stroke, shareOf(outline[column], strokeAlpha));
            }
        }
        if (m_hasFill) {
            std::fill_n(cover, m_stride, 0.0F);
        }
        if (m_hasOutline) {
            std::fill_n(outline, m_stride, 0.0F);
        }
    }
}

void AreaRaster::collect(SplatBuffer& splats, Colour colour) {
    for (int row = 0; row < m_rows; ++row) {
        float* cover = m_cover.data() + static_cast<std::ptrdiff_t>(row) * m_stride;
        float sum = 0;
        for (int column = 0; column < m_columns; ++column) {
            sum += cover[column];
            if (std::abs(sum) > seen) {
                splats.addPixel(m_left + column, m_top + row, std::min(std::abs(sum), 1.0F), colour);
            }
        }
        std::fill_n(cover, m_stride, 0.0F);
    }
}

} // namespace tuban
