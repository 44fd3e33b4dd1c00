#include "geo/shape/box_tree.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace tuban {

namespace {

constexpr std::size_t nodeSize = 16;

/// Place of a cell on a Hilbert curve of 2^16 by 2^16 cells, by walking down its quadrants.
std::uint32_t hilbertPlace(std::uint32_t x, std::uint32_t y) {
    std::uint32_t place = 0;
    for (std::uint32_t side = 1U << 15U; side > 0; side >>= 1U) {
        const std::uint32_t right = (x & side) != 0 ? 1 : 0;
        const std::uint32_t upper = (y & side) != 0 ? 1 : 0;
        place = (place << 2U) | ((3U * right) ^ upper);
        if (upper == 0) {
            if (right == 1) {
                x = 0xffffU - x;
                y = 0xffffU - y;
            }
            std::swap(x, y);
        }
    }
    return place;
}

std::uint32_t cellOf(double value, double low, double extent) {
    return extent > 0 ? static_cast<std::uint32_t>(65'535.0 * std::clamp((value - low) / extent, 0.0, 1.0))
                      : 0;
}

std::vector<std::uint32_t> hilbertPlaces(const std::vector<Box>& boxes, const Box& bounds) {
    std::vector<std::uint32_t> places;
    places.reserve(boxes.size());
    for (const Box& box : boxes) {
        const Point centre = box.centre();
        places.push_back(hilbertPlace(cellOf(centre.x, bounds.minX, bounds.width()),
                                      cellOf(centre.y, bounds.minY, bounds.height())));
    }
    return places;
}

} // namespace

BoxTree::BoxTree(std::vector<Box> boxes) {
    for (const Box& box : boxes) {
        m_bounds.add(box);
    }
    const auto places = hilbertPlaces(boxes, m_bounds);
    m_indices.resize(boxes.size());
    std::iota(m_indices.begin(), m_indices.end(), 0U);
    // A box without extent meets no window: it is left out.
    std::erase_if(m_indices, [&](std::uint32_t index) { return boxes[index].empty(); });
    std::ranges::sort(m_indices, {}, [&](std::uint32_t index) { return places[index]; });
    m_count = m_indices.size();
    for (const auto index : m_indices) {
        m_boxes.push_back(boxes[index]);
    }
    m_levelEnds.push_back(m_count);
    std::size_t levelBegin = 0;
    while (m_boxes.size() - levelBegin > 1) {
        const std::size_t levelEnd = m_boxes.size();
        for (std::size_t child = levelBegin; child < levelEnd; child += nodeSize) {
            Box node;
            for (std::size_t i = child; i < std::min(child + nodeSize, levelEnd); ++i) {
                node.add(m_boxes[i]);
            }
            m_boxes.push_back(node);
            m_indices.push_back(static_cast<std::uint32_t>(child));
        }
        levelBegin = levelEnd;
        m_levelEnds.push_back(m_boxes.size());
    }
}

void BoxTree::query(const Box& window, const std::function<bool(std::uint32_t)>& visit) const {
    if (m_count == 0 || window.empty()) {
        return;
    }
    std::vector<std::size_t> pending{m_boxes.size() - 1};
    while (!pending.empty()) {
        const std::size_t node = pending.back();
        pending.pop_back();
        if (!m_boxes[node].intersects(window)) {
            continue;
        }
        if (node < m_count) {
            if (!visit(m_indices[node])) {
                return;
            }
            continue;
        }
        const std::size_t first = m_indices[node];
        const std::size_t levelEnd = *std::ranges::upper_bound(m_levelEnds, first);
        for (std::size_t i = first; i < std::min(first + nodeSize, levelEnd); ++i) {
            pending.push_back(i);
        }
    }
}

std::vector<std::uint32_t> BoxTree::query(const Box& window) const {
    std::vector<std::uint32_t> found;
    query(window, [&](std::uint32_t index) {
        found.push_back(index);
        return true;
    });
    std::ranges::sort(found);
    return found;
}

} // namespace tuban
