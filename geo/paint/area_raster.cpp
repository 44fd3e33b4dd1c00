#include "geo/paint/area_raster.h"

#include "geo/paint/lanes.h"
#include "geo/shape/ring.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <utility>

namespace tuban {

namespace {

std::uint32_t opaque(Colour colour) {
    return 0xff000000U | (std::uint32_t{colour.red} << 16U) | (std::uint32_t{colour.green} << 8U) |
           std::uint32_t{colour.blue};
}

/// Shares of 0..256 of covers of 0..1 and more.
Words sharesOf(Floats cover, float alpha256) {
    return reinterpret_cast<Words>(
        __builtin_convertvector(least(cover, allOf(1.0F)) * alpha256 + 0.5F, Ints));
}

Floats sizeOf(Floats value) {
    return most(value, -value);
}

/// Integral of clamp(x, 0, 1) from 0 to each x.
Floats ramp(Floats x) {
    const Floats inside = within01(x);
    return inside * inside * 0.5F + most(x, allOf(1.0F)) - 1.0F;
}

constexpr Floats firstFour{0, 1, 2, 3};

/// What a band covers of a pixel whose beginning lies `middle` before the band's middle.
Floats coverOf(Floats middle, float half) {
    return within01(middle + half) - within01(middle - half);
}

/// Adds the differences of the covers of four pixels that an edge crosses.
/// \param offset where the first of them begins, from the beginning of the edge
/// \return cover of the last
float addCovers(float* row, float offset, float run, float heightPerRun, float before) {
    const Floats toRight = firstFour + (offset + 1);
    const Floats covers = (ramp(toRight) - ramp(toRight - run)) * heightPerRun;
    const Floats shifted = __builtin_shufflevector(covers, allOf(before), 4, 0, 1, 2);
    store(row, loaded<Floats>(row) + covers - shifted);
    return covers[lanes - 1];
}

} // namespace

bool AreaRaster::begin(const Box& boxPx) {
    const auto within = [](double value, int most) {
        return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(most)));
    };
    m_left = within(std::floor(boxPx.minX), m_width);
    m_top = within(std::floor(boxPx.minY), m_height);
    const auto even = [](int count) { return (count + lanes - 1) / lanes * lanes; };
    // Whole lanes where the picture has room for them.
    m_columns = std::min(even(within(std::ceil(boxPx.maxX), m_width) - m_left), m_width - m_left);
    m_rows = within(std::ceil(boxPx.maxY), m_height) - m_top;
    m_hasFill = false;
    m_hasOutline = false;
    if (boxPx.empty() || m_columns <= 0 || m_rows <= 0) {
        return false;
    }
    // Lanes that begin in a row's last cell end in what is beyond.
    m_stride = even(m_columns) + 2 * lanes;
    constexpr int leastBlock = lanes;
    m_blockBits = std::countr_zero(static_cast<unsigned>(leastBlock));
    while ((m_stride - 1) >> m_blockBits >= blocks) {
        ++m_blockBits;
    }
    const auto cells = static_cast<std::size_t>(m_stride * m_rows);
    if (m_cover.size() < cells) {
        m_cover.resize(cells);
        m_outline.resize(cells);
    }
    if (m_touched.size() < static_cast<std::size_t>(m_rows)) {
        m_touched.resize(static_cast<std::size_t>(m_rows));
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
    from = {from.x - m_left, from.y - m_top};
    to = {to.x - m_left, to.y - m_top};
    const double slope = (to.x - from.x) / (to.y - from.y);
    const double lowest = std::min(to.y, static_cast<double>(m_rows));
    double y = std::max(from.y, 0.0);
    double x = from.x + (y - from.y) * slope;
    for (int row = static_cast<int>(y); y < lowest; ++row) {
        const double nextY = std::min(static_cast<double>(row + 1), lowest);
        const double nextX = x + (nextY - y) * slope;
        addToRow(row,
                 static_cast<float>(std::min(x, nextX)),
                 static_cast<float>(std::max(x, nextX)),
                 sign * static_cast<float>(nextY - y));
        x = nextX;
        y = nextY;
    }
}

