#include "geo/shape/blob.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <format>
#include <string>

namespace tuban {

namespace {

constexpr std::byte startMark{0x00};
constexpr std::byte littleEndianMark{0x01};
constexpr std::byte boxEndMark{0x7C};
constexpr std::byte entityMark{0x69};
constexpr std::byte endMark{0xFE};
constexpr std::size_t headBytes = 43; // start, order, SRID, box, mark, type
constexpr std::size_t boxEndAt = 38;
constexpr std::uint32_t compressedFlag = 1'000'000;

/// Reads numbers of one byte order; the caller asks `left()` before it reads.
class Cursor {
public:
    Cursor(std::span<const std::byte> bytes, bool littleEndian)
        : m_bytes(bytes), m_swap(littleEndian != (std::endian::native == std::endian::little)) {}

    [[nodiscard]] std::size_t left() const { return m_bytes.size() - m_at; }
    void skip(std::size_t bytes) { m_at += bytes; }

    template <class Bits>
    Bits bits() {
        Bits value{};
        std::memcpy(&value, m_bytes.data() + m_at, sizeof value);
        m_at += sizeof value;
        return m_swap ? std::byteswap(value) : value;
    }
    double real() { return std::bit_cast<double>(bits<std::uint64_t>()); }
    double shortReal() { return static_cast<double>(std::bit_cast<float>(bits<std::uint32_t>())); }
    std::byte byte() { return m_bytes[m_at++]; }

private:
    std::span<const std::byte> m_bytes;
    std::size_t m_at = 0;
    bool m_swap;
};

/// A type number of the format taken apart.
struct Layout {
    std::uint32_t base = 0; // 1..7
    bool z = false;
    bool m = false;
    bool compressed = false;

    [[nodiscard]] std::size_t pointBytes() const { return 16U + (z ? 8U : 0U) + (m ? 8U : 0U); }
    /// A point between the first and the last of a compressed line: differences as floats, M in full.
    [[nodiscard]] std::size_t innerBytes() const {
        return compressed ? 8U + (z ? 4U : 0U) + (m ? 8U : 0U) : pointBytes();
    }
};

Result<Layout> layoutOf(std::uint32_t type) {
    Layout layout;
    layout.compressed = type >= compressedFlag;
    const std::uint32_t rest = layout.compressed ? type - compressedFlag : type;
    const std::uint32_t dimensions = rest / 1000;
    layout.base = rest % 1000;
    layout.z = dimensions == 1 || dimensions == 3;
    layout.m = dimensions >= 2;
    if (dimensions > 3 || layout.base < 1 || layout.base > 7 || (layout.compressed && layout.base == 1)) {
        return failure(ErrorCode::BadGeometry, std::format("geometry blob of unknown type {}", type));
    }
    return layout;
}

std::unexpected<Error> broken(std::string_view what) {
    return failure(ErrorCode::BadGeometry, std::format("geometry blob: {}", what));
}

/// Where the points and ends of one shape go.
class Reader {
public:
    Reader(Cursor& cursor,
           std::vector<Point>& points,
           std::vector<std::uint32_t>& partEnds,
           std::vector<std::uint32_t>& polygonEnds)
        : m_cursor(cursor), m_points(points), m_partEnds(partEnds), m_polygonEnds(polygonEnds) {}

    Result<void> shape(const Layout& layout) {
        switch (layout.base) {
        case 1:
            return point(layout);
        case 2:
            return line(layout, "line");
        case 3:
            return polygon(layout);
        default:
            return collection(layout);
        }
    }
    [[nodiscard]] const Box& box() const { return m_box; }

private:
    Result<void> point(const Layout& layout) {
        if (m_cursor.left() < layout.pointBytes()) {
            return broken("ends inside a point");
        }
        if (!addPoint({m_cursor.real(), m_cursor.real()})) {
            return broken("a coordinate is not a finite number");
        }
        m_cursor.skip(layout.pointBytes() - 16);
        return endPart();
    }

    Result<void> line(const Layout& layout, std::string_view what) {
        const std::size_t least = what == "ring" ? 4 : 2;
        const auto count = readCount(layout.innerBytes(), what);
        if (!count) {
            return std::unexpected(count.error());
        }
        // The first and last points of a compressed line are whole; `least` is at least two.
        const std::size_t whole = 2 * (layout.pointBytes() - layout.innerBytes());
        if (*count < least || *count * layout.innerBytes() + whole > m_cursor.left()) {
            return broken(std::format("a {} of {} points", what, *count));
        }
        const std::size_t begin = m_points.size();
        for (std::size_t i = 0; i < *count; ++i) {
            if (!linePoint(layout, i == 0 || i + 1 == *count)) {
                return broken("a coordinate is not a finite number");
            }
        }
        if (what == "ring" && m_points[begin] != m_points.back()) {
            return broken("a ring is not closed");
        }
        return endPart();
    }

    bool linePoint(const Layout& layout, bool whole) {
        if (whole || !layout.compressed) {
            const double x = m_cursor.real();
            const double y = m_cursor.real();
            m_cursor.skip(layout.pointBytes() - 16);
            return addPoint({x, y});
        }
        const Point before = m_points.back();
        const double x = before.x + m_cursor.shortReal();
        const double y = before.y + m_cursor.shortReal();
        m_cursor.skip(layout.innerBytes() - 8);
        return addPoint({x, y});
    }

