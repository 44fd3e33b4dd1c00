#pragma once

#include <cstdint>
#include <cstring>

namespace tuban {

/// Four numbers worked on at once, for the loops that touch every pixel: vectors of the compiler (GCC,
/// Clang), which are SSE2 or NEON registers on the processors we build for.
using Floats = float __attribute__((vector_size(16)));
using Ints = std::int32_t __attribute__((vector_size(16)));
using Words = std::uint32_t __attribute__((vector_size(16)));
using Halves = std::uint16_t __attribute__((vector_size(16)));

inline constexpr int lanes = 4;

inline Floats allOf(float value) {
    return Floats{value, value, value, value};
}
inline Words allOf(std::uint32_t value) {
    return Words{value, value, value, value};
}

/// Memory need not be aligned.
template <class Lanes, class Element>
Lanes loaded(const Element* from) {
    Lanes result;
    std::memcpy(&result, from, sizeof result);
    return result;
}
template <class Lanes, class Element>
void store(Element* to, Lanes value) {
    std::memcpy(to, &value, sizeof value);
}

inline Floats least(Floats a, Floats b) {
    return a < b ? a : b;
}
inline Floats most(Floats a, Floats b) {
    return a > b ? a : b;
}
inline Floats within01(Floats value) {
    return least(most(value, Floats{}), allOf(1.0F));
}

/// Sums from the first lane to each.
inline Floats runningSums(Floats value) {
    const Floats zero{};
    value += __builtin_shufflevector(zero, value, 0, 4, 5, 6);
    return value + __builtin_shufflevector(zero, value, 0, 1, 4, 5);
}

/// Premultiplied 0xAARRGGBB: of `over` the share, of `under` the rest, both of 256.
inline Words mixed(Words under, Words over, Words share, Words rest) {
    const Words pair = allOf(0x00ff00ffU);
    const auto twice = [](Words value) { return reinterpret_cast<Halves>(value | (value << 16U)); };
    const auto mix = [&](Words below, Words above) {
        const Halves sum = reinterpret_cast<Halves>(above & pair) * twice(share) +
                           reinterpret_cast<Halves>(below & pair) * twice(rest) + 128;
        return reinterpret_cast<Words>(sum >> 8U);
    };
    return mix(under, over) | (mix(under >> 8U, over >> 8U) << 8U);
}

/// `over` laid on `under`.
inline Words blended(Words under, Words over, Words share) {
    return mixed(under, over, share, 256 - share);
}

/// `over`, opaque, laid beside what covers a part of the pixel, and on it only where there is not room for
/// both: areas that meet in a pixel fill it, as they fill the ground. (The operator "disjoint over" of X
/// Render.)
inline Words joined(Words under, Words over, Words share) {
    const Floats cover =
        most(__builtin_convertvector(reinterpret_cast<Ints>(under >> 24U), Floats), allOf(1.0F));
    const Floats room = __builtin_convertvector(reinterpret_cast<Ints>(256 - share), Floats);
    const Floats rest = least(room * 255.0F / cover, allOf(256.0F));
    return mixed(under, over, share, reinterpret_cast<Words>(__builtin_convertvector(rest, Ints)));
}

} // namespace tuban
