#include "geo/shape/blob.h"

#include <catch2/catch_test_macros.hpp>

#include <bit>
#include <cstring>
#include <random>
#include <string_view>

using namespace tuban;

namespace {

// Written by SpatiaLite 5.1: SELECT hex(GeomFromText('…', 4547)), CastToGeometryCollection(…),
// CompressGeometry(…) of the texts in the tests below.
constexpr std::string_view pointHex =
    "0001C311000098DD93C725011C411895D46993664D4198DD93C725011C411895D46993664D417C0100000098DD"
    "93C725011C411895D46993664D41FE";
constexpr std::string_view pointzmHex =
    "0001C3110000000000000000F03F0000000000000040000000000000F03F00000000000000407CB90B00000000"
    "00000000F03F000000000000004000000000000008400000000000001040FE";
constexpr std::string_view multipointHex =
    "0001C3110000000000000000F03F0000000000000040000000000000084000000000000010407C040000000200"
    "00006901000000000000000000F03F0000000000000040690100000000000000000008400000000000001040FE";
constexpr std::string_view lineHex =
    "0001C311000000000000000000000000000000000000000000000000084000000000000020407C020000000300"
    "000000000000000000000000000000000000000000000000084000000000000010400000000000000840000000"
    "0000002040FE";
constexpr std::string_view linezHex =
    "0001C311000000000000000000000000000000000000000000000000084000000000000020407CEA0300000300"
    "000000000000000000000000000000000000000000000000224000000000000008400000000000001040000000"
    "0000002240000000000000084000000000000020400000000000002240FE";
constexpr std::string_view mlineHex =
    "0001C311000000000000000000000000000000000000000000000000264000000000000028407C050000000200"
    "000069020000000200000000000000000000000000000000000000000000000000084000000000000010406902"
    "000000030000000000000000002440000000000000244000000000000026400000000000002440000000000000"
    "26400000000000002840FE";
constexpr std::string_view polymHex =
    "0001C311000000000000000000000000000000000000000000000000104000000000000010407CD30700000100"
    "00000400000000000000000000000000000000000000000000000000F03F000000000000104000000000000000"
    "00000000000000F03F00000000000010400000000000001040000000000000F03F000000000000000000000000"
    "00000000000000000000F03FFE";
constexpr std::string_view mpolyHex =
    "0001C311000000000000000000000000000000000000000000000000384000000000000024407C060000000200"
    "000069030000000200000005000000000000000000000000000000000000000000000000002440000000000000"
    "000000000000000024400000000000002440000000000000000000000000000024400000000000000000000000"
    "000000000004000000000000000000004000000000000000400000000000000040000000000000104000000000"
    "000010400000000000001040000000000000004000000000000000406903000000010000000400000000000000"
    "000034400000000000000000000000000000384000000000000000000000000000003640000000000000084000"
    "000000000034400000000000000000FE";
constexpr std::string_view collHex =
    "0001C311000000000000000000000000000000000000000000000000104000000000000010407C070000000100"
    "000069030000000100000004000000000000000000000000000000000000000000000000001040000000000000"
    "00000000000000001040000000000000104000000000000000000000000000000000FE";
constexpr std::string_view mixedHex =
    "0001C311000000000000000000000000000000000000000000000000084000000000000010407C070000000200"
    "00006901000000000000000000F03F000000000000004069020000000200000000000000000000000000000000"
    "00000000000000000008400000000000001040FE";
constexpr std::string_view cpolyHex =
    "0001C311000000000000000000000000000000000000000000000000104000000000000010407C43420F000100"
    "0000050000000000000000000000000000000000000000008040000000000000000000008040000040C0000000"
    "C000000000000000000000000000000000FE";
constexpr std::string_view cmlinezmHex =
    "0001C311000000000000000000000000000000000000000000000000264000000000000024407CBD0B00000200"
    "000069FA4D0F0003000000000000000000000000000000000000000000000000001C4000000000000020400000"
    "404000008040000000000000000000002040000000000000144000000000000018400000000000001C40000000"
    "000000204069FA4D0F0002000000000000000000244000000000000024400000000000001C4000000000000020"
    "40000000000000264000000000000024400000000000001C400000000000002040FE";

std::vector<std::byte> bytesOf(std::string_view hex) {
    std::vector<std::byte> bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        bytes.push_back(static_cast<std::byte>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
    }
    return bytes;
}

Geometry geometryOf(std::string_view hex) {
    const auto decoded = decodeBlob(bytesOf(hex));
    REQUIRE(decoded);
    CHECK(decoded->srid == 4547);
    return decoded->geometry;
}

std::string messageOf(std::span<const std::byte> blob) {
    const auto decoded = decodeBlob(blob);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == ErrorCode::BadGeometry);
    return decoded.error().message;
}

