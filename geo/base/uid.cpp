#include "geo/base/uid.h"

#include <array>
#include <chrono>
#include <format>
#include <mutex>
#include <random>

namespace tuban {

namespace {

/// Lays the fields of RFC 9562, 5.7 out: 48 bits of milliseconds, version 7, 12 and 62 free bits.
std::string uuid7(std::uint64_t milliseconds, std::uint64_t high12, std::uint64_t low62) {
    const std::uint64_t first = (milliseconds << 16U) | 0x7000U | (high12 & 0xfffU);
    const std::uint64_t second = 0x8000'0000'0000'0000U | (low62 & 0x3fff'ffff'ffff'ffffU);
    return std::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
                       first >> 32U,
                       (first >> 16U) & 0xffffU,
                       first & 0xffffU,
                       second >> 48U,
                       second & 0xffff'ffff'ffffU);
}

/// The finaliser of SplitMix64: one to one on 64 bits.
std::uint64_t mixed(std::uint64_t x) {
    x += 0x9e37'79b9'7f4a'7c15U;
    x = (x ^ (x >> 30U)) * 0xbf58'476d'1ce4'e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d0'49bb'1331'11ebU;
    return x ^ (x >> 31U);
}

/// Counts within a millisecond so that uids of one program sort in the order they were made.
class UidSource {
public:
    std::string next() {
        const std::scoped_lock lock(m_mutex);
        const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::system_clock::now().time_since_epoch());
        const auto milliseconds = static_cast<std::uint64_t>(now.count());
        if (milliseconds > m_milliseconds) {
            m_milliseconds = milliseconds;
            m_counter = 0;
        } else if (++m_counter > 0xfffU) {
            ++m_milliseconds; // a clock set back or a full millisecond: go on from the last one
            m_counter = 0;
        }
        const std::uint64_t random = (static_cast<std::uint64_t>(m_device()) << 32U) | m_device();
        return uuid7(m_milliseconds, m_counter, random);
    }

private:
    std::mutex m_mutex;
    std::random_device m_device;
    std::uint64_t m_milliseconds = 0;
    std::uint64_t m_counter = 0;
};

bool isHexDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

} // namespace

std::string newUid() {
    static UidSource source;
    return source.next();
}

std::string derivedUid(std::uint64_t seed, std::uint64_t number) {
    const std::uint64_t start = 1'704'067'200'000U; // 2024-01-01: sorts before any uid made since
    return uuid7(start + (number & 0xffff'ffffU), mixed(seed), mixed(mixed(seed) ^ number));
}

bool isUid(std::string_view text) {
    if (text.size() != 36) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : !isHexDigit(text[i])) {
            return false;
        }
    }
    return true;
}

} // namespace tuban
