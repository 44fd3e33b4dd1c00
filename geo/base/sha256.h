#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace tuban {

/// SHA-256 (FIPS 180-4) of `bytes` as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256Hex(std::span<const std::byte> bytes);

} // namespace tuban
