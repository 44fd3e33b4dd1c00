#pragma once

#include "geo/base/value.h"
#include "geo/shape/box_tree.h"
#include "geo/shape/geometry.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// Texts one after the other in one piece of memory.
class TextRun {
public:
    void append(std::string_view text);
    void fit();
    [[nodiscard]] std::string_view operator[](std::size_t index) const;
    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    friend bool operator==(const TextRun&, const TextRun&) = default;

private:
    std::string m_text;
    std::vector<std::uint32_t> m_ends;
};

/// The cells of one column for the features of a page: two bytes a cell, and each different value about once.
/// A column of nulls takes nothing.
class CellRun {
public:
    /// \pre at most 65,535 cells
    void append(const Value& value);
    void fit();
    [[nodiscard]] Value operator[](std::size_t index) const;
    [[nodiscard]] bool isNull(std::size_t index) const { return m_codes.empty() || m_codes[index] == 0; }
    /// The text of a cell, nothing for other values. Lives as long as the run.
    [[nodiscard]] std::string_view text(std::size_t index) const;

private:
    enum class Kind : std::uint8_t { Integer, Real, Text };
    struct Known {
        std::uint64_t bits = 0; ///< of a number; of a text where it begins
        std::uint32_t length = 0;
        Kind kind = Kind::Integer;
    };
    [[nodiscard]] std::uint16_t codeOf(const Value& value);
    [[nodiscard]] bool holds(const Known& known, const Value& value) const;

    std::size_t m_size = 0;
    std::vector<std::uint16_t> m_codes; ///< 0: null, else one more than the place in m_known
    std::vector<Known> m_known;
    std::string m_text;
    std::vector<std::uint16_t> m_recent; ///< codes met lately by hash; only while the run grows
};

/// A run of features in flat arrays, in order of id. Shape i has the parts [shapeParts[i], shapeParts[i+1])
/// of partEnds, and for areas the polygons [shapePolygons[i], shapePolygons[i+1]) of polygonEnds; ends are
/// positions in this page and exclusive. Features without a shape have an empty box and no parts.
/// Immutable once it is in a snapshot.
struct FeaturePage {
    std::vector<std::int64_t> ids;
    TextRun uids;
    std::vector<Box> boxes;    ///< plan CRS
    std::vector<Point> points; ///< plan CRS, metres
    std::vector<std::uint32_t> partEnds;
    std::vector<std::uint32_t> polygonEnds;
    std::vector<std::uint32_t> shapeParts{0};    ///< size n+1
    std::vector<std::uint32_t> shapePolygons{0}; ///< size n+1
    std::vector<CellRun> cells;                  ///< one run a column
    BoxTree tree;                                ///< over boxes
    std::vector<float> areas;                    ///< planar square metres, for display; areas only
    std::vector<std::uint16_t> uidOrder;         ///< slots sorted by uid; empty when they are as they stand

    [[nodiscard]] std::size_t size() const { return ids.size(); }
    [[nodiscard]] std::uint32_t partBegin(std::uint32_t part) const {
        return part == 0 ? 0 : partEnds[part - 1];
    }
    [[nodiscard]] std::span<const Point> part(std::uint32_t part) const {
        return std::span(points).subspan(partBegin(part), partEnds[part] - partBegin(part));
    }
    [[nodiscard]] Geometry geometry(std::size_t slot, ShapeKind kind) const;
    /// Slot of a uid, -1 when absent.
    [[nodiscard]] std::int64_t find(std::string_view uid) const;
    /// Ends one feature whose shape was appended to the arrays.
    void endFeature(std::int64_t id, std::string_view uid, const Box& box);
    /// Called once all features are there: builds the tree and the order of uids, gives back spare memory.
    void finish();

private:
    [[nodiscard]] float planarArea(std::size_t slot) const;
};

} // namespace tuban