/// The same blob in the other byte order, for a type without compressed coordinates.
std::vector<std::byte> turnedLine(std::vector<std::byte> blob) {
    const auto turn = [&](std::size_t at, std::size_t bytes) {
        std::reverse(blob.begin() + static_cast<std::ptrdiff_t>(at),
                     blob.begin() + static_cast<std::ptrdiff_t>(at + bytes));
    };
    blob[1] = std::byte{0};
    turn(2, 4);
    for (std::size_t at = 6; at < 38; at += 8) {
        turn(at, 8);
    }
    turn(39, 4);
    turn(43, 4);
    for (std::size_t at = 47; at + 8 < blob.size(); at += 8) {
        turn(at, 8);
    }
    return blob;
}

const auto everyHex = {pointHex,
                       pointzmHex,
                       multipointHex,
                       lineHex,
                       linezHex,
                       mlineHex,
                       polymHex,
                       mpolyHex,
                       collHex,
                       mixedHex,
                       cpolyHex,
                       cmlinezmHex};

} // namespace

TEST_CASE("decodeBlob reads what SpatiaLite wrote") {
    CHECK(geometryOf(pointHex) == makePoint({458825.4449, 3853606.8268}));
    CHECK(geometryOf(lineHex) == makeLine({{{0, 0}, {3, 4}, {3, 8}}}));
    CHECK(geometryOf(mlineHex) == makeLine({{{0, 0}, {3, 4}}, {{10, 10}, {11, 10}, {11, 12}}}));
    Geometry two = makePolygon({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{2, 2}, {2, 4}, {4, 4}}});
    append(two, makePolygon({{{20, 0}, {24, 0}, {22, 3}}}));
    CHECK(geometryOf(mpolyHex) == two);
    CHECK(geometryOf(collHex) == makePolygon({{{0, 0}, {4, 0}, {4, 4}}}));
    CHECK(geometryOf(multipointHex).points == std::vector<Point>{{1, 2}, {3, 4}});
}

TEST_CASE("decodeBlob drops Z and M") {
    CHECK(geometryOf(pointzmHex) == makePoint({1, 2}));
    CHECK(geometryOf(linezHex) == makeLine({{{0, 0}, {3, 4}, {3, 8}}}));
    CHECK(geometryOf(polymHex) == makePolygon({{{0, 0}, {4, 0}, {4, 4}}}));
}

TEST_CASE("decodeBlob reads compressed coordinates") {
    CHECK(geometryOf(cpolyHex) == makePolygon({{{0, 0}, {4, 0}, {4, 4}, {1, 2}}}));
    CHECK(geometryOf(cmlinezmHex) == makeLine({{{0, 0}, {3, 4}, {5, 6}}, {{10, 10}, {11, 10}}}));
}

TEST_CASE("decodeBlob reads big-endian blobs") {
    const auto decoded = decodeBlob(turnedLine(bytesOf(lineHex)));
    REQUIRE(decoded);
    CHECK(decoded->srid == 4547);
    CHECK(decoded->geometry == makeLine({{{0, 0}, {3, 4}, {3, 8}}}));
}

TEST_CASE("decodeBlob says what is wrong") {
    CHECK(messageOf(bytesOf(mixedHex)).contains("mixes kinds"));
    CHECK(messageOf({}).contains("too few"));
    auto open = bytesOf(polymHex);
    open[open.size() - 9 - 16] = std::byte{0x3f}; // M of the last point stays, its x moves away
    open[open.size() - 2 - 16] = std::byte{0x40};
    CHECK(messageOf(open).contains("not closed"));
    auto endless = bytesOf(lineHex);
    std::memset(endless.data() + 43, 0xff, 4);
    CHECK(messageOf(endless).contains("more than there are bytes"));
    auto infinite = bytesOf(pointHex);
    infinite[49] = std::byte{0xf0};
    infinite[50] = std::byte{0x7f};
    CHECK(messageOf(infinite).contains("finite"));
    auto longer = bytesOf(lineHex);
    longer.insert(longer.end(), std::byte{0xFE});
    CHECK(messageOf(longer).contains("too many"));
}

