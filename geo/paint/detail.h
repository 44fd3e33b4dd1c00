#pragma once

#include "geo/paint/display.h"
#include "geo/paint/pixel_map.h"

#include <cstdint>
#include <vector>

namespace tuban {

/// Below this size on the picture an area has no shape: it is spread over the pixels it covers.
inline constexpr double splatBelowPx = 3;
/// Outlines of areas fade in between splatBelowPx and this size, so that no zoom shows a jump; and areas with
/// a sign of their own, like parks and parking, are drawn as it below this size, so that none vanishes.
inline constexpr double outlineFromPx = 8;

/// What of a layer is drawn in a window of the world: positions of features, ascending.
struct Detail {
    std::vector<std::uint32_t> splats; ///< areas smaller than splatBelowPx
    std::vector<std::uint32_t> paths;  ///< everything else
    std::vector<std::uint32_t> signs;  ///< small areas that are drawn as a sign over it all
};
/// \param pixelsPerWorld device pixels
[[nodiscard]] Detail detailFor(const DisplayLayer& layer, const Box& worldWindow, double pixelsPerWorld);
/// The same for the window of a map to pixels.
[[nodiscard]] Detail detailFor(const DisplayLayer& layer, const PixelMap& map);

/// How much of its outline an area of a size shows: 0 at splatBelowPx, 1 from outlineFromPx on.
[[nodiscard]] double outlineShare(double sizePx);

/// Walks through positions that mostly ascend, without looking each one's page up.
class PageCursor {
public:
    explicit PageCursor(const LayerSnapshot& snapshot) : m_snapshot(&snapshot) {}
    [[nodiscard]] LayerSnapshot::Place operator()(std::uint32_t index) {
        if (index < m_begin || index >= m_end) {
            const LayerSnapshot::Place place = m_snapshot->place(index);
            m_page = place.page;
            m_begin = index - static_cast<std::uint32_t>(place.slot);
            m_end = m_begin + static_cast<std::uint32_t>(m_page->size());
        }
        return {m_page, index - m_begin};
    }

private:
    const LayerSnapshot* m_snapshot;
    const FeaturePage* m_page = nullptr;
    std::uint32_t m_begin = 0;
    std::uint32_t m_end = 0;
};

/// Factor for outlines and signs: 1 at 2 m a pixel, down to 0.5 from far and up to 1.6 up close.
[[nodiscard]] double widthFactor(double metresPerPixel);
/// Factor for lines: 1 at 2 m a pixel, down to 0.2 from far and up to 1.8 up close.
[[nodiscard]] double lineWidthFactor(double metresPerPixel);

} // namespace tuban
