#include "geo/report/zip.h"

#include <zlib.h>

#include <cstdint>

namespace tuban {

namespace {

constexpr std::uint32_t localHeader = 0x04034b50;
constexpr std::uint32_t centralHeader = 0x02014b50;
constexpr std::uint32_t endOfDirectory = 0x06054b50;
constexpr unsigned versionNeeded = 20;
constexpr unsigned utf8Names = 1U << 11U;
constexpr unsigned deflated = 8;
constexpr unsigned firstDosDay = (1U << 5U) | 1U; // 1 January 1980: no clock in the file

void put(std::string& bytes, std::uint32_t number, int width) {
    for (int i = 0; i < width; ++i) {
        bytes += static_cast<char>((number >> (8U * static_cast<unsigned>(i))) & 0xFFU);
    }
}

/// A raw deflate stream, without zlib's head and tail.
std::string squeezed(std::string_view content) {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
    stream.next_in =
        reinterpret_cast<Bytef*>(const_cast<char*>(content.data())); // NOLINT: zlib does not write
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data()); // NOLINT(*-reinterpret-cast)
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

/// What local header and directory have in common.
std::string describe(const std::string& name, std::string_view content, std::string_view packed) {
    const auto* bytes = reinterpret_cast<const Bytef*>(content.data()); // NOLINT(*-reinterpret-cast)
    std::string fields;
    put(fields, versionNeeded, 2);
    put(fields, utf8Names, 2);
    put(fields, deflated, 2);
    put(fields, 0, 2);
    put(fields, firstDosDay, 2);
    put(fields, static_cast<std::uint32_t>(crc32(0, bytes, static_cast<uInt>(content.size()))), 4);
    put(fields, static_cast<std::uint32_t>(packed.size()), 4);
    put(fields, static_cast<std::uint32_t>(content.size()), 4);
    put(fields, static_cast<std::uint32_t>(name.size()), 2);
    put(fields, 0, 2);
    return fields;
}

} // namespace

std::string zipped(const std::vector<std::pair<std::string, std::string>>& files) {
    std::string archive;
    std::string directory;
    for (const auto& [name, content] : files) {
        const auto packed = squeezed(content);
        const auto fields = describe(name, content, packed);
        const auto offset = static_cast<std::uint32_t>(archive.size());
        put(archive, localHeader, 4);
        archive += fields + name + packed;
        put(directory, centralHeader, 4);
        put(directory, versionNeeded, 2);
        directory += fields;
        directory.append(10, '\0'); // no comment, first disk, no attributes
        put(directory, offset, 4);
        directory += name;
    }
    const auto begin = static_cast<std::uint32_t>(archive.size());
    archive += directory;
    put(archive, endOfDirectory, 4);
    put(archive, 0, 4);
    put(archive, static_cast<std::uint32_t>(files.size()), 2);
    put(archive, static_cast<std::uint32_t>(files.size()), 2);
    put(archive, static_cast<std::uint32_t>(directory.size()), 4);
    put(archive, begin, 4);
    put(archive, 0, 2);
    return archive;
}

} // namespace tuban
