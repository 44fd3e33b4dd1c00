#include "geo/exchange/text_codec.h"

#include <catch2/catch_test_macros.hpp>

using namespace tuban;

namespace {

/// Bytes of a text in an encoding, made by ICU as everywhere; the constants below were made by iconv.
std::string encoded(const std::string& text, const std::string& encoding) {
    const auto encoder = TextEncoder::open(encoding);
    REQUIRE(encoder);
    return encoder->encode(text).bytes;
}

} // namespace

TEST_CASE("the words people write into a .cpg name one encoding each") {
    for (const auto* word : {"936", "CP936", "GBK", "gb2312", "ANSI 936", "ms936", " 936\r\n"}) {
        CAPTURE(word);
        CHECK(encodingFromWord(word) == "GBK");
    }
    CHECK(encodingFromWord("UTF8") == "UTF-8");
    CHECK(encodingFromWord("65001") == "UTF-8");
    CHECK(encodingFromWord("GB18030") == "GB18030");
    CHECK(encodingFromWord("ISO-8859-1") == "ISO-8859-1");
    CHECK(encodingFromWord("ANSI 1250") == "windows-1250");
    CHECK_FALSE(encodingFromWord("OEM"));
    CHECK_FALSE(encodingFromWord("<!DOCTYPE html>"));
    CHECK_FALSE(encodingFromWord(""));
}

TEST_CASE("the language byte is trusted for Chinese and not for what programs write without thinking") {
    CHECK(encodingFromLanguageByte(0x4D) == "GBK");
    CHECK(encodingFromLanguageByte(0x4F) == "Big5");
    CHECK_FALSE(encodingFromLanguageByte(0));
    CHECK_FALSE(encodingFromLanguageByte(0x57));
}

TEST_CASE("text is sniffed: UTF-8, GBK, GB18030, Western") {
    // printf '机械所二期' | iconv -t GBK | xxd
    CHECK(sniffEncoding({"\xBB\xFA\xD0\xB5\xCB\xF9\xB6\xFE\xC6\xDA"}) == "GBK");
    CHECK(sniffEncoding({"机械所二期", "plain"}) == "UTF-8");
    CHECK(sniffEncoding({}) == "UTF-8");
    CHECK(sniffEncoding({encoded("张五砦测试地块𠮷名称", "GB18030")}) == "GB18030");
    const auto western = sniffEncoding({"Caf\xE9 M\xFCller", "Andr\xE9s \xC5ngstr\xF6m", "No\xEBl"});
    CHECK((western == "ISO-8859-1" || western == "windows-1252"));
}

TEST_CASE("a UTF-8 text whose last character was cut by its cell is still UTF-8") {
    const std::string cut = std::string("地块编号说明").substr(0, 17);
    CHECK(fitsEncoding({cut}, "UTF-8"));
    const auto decoder = TextDecoder::open("UTF-8");
    REQUIRE(decoder);
    CHECK(decoder->decode(cut) == "地块编号说");
}

TEST_CASE("decoding never gives broken text") {
    const auto decoder = TextDecoder::open("UTF-8");
    REQUIRE(decoder);
    CHECK_FALSE(decoder->decode("\xBB\xFA\xD0\xB5 x"));
    CHECK(decoder->decodeAnyhow("\xBB\xFA x").find("\uFFFD") != std::string::npos);
}

TEST_CASE("characters without a place in GBK are named, those of GBK beyond GB 2312 are kept") {
    const auto encoder = TextEncoder::open("GBK");
    REQUIRE(encoder);
    const auto rare = encoder->encode("𠮷䶮测试");
    CHECK(rare.lost == U"𠮷䶮");
    CHECK(rare.bytes == "??\xB2\xE2\xCA\xD4");
    CHECK(encoder->encode("閃耀").lost.empty());
    const auto wide = TextEncoder::open("GB18030");
    REQUIRE(wide);
    CHECK(wide->encode("𠮷䶮测试").lost.empty());
}

TEST_CASE("text is cut between characters") {
    const auto gbk = TextEncoder::open("GBK");
    const auto utf8 = TextEncoder::open("UTF-8");
    REQUIRE((gbk && utf8));
    CHECK(cutToBytes("项目编号代码", *gbk, 10) == "项目编号代");
    CHECK(cutToBytes("项目编号代码", *utf8, 10) == "项目编");
    CHECK(cutToBytes("ab", *utf8, 10) == "ab");
}
