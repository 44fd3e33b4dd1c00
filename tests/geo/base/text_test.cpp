#include "geo/base/text.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;

TEST_CASE("isUtf8 refuses surrogates, overlong forms and cut sequences") {
    CHECK(isUtf8("科学大道 A1 😀"));
    CHECK_FALSE(isUtf8("\xED\xA0\x80"));
    CHECK_FALSE(isUtf8("\xC0\xAF"));
    CHECK_FALSE(isUtf8("\xE0\x80\x80"));
    CHECK_FALSE(isUtf8("\xF4\x90\x80\x80"));
    CHECK_FALSE(isUtf8("\xE7\xA7"));
    CHECK_FALSE(isUtf8("\xB5\xD8")); // 地 in GBK
}

TEST_CASE("cutUtf8 never cuts a code point") {
    CHECK(cutUtf8("科学大道", 7) == "科学");
    CHECK(cutUtf8("科学大道", 6) == "科学");
    CHECK(cutUtf8("科学", 2).empty());
    CHECK(cutUtf8("abc", 10) == "abc");
}

TEST_CASE("trimmed takes ASCII and ideographic blanks off") {
    CHECK(trimmed("　 科学大道\t\n") == "科学大道");
    CHECK(trimmed(" 　 ").empty());
}

TEST_CASE("pinyin spells Chinese names without tones") {
    CHECK(pinyinInitials("机械所二期") == "jxseq");
    CHECK(pinyinInitials("绿地A区3号") == "ldaq3h");
    CHECK(pinyin("停车场") == "tingchechang");
    CHECK(pinyin("绿地") == "ludi");
    CHECK(pinyin("长椿路国际大厦") == "changchunluguojidaxia");
    CHECK(pinyin("Hi-Tech 2") == "hitech2");
}

TEST_CASE("bigrams pairs the code points of a text") {
    CHECK(bigrams("停车场") == std::vector<std::string>{"停车", "车场"});
    CHECK(bigrams("停") == std::vector<std::string>{"停"});
    CHECK(bigrams("").empty());
}

TEST_CASE("nearestName proposes only what is near") {
    const std::vector<std::string> names{"parcel", "plan_block", "park_site", "parking_site"};
    CHECK(nearestName("parcl", names) == "parcel");
    CHECK(nearestName("Parking_sites", names) == "parking_site");
    CHECK(nearestName("hoarding", names).empty());
}