/// Part of an edge within a row, from x to x: pixels right of it are covered by its whole height, those it
/// crosses by what lies right of it in them.
inline void AreaRaster::addToRow(int row, float fromX, float toX, float height) {
    const auto right = static_cast<float>(m_columns);
    if (toX > right) { // what is right of the region covers nothing in it
        if (fromX >= right) {
            return;
        }
        height *= (right - fromX) / (toX - fromX);
        toX = right;
    }
    if (fromX < 0) { // what is left of it covers whole rows
        const float beyond = toX <= 0 ? height : height * -fromX / (toX - fromX);
        m_cover[static_cast<std::size_t>(row * m_stride)] += beyond;
        touch(row, 0, 0);
        if (toX <= 0) {
            return;
        }
        height -= beyond;
        fromX = 0;
    }
    float* cells = m_cover.data() + static_cast<std::ptrdiff_t>(row) * m_stride;
    int column = static_cast<int>(fromX);
    if (column == static_cast<int>(toX)) {
        const float leftOfIt = height * ((fromX + toX) / 2 - static_cast<float>(column));
        cells[column] += height - leftOfIt;
        cells[column + 1] += leftOfIt;
        touch(row, column, column + 1);
        return;
    }
    // The cover of a pixel is the mean, along the edge, of how much of the pixel lies right of it.
    const float run = toX - fromX;
    const float perRun = height / run;
    float before = 0; // cover of the pixel to the left
    for (; static_cast<float>(column + lanes) <= toX; column += lanes) {
        touch(row, column, column);
        before = addCovers(cells + column, static_cast<float>(column) - fromX, run, perRun, before);
    }
    before = addCovers(cells + column, static_cast<float>(column) - fromX, run, perRun, before);
    cells[column + lanes] += height - before;
    touch(row, column, column + lanes);
}

void AreaRaster::addOutline(std::span<const Point> line, double widthPx) {
    m_hasOutline = true;
    for (std::size_t i = 1; i < line.size(); ++i) {
        addBand(line[i - 1], line[i], widthPx);
    }
}

/// A band that runs along the columns covers in each of them, one that is steeper in each row, what lies
/// within half its breadth of its middle there.
void AreaRaster::addBand(Point from, Point to, double widthPx) {
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    if (dx == 0 && dy == 0) {
        return;
    }
    from = {from.x - m_left, from.y - m_top};
    to = {to.x - m_left, to.y - m_top};
    if (std::abs(dy) > std::abs(dx)) {
        addSteepBand({from.y, to.y, from.x, dx / dy, widthPx, m_rows});
    } else {
        addFlatBand({from.x, to.x, from.y, dy / dx, widthPx, m_columns});
    }
}

AreaRaster::Band::Band(double from, double to, double acrossFrom, double slopeOfIt, double widthPx, int end)
    : low(static_cast<float>(std::max(std::min(from, to), 0.0))),
      high(static_cast<float>(std::min(std::max(from, to), static_cast<double>(end)))),
      start(static_cast<float>(acrossFrom + (std::max(std::min(from, to), 0.0) - from) * slopeOfIt)),
      slope(static_cast<float>(slopeOfIt)),
      half(static_cast<float>(widthPx / 2 * std::sqrt(1 + slopeOfIt * slopeOfIt))) {}

void AreaRaster::addSteepBand(const Band& band) {
    for (int row = static_cast<int>(band.low); static_cast<float>(row) < band.high; ++row) {
        const float enter = std::max(band.low, static_cast<float>(row));
        const float leave = std::min(band.high, static_cast<float>(row + 1));
        const float middle = band.middle((enter + leave) / 2);
        const float end = std::min(middle + band.half, static_cast<float>(m_columns));
        float* cells = m_outline.data() + static_cast<std::ptrdiff_t>(row) * m_stride;
        for (int column = static_cast<int>(std::max(middle - band.half, 0.0F));
             static_cast<float>(column) < end;
             column += lanes) {
            const Floats covered = coverOf(middle - firstFour - static_cast<float>(column), band.half);
            store(cells + column, loaded<Floats>(cells + column) + covered * (leave - enter));
            touch(row, column, column + lanes - 1);
        }
    }
}

void AreaRaster::addFlatBand(const Band& band) {
    for (int column = static_cast<int>(band.low); static_cast<float>(column) < band.high; column += lanes) {
        const Floats left = firstFour + static_cast<float>(column);
        const Floats enter = most(left, allOf(band.low));
        const Floats leave = least(left + 1.0F, allOf(band.high));
        const Floats share = most(leave - enter, Floats{});
        const Floats middle = band.middle((enter + leave) / 2.0F);
        const float first = band.middle(std::max(band.low, static_cast<float>(column)));
        const float last = band.middle(std::min(band.high, static_cast<float>(column + lanes)));
        const float end = std::min(std::max(first, last) + band.half, static_cast<float>(m_rows));
        for (int row = static_cast<int>(std::max(std::min(first, last) - band.half, 0.0F));
             static_cast<float>(row) < end;
             ++row) {
            float* cells = m_outline.data() + static_cast<std::ptrdiff_t>(row) * m_stride + column;
            store(cells,
                  loaded<Floats>(cells) + coverOf(middle - static_cast<float>(row), band.half) * share);
            touch(row, column, column + lanes - 1);
        }
    }
}

