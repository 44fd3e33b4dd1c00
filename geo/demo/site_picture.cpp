#include "geo/demo/site_picture.h"

#include "geo/demo/random.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace tuban {

namespace {

constexpr int width = 320;
constexpr int height = 240;
constexpr int ground = 196; // first row below the horizon

struct Colour {
    int red, green, blue;
};

class Canvas {
public:
    void fill(int left, int top, int right, int bottom, Colour colour) {
        for (int y = std::max(top, 0); y < std::min(bottom, height); ++y) {
            for (int x = std::max(left, 0); x < std::min(right, width); ++x) {
                const auto at = static_cast<std::size_t>(y * (3 * width + 1) + 1 + 3 * x);
                m_rows[at] = static_cast<unsigned char>(colour.red);
                m_rows[at + 1] = static_cast<unsigned char>(colour.green);
                m_rows[at + 2] = static_cast<unsigned char>(colour.blue);
            }
        }
    }
    [[nodiscard]] const std::vector<unsigned char>& rows() const { return m_rows; }

private:
    // Each row is led by its filter, 0: none.
    std::vector<unsigned char> m_rows = std::vector<unsigned char>(height * (3 * width + 1));
};

void put32(std::vector<unsigned char>& bytes, std::uint32_t value) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        bytes.push_back(static_cast<unsigned char>((value >> shift) & 0xffU));
    }
}

/// A chunk of PNG (ISO/IEC 15948, 5.3): length, type, data, CRC of type and data.
void putChunk(std::vector<unsigned char>& png,
              std::string_view type,
              const std::vector<unsigned char>& data) {
    put32(png, static_cast<std::uint32_t>(data.size()));
    const std::size_t start = png.size();
    png.insert(png.end(), type.begin(), type.end());
    png.insert(png.end(), data.begin(), data.end());
    put32(
        png,
        static_cast<std::uint32_t>(crc32(0, png.data() + start, static_cast<unsigned>(png.size() - start))));
}

std::vector<std::byte> encoded(const Canvas& canvas) {
    std::vector<unsigned char> png{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    std::vector<unsigned char> head;
    put32(head, width);
    put32(head, height);
    head.insert(head.end(), {8, 2, 0, 0, 0}); // eight bits of red, green, blue
    putChunk(png, "IHDR", head);
    uLongf size = compressBound(static_cast<uLong>(canvas.rows().size()));
    std::vector<unsigned char> packed(size);
    compress2(packed.data(),
              &size,
              canvas.rows().data(),
              static_cast<uLong>(canvas.rows().size()),
              Z_BEST_COMPRESSION);
    packed.resize(size);
    putChunk(png, "IDAT", packed);
    putChunk(png, "IEND", {});
    std::vector<std::byte> bytes(png.size());
    std::ranges::transform(png, bytes.begin(), [](unsigned char byte) { return std::byte{byte}; });
    return bytes;
}

void drawSky(Canvas& canvas, Random& random) {
    const int haze = random.whole(0, 40);
    for (int y = 0; y < ground; ++y) {
        const int light = y * 60 / ground;
        canvas.fill(0, y, width, y + 1, {132 + light + haze / 2, 170 + light / 2, 214 - haze + light / 4});
    }
    canvas.fill(0, ground, width, height, {168 - haze / 2, 146 - haze / 2, 112});
}

void drawHouse(Canvas& canvas, double percent, Random& random) {
    constexpr int floors = 12;
    constexpr int floorHeight = 12;
    const int left = random.whole(60, 110);
    const int wide = random.whole(90, 130);
    const int built = std::clamp(static_cast<int>(percent / 100 * floors + 0.5), 1, floors);
    const Colour wall{196 + random.whole(0, 30), 188, 170};
    for (int floor = 0; floor < built; ++floor) {
        const int bottom = ground - floor * floorHeight;
        const bool raw = floor >= built - 2; // the newest floors are bare concrete
        canvas.fill(left, bottom - floorHeight, left + wide, bottom, raw ? Colour{150, 150, 148} : wall);
        for (int x = left + 6; x + 8 < left + wide; x += 14) {
            canvas.fill(x, bottom - 10, x + 8, bottom - 3, raw ? Colour{96, 98, 100} : Colour{92, 124, 150});
        }
    }
    // A tower crane and the hoarding in front.
    const int mast = left + wide + 26;
    canvas.fill(mast, 26, mast + 4, ground, {222, 172, 42});
    canvas.fill(mast - 96, 26, mast + 36, 30, {222, 172, 42});
    canvas.fill(mast - 70, 30, mast - 69, 74, {70, 70, 70});
    canvas.fill(0, ground - 6, width, ground + 14, {38, 110, 170});
    for (int x = 0; x < width; x += 32) {
        canvas.fill(x, ground - 6, x + 2, ground + 14, {236, 240, 244});
    }
}

} // namespace

std::vector<std::byte> drawSite(double percent, std::uint64_t seed) {
    Random random(seed);
    Canvas canvas;
    drawSky(canvas, random);
    drawHouse(canvas, percent, random);
    return encoded(canvas);
}

} // namespace tuban
