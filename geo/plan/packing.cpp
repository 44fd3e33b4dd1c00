#include "geo/plan/changeset.h"

#include <zlib.h>

namespace tuban {

namespace {

constexpr std::size_t lengthBytes = 8;
/// A row has at most 64 MiB, old and new.
constexpr std::uint64_t longestChangeset = 512ULL * 1024 * 1024;
constexpr int fastest = 1;

const Bytef* zlibBytes(const std::byte* bytes) {
    return reinterpret_cast<const Bytef*>(bytes);
}

} // namespace

Bytes packed(std::span<const std::byte> changeset) {
    uLongf size = compressBound(changeset.size());
    Bytes piece(lengthBytes + size);
    for (std::size_t i = 0; i < lengthBytes; ++i) {
        piece[i] = static_cast<std::byte>(changeset.size() >> (8 * i) & 0xFFU);
    }
    // Cannot fail: the bound is zlib's own.
    compress2(reinterpret_cast<Bytef*>(piece.data() + lengthBytes),
              &size,
              zlibBytes(changeset.data()),
              changeset.size(),
              fastest);
    piece.resize(lengthBytes + size);
    return piece;
}

Result<Bytes> unpacked(std::span<const std::byte> piece) {
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < lengthBytes && i < piece.size(); ++i) {
        length |= static_cast<std::uint64_t>(piece[i]) << (8 * i);
    }
    if (piece.size() <= lengthBytes || length > longestChangeset) {
        return failure(ErrorCode::Corrupt, "an entry of the journal is damaged and cannot be taken back");
    }
    Bytes changeset(length);
    uLongf size = length;
    const int code = uncompress(reinterpret_cast<Bytef*>(changeset.data()),
                                &size,
                                zlibBytes(piece.data() + lengthBytes),
                                piece.size() - lengthBytes);
    if (code != Z_OK || size != length) {
        return failure(ErrorCode::Corrupt, "an entry of the journal is damaged and cannot be taken back");
    }
    return changeset;
}

} // namespace tuban
