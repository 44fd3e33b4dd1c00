#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace tuban {

/// Chance that comes out the same everywhere: the standard's distributions differ between libraries.
/// SplitMix64.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed * 0x9e37'79b9'7f4a'7c15U + 1) {}

    std::uint64_t bits() {
        m_state += 0x9e37'79b9'7f4a'7c15U;
        std::uint64_t x = m_state;
        x = (x ^ (x >> 30U)) * 0xbf58'476d'1ce4'e5b9U;
        x = (x ^ (x >> 27U)) * 0x94d0'49bb'1331'11ebU;
        return x ^ (x >> 31U);
    }
    /// In [0, 1).
    double unit() { return static_cast<double>(bits() >> 11U) * 0x1p-53; }
    double between(double low, double high) { return low + (high - low) * unit(); }
    /// In [low, high].
    int whole(int low, int high) {
        return low + static_cast<int>(unit() * static_cast<double>(high - low + 1));
    }
    bool chance(double share) { return unit() < share; }
    /// \pre `choices` is not empty
    template <class T>
    const T& pick(std::span<const T> choices) {
        return choices[static_cast<std::size_t>(unit() * static_cast<double>(choices.size()))];
    }
    template <class Container>
    const auto& of(const Container& choices) {
        return choices[static_cast<std::size_t>(unit() * static_cast<double>(choices.size()))];
    }

private:
    std::uint64_t m_state;
};

} // namespace tuban
