#pragma once

#include "geo/shape/geometry.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace tuban {

/// A packed Hilbert R-tree over boxes, built once. Immutable: share it const between threads.
class BoxTree {
public:
    BoxTree() = default;
    explicit BoxTree(std::vector<Box> boxes);

    /// Calls `visit` with the index of each box that meets `window`, in no promised order; stops when it
    /// returns false.
    void query(const Box& window, const std::function<bool(std::uint32_t)>& visit) const;
    /// Indices of the boxes that meet `window`, ascending.
    [[nodiscard]] std::vector<std::uint32_t> query(const Box& window) const;
    [[nodiscard]] std::size_t size() const { return m_count; }
    [[nodiscard]] const Box& bounds() const { return m_bounds; }

private:
    std::size_t m_count = 0;
    Box m_bounds;
    std::vector<Box> m_boxes;             // leaves first, then each level up
    std::vector<std::uint32_t> m_indices; // leaf: index given by the caller; node: first child
    std::vector<std::size_t> m_levelEnds;
};

} // namespace tuban
