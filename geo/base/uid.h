#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tuban {

/// A new UUIDv7 (RFC 9562), lower case: sorts by time, never repeats. Thread-safe.
[[nodiscard]] std::string newUid();

/// A UUIDv7-shaped uid that depends on `seed` and `number` alone, for plans that must come out the same each
/// time.
[[nodiscard]] std::string derivedUid(std::uint64_t seed, std::uint64_t number);

/// True for 36 characters in the shape of a UUID.
[[nodiscard]] bool isUid(std::string_view text);

} // namespace tuban
