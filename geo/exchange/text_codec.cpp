#include "geo/exchange/text_codec.h"

#include "geo/base/text.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace tuban {
namespace {

struct ConverterCloser {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using ConverterPointer = std::unique_ptr<UConverter, ConverterCloser>;

ConverterPointer openConverter(std::string_view encoding) {
    UErrorCode status = U_ZERO_ERROR;
    ConverterPointer converter(ucnv_open(std::string(encoding).c_str(), &status));
    return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

bool isAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string toUtf8(const std::u16string& text) {
    std::string utf8(text.size() * 3, '\0');
    int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8WithSub(utf8.data(),
                       static_cast<int32_t>(utf8.size()),
                       &length,
                       text.data(),
                       static_cast<int32_t>(text.size()),
                       0xFFFD,
                       nullptr,
                       &status);
    utf8.resize(static_cast<std::size_t>(length));
    return utf8;
}

std::u16string toUtf16(std::string_view text) {
    std::u16string wide(text.size(), u'\0');
    int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8WithSub(wide.data(),
                         static_cast<int32_t>(wide.size()),
                         &length,
                         text.data(),
                         static_cast<int32_t>(text.size()),
                         0xFFFD,
                         nullptr,
                         &status);
    wide.resize(static_cast<std::size_t>(length));
    return wide;
}

std::optional<std::u16string> decodeWith(UConverter* converter, std::string_view bytes) {
    std::u16string wide(bytes.size() * 2 + 1, u'\0');
    UErrorCode status = U_ZERO_ERROR;
    const auto length = ucnv_toUChars(converter,
                                      wide.data(),
                                      static_cast<int32_t>(wide.size()),
                                      bytes.data(),
                                      static_cast<int32_t>(bytes.size()),
                                      &status);
    if (status == U_TRUNCATED_CHAR_FOUND) {
        status = U_ZERO_ERROR; // the width of the cell cut the last character
    }
    if (U_FAILURE(status)) {
        return std::nullopt;
    }
    wide.resize(static_cast<std::size_t>(std::max(length, 0)));
    while (!wide.empty() && wide.back() == u'\0') {
        wide.pop_back();
    }
    return wide;
}

/// ICU's name of an encoding is made ours, so that one encoding has one name.
std::string ownName(std::string_view icuName) {
    struct Pair {
        std::string_view icu, own;
    };
    static constexpr std::array pairs{Pair{"windows-936-2000", "GBK"},
                                      Pair{"ibm-1386_P100-2001", "GBK"},
                                      Pair{"ibm-1383_P110-1999", "GBK"},
                                      Pair{"gb18030", "GB18030"},
                                      Pair{"gb18030-2022", "GB18030"},
                                      Pair{"windows-950-2000", "Big5"},
                                      Pair{"ibm-943_P15A-2003", "Shift_JIS"},
                                      Pair{"ibm-5348_P100-1997", "windows-1252"},
                                      Pair{"ibm-5346_P100-1998", "windows-1250"},
                                      Pair{"ibm-5347_P100-1998", "windows-1251"}};
    const auto* found = std::ranges::find(pairs, icuName, &Pair::icu);
    return std::string(found == pairs.end() ? icuName : found->own);
}

} // namespace

std::optional<std::string> encodingFromWord(std::string_view word) {
    auto text = lowerAscii(trimmed(word));
    constexpr std::size_t longestWord = 30;
    if (text.empty() || text.size() > longestWord || text.find('<') != std::string::npos) {
        return std::nullopt;
    }
    for (const std::string_view lead : {"ldid/", "ansi ", "ansi", "oem ", "cp", "windows-", "ms"}) {
        const auto rest = text.substr(std::min(lead.size(), text.size()));
        const bool digits =
            !rest.empty() && std::ranges::all_of(rest, [](char c) { return c >= '0' && c <= '9'; });
        if (text.starts_with(lead) && digits) {
            text = rest;
            break;
        }
    }
    struct Word {
        std::string_view word, encoding;
    };
    static constexpr std::array words{Word{"936", "GBK"},
                                      Word{"gbk", "GBK"},
                                      Word{"gb2312", "GBK"},
                                      Word{"gb_2312-80", "GBK"},
                                      Word{"gb18030", "GB18030"},
                                      Word{"54936", "GB18030"},
                                      Word{"utf8", "UTF-8"},
                                      Word{"utf-8", "UTF-8"},
                                      Word{"65001", "UTF-8"},
                                      Word{"950", "Big5"},
                                      Word{"big5", "Big5"},
                                      Word{"932", "Shift_JIS"},
                                      Word{"shift_jis", "Shift_JIS"},
                                      Word{"28591", "ISO-8859-1"},
                                      Word{"88591", "ISO-8859-1"},
                                      Word{"1252", "windows-1252"}};
    if (const auto* found = std::ranges::find(words, text, &Word::word); found != words.end()) {
        return std::string(found->encoding);
    }
    const bool codePage = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    for (const auto& candidate : codePage ? std::vector{"windows-" + text, "cp" + text} : std::vector{text}) {
        if (const auto converter = openConverter(candidate)) {
            UErrorCode status = U_ZERO_ERROR;
            return ownName(ucnv_getName(converter.get(), &status));
        }
    }
    return std::nullopt;
}

std::optional<std::string> encodingFromLanguageByte(std::uint8_t byte) {
    switch (byte) {
    case 0x4D:
    case 0x7A:
        return "GBK";
    case 0x4F:
    case 0x78:
        return "Big5";
    case 0x13:
    case 0x7B:
        return "Shift_JIS";
    case 0x4E:
    case 0x79:
        return "EUC-KR";
    case 0xC8:
        return "windows-1250";
    case 0xC9:
        return "windows-1251";
    default:
        return std::nullopt;
    }
}

struct TextDecoder::Parts {
    std::string name;
    ConverterPointer strict;
    ConverterPointer wider; // GB18030 for GBK: what calls itself GBK often holds some more of it
    ConverterPointer lenient;
};

TextDecoder::TextDecoder(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
TextDecoder::~TextDecoder() = default;
TextDecoder::TextDecoder(TextDecoder&&) noexcept = default;
TextDecoder& TextDecoder::operator=(TextDecoder&&) noexcept = default;

Result<TextDecoder> TextDecoder::open(std::string_view encoding) {
    auto parts = std::make_unique<Parts>();
    parts->name = encoding;
    parts->strict = openConverter(encoding);
    parts->lenient = openConverter(encoding);
    if (parts->strict == nullptr || parts->lenient == nullptr) {
        return failure(ErrorCode::Usage,
                       "'" + std::string(encoding) +
                           "' is no encoding known here; try UTF-8, GBK or GB18030.");
    }
    parts->wider = encoding == "GBK" ? openConverter("GB18030") : nullptr;
    for (UConverter* converter : {parts->strict.get(), parts->wider.get()}) {
        UErrorCode status = U_ZERO_ERROR;
        if (converter != nullptr) {
            ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
        }
    }
    return TextDecoder(std::move(parts));
}

std::optional<std::string> TextDecoder::decode(std::string_view bytes) const {
    if (isAscii(bytes)) {
        return std::string(bytes);
    }
    const auto wide = decodeWith(m_parts->strict.get(), bytes);
    return wide ? std::optional(toUtf8(*wide)) : std::nullopt;
}

std::string TextDecoder::decodeAnyhow(std::string_view bytes) const {
    if (auto text = decode(bytes)) {
        return *std::move(text);
    }
    if (m_parts->wider != nullptr) {
        if (const auto wider = decodeWith(m_parts->wider.get(), bytes)) {
            return toUtf8(*wider);
        }
    }
    const auto wide = decodeWith(m_parts->lenient.get(), bytes);
    return wide ? toUtf8(*wide) : std::string("\uFFFD");
}

const std::string& TextDecoder::name() const {
    return m_parts->name;
}

struct TextEncoder::Parts {
    std::string name;
    ConverterPointer converter;
    std::u32string lost; // of the call under way

    static void unassigned(const void* context,
                           UConverterFromUnicodeArgs* args,
                           const UChar* /*codeUnits*/,
                           int32_t /*length*/,
                           UChar32 codePoint,
                           UConverterCallbackReason reason,
                           UErrorCode* status) {
        if (reason > UCNV_IRREGULAR) {
            return; // reset, clone or close
        }
        // ICU hands the context back as const although it was given as it is
        auto* parts = const_cast<Parts*>(static_cast<const Parts*>(context));
        parts->lost.push_back(static_cast<char32_t>(codePoint));
        *status = U_ZERO_ERROR;
        ucnv_cbFromUWriteBytes(args, "?", 1, 0, status);
    }
};

TextEncoder::TextEncoder(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
TextEncoder::~TextEncoder() = default;
TextEncoder::TextEncoder(TextEncoder&&) noexcept = default;
TextEncoder& TextEncoder::operator=(TextEncoder&&) noexcept = default;

Result<TextEncoder> TextEncoder::open(std::string_view encoding) {
    auto parts = std::make_unique<Parts>();
    parts->name = encoding;
    parts->converter = openConverter(encoding);
    if (parts->converter == nullptr) {
        return failure(ErrorCode::Usage,
                       "'" + std::string(encoding) +
                           "' is no encoding known here; try UTF-8, GBK or GB18030.");
    }
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setFromUCallBack(parts->converter.get(), &Parts::unassigned, parts.get(), nullptr, nullptr, &status);
    return TextEncoder(std::move(parts));
}

TextEncoder::Encoded TextEncoder::encode(std::string_view utf8) const {
    if (isAscii(utf8) || m_parts->name == "UTF-8") {
        return {std::string(utf8), {}};
    }
    const auto wide = toUtf16(utf8);
    std::string bytes(wide.size() * 4 + 4, '\0');
    m_parts->lost.clear();
    UErrorCode status = U_ZERO_ERROR;
    const auto length = ucnv_fromUChars(m_parts->converter.get(),
                                        bytes.data(),
                                        static_cast<int32_t>(bytes.size()),
                                        wide.data(),
                                        static_cast<int32_t>(wide.size()),
                                        &status);
    assert(U_SUCCESS(status));
    bytes.resize(static_cast<std::size_t>(std::max(length, 0)));
    return {std::move(bytes), std::exchange(m_parts->lost, {})};
}

const std::string& TextEncoder::name() const {
    return m_parts->name;
}

std::string cutToBytes(std::string_view utf8, const TextEncoder& encoder, std::size_t mostBytes) {
    std::size_t end = utf8.size();
    while (end > 0 && encoder.encode(utf8.substr(0, end)).bytes.size() > mostBytes) {
        end = cutUtf8(utf8, end - 1).size();
    }
    return std::string(utf8.substr(0, end));
}

void appendUtf8(std::string& text, char32_t character) {
    std::u16string wide(character > 0xFFFF ? 2 : 1, static_cast<char16_t>(character));
    if (wide.size() == 2) {
        wide[0] = U16_LEAD(character);
        wide[1] = U16_TRAIL(character);
    }
    text += toUtf8(wide);
}

} // namespace tuban
