#pragma once

#include "geo/base/result.h"
#include "geo/shape/geometry.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tuban {

/// SpatiaLite's geometry blob (format: "BLOB-Geometry" of the SpatiaLite documentation), read by a strict
/// decoder: every count is checked against the bytes left before anything is allocated, coordinates must be
/// finite. Accepts single and multi types, XY, XYZ, XYM, XYZM in either byte order and with compressed
/// coordinates; Z and M are dropped. Thread-safe: functions of values.

struct DecodedBlob {
    std::int32_t srid = 0;
    Geometry geometry;
};

/// \return Error::BadGeometry with what is wrong for anything else
[[nodiscard]] Result<DecodedBlob> decodeBlob(std::span<const std::byte> blob);

/// Appends the shape's points and ends to arrays that hold many shapes (see Geometry for their meaning); ends
/// are absolute indices into those arrays. Nothing is appended on failure. \return the shape's box
[[nodiscard]] Result<Box> appendBlob(std::span<const std::byte> blob,
                                     std::vector<Point>& points,
                                     std::vector<std::uint32_t>& partEnds,
                                     std::vector<std::uint32_t>& polygonEnds);

/// Writes POINT, MULTILINESTRING or MULTIPOLYGON, little endian, XY.
[[nodiscard]] std::vector<std::byte> encodeBlob(const Geometry& geometry, std::int32_t srid);

/// SRID and box from the head of a blob without reading the coordinates (MBR as stored).
struct BlobHead {
    std::int32_t srid = 0;
    std::uint32_t type = 0; ///< OGC type, 1..7 with +1000/+2000/+3000 for Z/M/ZM and +1000000 for compressed
    Box box;
};
[[nodiscard]] Result<BlobHead> readBlobHead(std::span<const std::byte> blob);

} // namespace tuban
