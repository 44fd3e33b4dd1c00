#include "geo/base/sha256.h"

#include <catch2/catch_test_macros.hpp>

#include <string_view>

using namespace tuban;

namespace {

std::string hashOf(std::string_view text) {
    return sha256Hex(std::as_bytes(std::span(text)));
}

} // namespace

// Examples of FIPS 180-4 (csrc.nist.gov, "SHA256.pdf"); the others by `printf … | sha256sum`.
TEST_CASE("sha256Hex gives the examples of the standard") {
    CHECK(hashOf("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hashOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(hashOf("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hashOf(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("sha256Hex pads lengths at the edge of a block") {
    CHECK(hashOf(std::string(55, 'x')) == "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072");
    CHECK(hashOf(std::string(56, 'x')) == "04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e");
    CHECK(hashOf(std::string(64, 'x')) == "7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c");
}