void AreaRaster::paint(std::span<std::uint32_t> pixels, const Look& look) {
    assert(pixels.size() == static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height));
    const Words fill = allOf(opaque(look.fill));
    const Words stroke = allOf(opaque(look.stroke));
    const float fillAlpha = static_cast<float>(look.fill.alpha) / 255 * 256;
    const bool isOpaque = look.fill.alpha == 255;
    const float strokeAlpha = static_cast<float>(look.stroke.alpha * look.strokeAlpha) / 255 * 256;
    for (int row = 0; row < m_rows; ++row) {
        float* cover = m_cover.data() + static_cast<std::ptrdiff_t>(row) * m_stride;
        float* outline = m_outline.data() + static_cast<std::ptrdiff_t>(row) * m_stride;
        std::uint32_t* pixel = pixels.data() + static_cast<std::ptrdiff_t>(m_top + row) * m_width + m_left;
        Floats sum{};
        const auto lay = [&](Words under, int column) {
            if (m_hasFill) {
                sum = sum[lanes - 1] + runningSums(loaded<Floats>(cover + column));
                const Words share = sharesOf(sizeOf(sum), fillAlpha);
                under = isOpaque ? joined(under, fill, share) : blended(under, fill, share);
            }
            return m_hasOutline
                       ? blended(under, stroke, sharesOf(loaded<Floats>(outline + column), strokeAlpha))
                       : under;
        };
        sweep(
            row,
            [&](int column, int end) {
                for (; column + lanes <= end; column += lanes) {
                    store(pixel + column, lay(loaded<Words>(pixel + column), column));
                }
                if (column < end) { // fewer than all lanes are left of the row
                    Words some{};
                    const auto bytes = static_cast<std::size_t>(end - column) * sizeof(std::uint32_t);
                    std::memcpy(&some, pixel + column, bytes);
                    some = lay(some, column);
                    std::memcpy(pixel + column, &some, bytes);
                }
            },
            [&](int column, int end) {
                const Words share = sharesOf(sizeOf(allOf(sum[lanes - 1])), fillAlpha);
                if (share[0] == 256) {
                    std::fill(pixel + column, pixel + end, fill[0]);
                } else if (share[0] > 0) {
                    for (; column < end; ++column) {
                        const Words under = allOf(pixel[column]);
                        pixel[column] = (isOpaque ? joined : blended)(under, fill, share)[0];
                    }
                }
            });
    }
}

void AreaRaster::collect(SplatBuffer& splats, Colour colour) {
    for (int row = 0; row < m_rows; ++row) {
        const float* cover = m_cover.data() + static_cast<std::ptrdiff_t>(row) * m_stride;
        float sum = 0;
        const auto add = [&](int column) {
            splats.addPixel(m_left + column, m_top + row, std::min(std::abs(sum), 1.0F), colour);
        };
        sweep(
            row,
            [&](int column, int end) {
                for (; column < end; ++column) {
                    sum += cover[column];
                    add(column);
                }
            },
            [&](int column, int end) {
                for (; column < end; ++column) {
                    add(column);
                }
            });
    }
}

template <class Cells, class Gap>
void AreaRaster::sweep(int row, Cells cells, Gap gap) {
    std::uint64_t touched = std::exchange(m_touched[static_cast<std::size_t>(row)], 0);
    int column = 0;
    while (touched != 0) {
        const int first = std::countr_zero(touched);
        const int past = first + std::countr_one(touched >> first);
        const int begin = first << m_blockBits;
        const int end = std::min(past << m_blockBits, m_stride);
        if (column < begin) {
            gap(column, std::min(begin, m_columns));
        }
        cells(begin, std::min(end, m_columns));
        const std::ptrdiff_t offset = static_cast<std::ptrdiff_t>(row) * m_stride;
        for (int cell = begin; cell < end; cell += lanes) {
            store(m_cover.data() + offset + cell, Floats{});
            store(m_outline.data() + offset + cell, Floats{});
        }
        column = end;
        touched = past < blocks ? touched >> past << past : 0;
    }
    if (column > 0 && column < m_columns) {
        gap(column, m_columns);
    }
}

} // namespace tuban
