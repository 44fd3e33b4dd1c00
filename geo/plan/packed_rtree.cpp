#include "geo/plan/packed_rtree.h"

#include "geo/plan/sqlite.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <span>
#include <utility>

namespace tuban {

namespace {

constexpr std::size_t headBytes = 4;  // depth (of the root only) and number of cells
constexpr std::size_t cellBytes = 24; // id and two intervals
constexpr std::int64_t rootNode = 1;

/// The next float below or above where the conversion went the wrong way, by SQLite's own rule.
float rounded(double value, double towards) {
    const auto nearest = static_cast<float>(value);
    const bool wrong = towards < 0 ? nearest > value : nearest < value;
    constexpr double step = 1.0 / 8388608.0;
    return wrong ? static_cast<float>(value * (1 + (value < 0 ? -towards : towards) * step)) : nearest;
}

/// Place along a Hilbert curve of order 16 (Skilling's transposition for two axes).
std::uint32_t hilbert(std::uint32_t x, std::uint32_t y) {
    std::uint32_t place = 0;
    for (std::uint32_t side = 1U << 15U; side > 0; side >>= 1U) {
        const std::uint32_t right = (x & side) != 0 ? 1 : 0;
        const std::uint32_t upper = (y & side) != 0 ? 1 : 0;
        place = (place << 2U) | ((3 * right) ^ upper);
        if (upper == 0) {
            if (right == 1) {
                x = ~x & 0xffffU;
                y = ~y & 0xffffU;
            }
            std::swap(x, y);
        }
    }
    return place;
}

void sortAlongHilbert(std::vector<IndexedBox>& boxes) {
    Box all;
    for (const auto& box : boxes) {
        all.add(Point{box.minX, box.minY});
        all.add(Point{box.maxX, box.maxY});
    }
    const double scale = 65535.0 / std::max({all.width(), all.height(), 1.0});
    std::vector<std::pair<std::uint32_t, std::size_t>> order;
    order.reserve(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto& box = boxes[i];
        const double x = (static_cast<double>(box.minX) + box.maxX) / 2 - all.minX;
        const double y = (static_cast<double>(box.minY) + box.maxY) / 2 - all.minY;
        order.emplace_back(
            hilbert(static_cast<std::uint32_t>(x * scale), static_cast<std::uint32_t>(y * scale)), i);
    }
    std::ranges::sort(order);
    std::vector<IndexedBox> sorted;
    sorted.reserve(boxes.size());
    for (const auto& [place, i] : order) {
        sorted.push_back(boxes[i]);
    }
    boxes = std::move(sorted);
}

template <class Bits>
void put(std::vector<std::byte>& node, std::size_t at, Bits value) {
    for (std::size_t i = 0; i < sizeof value; ++i) {
        node[at + i] = static_cast<std::byte>((value >> (8 * (sizeof value - 1 - i))) & 0xffU);
    }
}

class Packer {
public:
    Packer(const Database& database, const std::string& index)
        : m_size(database, "SELECT length(data) FROM " + quotedName(index + "_node") + " WHERE nodeno = 1"),
          m_node(database,
                 "INSERT OR REPLACE INTO " + quotedName(index + "_node") + "(nodeno, data) VALUES (?1, ?2)"),
          m_parent(database,
                   "INSERT INTO " + quotedName(index + "_parent") + "(nodeno, parentnode) VALUES (?1, ?2)"),
          m_row(database, "INSERT INTO " + quotedName(index + "_rowid") + "(rowid, nodeno) VALUES (?1, ?2)") {
    }

    Result<void> pack(std::vector<IndexedBox> boxes) {
        const auto sized = m_size.step();
        if (!sized || !*sized) {
            return failure(ErrorCode::Corrupt, "the spatial index has no root");
        }
        m_nodeBytes = static_cast<std::size_t>(m_size.integer(0));
        m_size.reset();
        sortAlongHilbert(boxes);
        const std::size_t capacity = (m_nodeBytes - headBytes) / cellBytes;
        std::uint16_t depth = 0;
        while (boxes.size() > capacity) {
            auto level = writeLevel(boxes, capacity, depth);
            if (!level) {
                return std::unexpected(level.error());
            }
            boxes = std::move(*level);
            ++depth;
        }
        return writeNode(rootNode, boxes, depth, depth);
    }

private:
    /// Nodes of a level, evenly filled. \return their boxes with their numbers
    Result<std::vector<IndexedBox>>
    writeLevel(const std::vector<IndexedBox>& boxes, std::size_t capacity, std::uint16_t depth) {
        std::vector<IndexedBox> above;
        const std::size_t count = (boxes.size() + capacity - 1) / capacity;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t from = i * boxes.size() / count;
            const std::size_t to = (i + 1) * boxes.size() / count;
            const auto cells = std::span(boxes).subspan(from, to - from);
            const std::int64_t node = m_next++;
            if (const auto written = writeNode(node, cells, 0, depth); !written) {
                return std::unexpected(written.error());
            }
            IndexedBox around = cells.front();
            around.id = node;
            for (const auto& cell : cells) {
                around.minX = std::min(around.minX, cell.minX);
                around.maxX = std::max(around.maxX, cell.maxX);
                around.minY = std::min(around.minY, cell.minY);
                around.maxY = std::max(around.maxY, cell.maxY);
            }
            above.push_back(around);
        }
        return above;
    }

    /// \param said depth written into the node: that of the tree in its root
    Result<void>
    writeNode(std::int64_t node, std::span<const IndexedBox> cells, std::uint16_t said, std::uint16_t depth) {
        std::vector<std::byte> data(m_nodeBytes);
        put(data, 0, said);
        put(data, 2, static_cast<std::uint16_t>(cells.size()));
        std::size_t at = headBytes;
        for (const auto& cell : cells) {
            put(data, at, static_cast<std::uint64_t>(cell.id));
            at += 8;
            for (const float side : {cell.minX, cell.maxX, cell.minY, cell.maxY}) {
                put(data, at, std::bit_cast<std::uint32_t>(side));
                at += 4;
            }
            Statement& mapped = depth == 0 ? m_row : m_parent;
            if (const auto done = mapped.bind(1, cell.id).bind(2, node).run(); !done) {
                return done;
            }
        }
        return m_node.bind(1, node).bind(2, std::span<const std::byte>(data)).run();
    }

    Statement m_size;
    Statement m_node;
    Statement m_parent;
    Statement m_row;
    std::size_t m_nodeBytes = 0;
    std::int64_t m_next = rootNode + 1;
};

} // namespace

IndexedBox indexedBox(std::int64_t id, const Box& box) {
    return {.id = id,
            .minX = rounded(box.minX, -1),
            .maxX = rounded(box.maxX, 1),
            .minY = rounded(box.minY, -1),
            .maxY = rounded(box.maxY, 1)};
}

Result<void> packRtree(const Database& database, const std::string& index, std::vector<IndexedBox> boxes) {
    return boxes.empty() ? Result<void>() : Packer(database, index).pack(std::move(boxes));
}

} // namespace tuban
