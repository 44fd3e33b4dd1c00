#pragma once

#include "geo/paint/splat.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tuban {

/// Fills and outlines one small or medium area after the other in a picture, antialiased by the share of each
/// pixel that is covered. Edges add what they cover to the right of them to a sum per pixel; running sums
/// along the rows are then the cover (the "accumulation buffer" of font rasterisers). Outlines are added as
/// thin bands. Positions are pixels, y down. Thread rule: one object per thread.
class AreaRaster {
public:
    AreaRaster() = default;
    AreaRaster(int widthPx, int heightPx) : m_width(widthPx), m_height(heightPx) {}
    /// For another picture; only between shapes.
    void resize(int widthPx, int heightPx) {
        m_width = widthPx;
        m_height = heightPx;
    }

    /// Begins a shape that lies in `boxPx`, which is cut at the picture. \return false when nothing is to be
    /// seen
    bool begin(const Box& boxPx);
    /// Pixels that the shape begun may touch.
    [[nodiscard]] std::size_t regionPx() const { return static_cast<std::size_t>(m_columns * m_rows); }
    /// Adds a closed ring. \param isHole its inside is taken away; which way it runs does not matter
    void addRing(std::span<const Point> ring, bool isHole);
    /// Adds a band along a line of points.
    void addOutline(std::span<const Point> line, double widthPx);

    struct Look {
        Colour fill;
        Colour stroke;
        double strokeAlpha = 1; ///< on top of the colour's own
    };
    /// Ends the shape: paints it over premultiplied 0xAARRGGBB pixels of the picture. An opaque fill joins
    /// what covers a part of a pixel: neighbours leave nothing of the ground between them on a picture that
    /// was transparent.
    void paint(std::span<std::uint32_t> pixels, const Look& look);
    /// Ends the shape: gives its cover to a buffer of the same size.
    void collect(SplatBuffer& splats, Colour colour);

private:
    void addEdge(Point from, Point to, float sign);
    void addToRow(int row, float fromX, float toX, float height);
    void addBand(Point from, Point to, double widthPx);
    /// A band in the region, seen along the axis that it is nearer to.
    struct Band {
        Band(double from, double to, double acrossFrom, double slopeOfIt, double widthPx, int end);
        float low, high; ///< along it, within the region
        float start;     ///< across it, where it is at `low`
        float slope;
        float half; ///< of its breadth across
        template <class Number>
        [[nodiscard]] Number middle(Number along) const {
            return start + (along - low) * slope;
        }
    };
    void addSteepBand(const Band& band);
    void addFlatBand(const Band& band);
    void touch(int row, int first, int last) {
        m_touched[static_cast<std::size_t>(row)] |=
            (std::uint64_t{1} << (first >> m_blockBits)) | (std::uint64_t{1} << (last >> m_blockBits));
    }
    /// Goes once through a row and leaves it zero. \param cells is given the columns [begin, end) that
    /// something was added to, `gap` those between and behind them, where covers go on unchanged
    template <class Cells, class Gap>
    void sweep(int row, Cells cells, Gap gap);

    int m_width = 0;
    int m_height = 0;
    int m_left = 0; ///< of the region of the shape begun
    int m_top = 0;
    int m_columns = 0;
    int m_rows = 0;
    int m_stride = 0;
    bool m_hasFill = false;
    bool m_hasOutline = false;
    std::vector<float> m_cover;   ///< differences along each row; zero between shapes
    std::vector<float> m_outline; ///< cover of bands; zero between shapes
    /// Where each row has anything, a bit for each block of 1 << m_blockBits columns: large shapes are mostly
    /// empty or full.
    std::vector<std::uint64_t> m_touched;
    int m_blockBits = 0;
    static constexpr int blocks = 64;
};

} // namespace tuban