TEST_CASE("encodeBlob and decodeBlob are inverse") {
    Geometry area = makePolygon({{{0.1, 0.2}, {10, 0}, {10, 10}}, {{5, 1}, {5, 2}, {6, 2}}});
    append(area, makePolygon({{{20, 0}, {24, 0}, {22, 3}}}));
    for (const auto& geometry :
         {makePoint({38458825.4449, 3853606.8268}), makeLine({{{0, 0}, {1, 1}}, {{5, 5}, {6, 7}}}), area}) {
        const auto decoded = decodeBlob(encodeBlob(geometry, 4526));
        REQUIRE(decoded);
        CHECK(decoded->geometry == geometry);
        CHECK(decoded->srid == 4526);
    }
}

TEST_CASE("encodeBlob writes the bytes SpatiaLite writes") {
    CHECK(encodeBlob(geometryOf(mpolyHex), 4547) == bytesOf(mpolyHex));
    CHECK(encodeBlob(geometryOf(mlineHex), 4547) == bytesOf(mlineHex));
    CHECK(encodeBlob(geometryOf(pointHex), 4547) == bytesOf(pointHex));
}

TEST_CASE("readBlobHead tells SRID, type and box") {
    const auto head = readBlobHead(bytesOf(cmlinezmHex));
    REQUIRE(head);
    CHECK(head->srid == 4547);
    CHECK(head->type == 3005);
    CHECK(head->box.maxX == 11);
    CHECK(head->box.maxY == 10);
}

TEST_CASE("appendBlob adds absolute ends and nothing on failure") {
    std::vector<Point> points;
    std::vector<std::uint32_t> parts;
    std::vector<std::uint32_t> polygons;
    REQUIRE(appendBlob(bytesOf(collHex), points, parts, polygons));
    const auto box = appendBlob(bytesOf(mpolyHex), points, parts, polygons);
    REQUIRE(box);
    CHECK(box->maxX == 24);
    CHECK(points.size() == 17);
    CHECK(parts == std::vector<std::uint32_t>{4, 9, 13, 17});
    CHECK(polygons == std::vector<std::uint32_t>{1, 3, 4});
    auto cut = bytesOf(mpolyHex);
    cut.resize(cut.size() - 20);
    cut.back() = std::byte{0xFE};
    CHECK_FALSE(appendBlob(cut, points, parts, polygons));
    CHECK(points.size() == 17);
    CHECK(parts.size() == 4);
    CHECK(polygons.size() == 3);
}

TEST_CASE("decodeBlob refuses a blob cut at any byte") {
    for (const auto hex : everyHex) {
        const auto whole = bytesOf(hex);
        for (std::size_t length = 0; length < whole.size(); ++length) {
            std::vector<std::byte> cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
            CHECK_FALSE(decodeBlob(cut));
            if (!cut.empty()) {
                cut.back() = std::byte{0xFE}; // as if it were meant to end there
                CHECK_FALSE(decodeBlob(cut));
            }
        }
    }
}

TEST_CASE("decodeBlob keeps the rules of Geometry whatever the bytes") {
    std::mt19937 random(7);
    std::size_t read = 0;
    for (const auto hex : everyHex) {
        for (int round = 0; round < 2'000; ++round) {
            auto blob = bytesOf(hex);
            for (auto changes = random() % 4 + 1; changes > 0; --changes) {
                blob[random() % blob.size()] = static_cast<std::byte>(random() % 256);
            }
            if (const auto decoded = decodeBlob(blob)) {
                ++read;
                const auto& shape = decoded->geometry;
                const bool whole =
                    shape.partEnds.back() == shape.points.size() &&
                    (shape.kind != ShapeKind::Area || shape.polygonEnds.back() == shape.partEnds.size());
                CHECK(whole);
            }
        }
    }
    CHECK(read > 1'000);
}
