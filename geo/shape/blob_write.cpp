#include "geo/shape/blob.h"

#include <bit>
#include <cassert>
#include <utility>

namespace tuban {

namespace {

constexpr std::byte startMark{0x00};
constexpr std::byte littleEndianMark{0x01};
constexpr std::byte boxEndMark{0x7C};
constexpr std::byte entityMark{0x69};
constexpr std::byte endMark{0xFE};
constexpr std::size_t headBytes = 43; // start, order, SRID, box, mark, type

class Writer {
public:
    void byte(std::byte value) { m_bytes.push_back(value); }
    template <class Bits>
    void bits(Bits value) {
        for (std::size_t i = 0; i < sizeof value; ++i) {
            m_bytes.push_back(static_cast<std::byte>((value >> (8 * i)) & 0xffU));
        }
    }
    void real(double value) { bits(std::bit_cast<std::uint64_t>(value)); }
    void points(std::span<const Point> run) {
        bits(static_cast<std::uint32_t>(run.size()));
        for (const Point p : run) {
            real(p.x);
            real(p.y);
        }
    }
    void head(std::int32_t srid, const Box& box, std::uint32_t type) {
        byte(startMark);
        byte(littleEndianMark);
        bits(static_cast<std::uint32_t>(srid));
        for (const double side : {box.minX, box.minY, box.maxX, box.maxY}) {
            real(side);
        }
        byte(boxEndMark);
        bits(type);
    }
    void entity(std::uint32_t type) {
        byte(entityMark);
        bits(type);
    }
    std::vector<std::byte> finish() {
        byte(endMark);
        return std::move(m_bytes);
    }
    void reserve(std::size_t bytes) { m_bytes.reserve(bytes); }

private:
    std::vector<std::byte> m_bytes;
};

void writePolygons(Writer& writer, const Geometry& geometry) {
    writer.bits(static_cast<std::uint32_t>(geometry.polygonEnds.size()));
    std::uint32_t ring = 0;
    for (const std::uint32_t end : geometry.polygonEnds) {
        writer.entity(3);
        writer.bits(end - ring);
        for (; ring < end; ++ring) {
            writer.points(geometry.part(ring));
        }
    }
}

void writeLines(Writer& writer, const Geometry& geometry) {
    writer.bits(static_cast<std::uint32_t>(geometry.partEnds.size()));
    for (std::size_t part = 0; part < geometry.partEnds.size(); ++part) {
        writer.entity(2);
        writer.points(geometry.part(part));
    }
}

} // namespace

std::vector<std::byte> encodeBlob(const Geometry& geometry, std::int32_t srid) {
    assert(!geometry.empty());
    Writer writer;
    writer.reserve(headBytes + 8 + geometry.points.size() * 16 + geometry.partEnds.size() * 13);
    switch (geometry.kind) {
    case ShapeKind::Point:
        assert(geometry.points.size() == 1);
        writer.head(srid, geometry.box(), 1);
        writer.real(geometry.points.front().x);
        writer.real(geometry.points.front().y);
        break;
    case ShapeKind::Line:
        writer.head(srid, geometry.box(), 5);
        writeLines(writer, geometry);
        break;
    case ShapeKind::Area:
        writer.head(srid, geometry.box(), 6);
        writePolygons(writer, geometry);
        break;
    }
    return writer.finish();
}

} // namespace tuban
