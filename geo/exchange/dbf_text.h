#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tuban {

/// What the bytes of a DBF say about the encoding of its text, read before anything is decoded.
struct DbfText {
    std::uint8_t languageByte = 0;
    std::vector<std::string> samples; ///< names of fields and cells that are not plain ASCII, blanks cut off
};

/// Reads the head and the text cells of a DBF of GDAL's name, the first 256 MiB of it.
/// \return nullopt when it is no DBF
[[nodiscard]] std::optional<DbfText> readDbfText(const std::string& path);

} // namespace tuban