    Result<void> polygon(const Layout& layout) {
        const auto rings = readCount(4, "polygon");
        if (!rings) {
            return std::unexpected(rings.error());
        }
        if (*rings == 0) {
            return broken("a polygon without rings");
        }
        for (std::size_t ring = 0; ring < *rings; ++ring) {
            if (auto read = line(layout, "ring"); !read) {
                return read;
            }
        }
        m_polygonEnds.push_back(static_cast<std::uint32_t>(m_partEnds.size()));
        return {};
    }

    /// Multi types 4, 5, 6 hold entities of type 1, 2, 3; a collection (7) holds any one of these.
    Result<void> collection(const Layout& layout) {
        const auto count = readCount(5, "collection");
        if (!count) {
            return std::unexpected(count.error());
        }
        if (*count == 0) {
            return broken("nothing in it");
        }
        std::uint32_t wanted = layout.base == 7 ? 0 : layout.base - 3;
        for (std::size_t i = 0; i < *count; ++i) {
            if (m_cursor.left() < 5 || m_cursor.byte() != entityMark) {
                return broken("a part does not begin where it should");
            }
            const auto entity = layoutOf(m_cursor.bits<std::uint32_t>());
            if (!entity) {
                return std::unexpected(entity.error());
            }
            wanted = wanted == 0 ? entity->base : wanted;
            if (entity->base != wanted || entity->base > 3) {
                return broken("it mixes kinds of shapes");
            }
            if (auto read = shape(*entity); !read) {
                return read;
            }
        }
        return {};
    }

    /// A count that the bytes left can hold at `bytesEach` at least.
    Result<std::size_t> readCount(std::size_t bytesEach, std::string_view what) {
        if (m_cursor.left() < 4) {
            return broken(std::format("ends inside a {}", what));
        }
        const std::size_t count = m_cursor.bits<std::uint32_t>();
        if (count > m_cursor.left() / bytesEach) {
            return broken(std::format("a {} counts {} parts, more than there are bytes for", what, count));
        }
        return count;
    }

    bool addPoint(Point p) {
        m_points.push_back(p);
        m_box.add(p);
        return std::isfinite(p.x) && std::isfinite(p.y);
    }

    Result<void> endPart() {
        m_partEnds.push_back(static_cast<std::uint32_t>(m_points.size()));
        return {};
    }

    Cursor& m_cursor;
    std::vector<Point>& m_points;
    std::vector<std::uint32_t>& m_partEnds;
    std::vector<std::uint32_t>& m_polygonEnds;
    Box m_box;
};

ShapeKind kindOf(const Geometry& read) {
    if (!read.polygonEnds.empty()) {
        return ShapeKind::Area;
    }
    // A line has two points at least, a point just one.
    return read.partEnds.front() >= 2 ? ShapeKind::Line : ShapeKind::Point;
}

} // namespace

Result<BlobHead> readBlobHead(std::span<const std::byte> blob) {
    if (blob.size() < headBytes + 1) {
        return broken(std::format("{} bytes are too few", blob.size()));
    }
    if (blob[0] != startMark || blob[1] > littleEndianMark || blob[boxEndAt] != boxEndMark ||
        blob.back() != endMark) {
        return broken("it does not have the marks of SpatiaLite's format");
    }
    Cursor cursor(blob, blob[1] == littleEndianMark);
    cursor.skip(2);
    BlobHead head;
    head.srid = std::bit_cast<std::int32_t>(cursor.bits<std::uint32_t>());
    head.box.minX = cursor.real();
    head.box.minY = cursor.real();
    head.box.maxX = cursor.real();
    head.box.maxY = cursor.real();
    cursor.skip(1);
    head.type = cursor.bits<std::uint32_t>();
    return head;
}

Result<Box> appendBlob(std::span<const std::byte> blob,
                       std::vector<Point>& points,
                       std::vector<std::uint32_t>& partEnds,
                       std::vector<std::uint32_t>& polygonEnds) {
    const auto head = readBlobHead(blob);
    if (!head) {
        return std::unexpected(head.error());
    }
    const auto layout = layoutOf(head->type);
    if (!layout) {
        return std::unexpected(layout.error());
    }
    const std::size_t pointCount = points.size();
    const std::size_t partCount = partEnds.size();
    const std::size_t polygonCount = polygonEnds.size();
    Cursor cursor(blob.first(blob.size() - 1), blob[1] == littleEndianMark);
    cursor.skip(headBytes);
    Reader reader(cursor, points, partEnds, polygonEnds);
    Result<void> read = reader.shape(*layout);
    if (read && cursor.left() > 0) {
        read = broken(std::format("{} bytes too many", cursor.left()));
    }
    if (!read) {
        points.resize(pointCount);
        partEnds.resize(partCount);
        polygonEnds.resize(polygonCount);
        return std::unexpected(read.error());
    }
    return reader.box();
}

Result<DecodedBlob> decodeBlob(std::span<const std::byte> blob) {
    DecodedBlob decoded;
    auto& geometry = decoded.geometry;
    const auto box = appendBlob(blob, geometry.points, geometry.partEnds, geometry.polygonEnds);
    if (!box) {
        return std::unexpected(box.error());
    }
    geometry.kind = kindOf(geometry);
    decoded.srid = readBlobHead(blob)->srid;
    return decoded;
}

} // namespace tuban
