#pragma once

#include "geo/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// Our name of an encoding ("UTF-8", "GBK", "GB18030", "Big5", "Shift_JIS", "ISO-8859-1", "windows-1252" …)
/// for the word of a .cpg file or an option: "936", "CP936", "ANSI 936", "gb2312", "utf8", "65001". nullopt
/// for a word that names none ("OEM", a web page).
[[nodiscard]] std::optional<std::string> encodingFromWord(std::string_view word);

/// The encoding that the language byte of a DBF (offset 29) promises; nullopt where it promises nothing that
/// can be trusted (0, and the values that programs write without thinking: 0x01, 0x03, 0x57).
[[nodiscard]] std::optional<std::string> encodingFromLanguageByte(std::uint8_t byte);

/// Turns text of one encoding into UTF-8. Thread rule: one per thread; move-only.
class TextDecoder {
public:
    /// \return Error::Usage for a name that is no encoding
    [[nodiscard]] static Result<TextDecoder> open(std::string_view encoding);
    ~TextDecoder();
    TextDecoder(TextDecoder&&) noexcept;
    TextDecoder& operator=(TextDecoder&&) noexcept;

    /// nullopt when the bytes are not text of this encoding. A last character that was cut off is dropped.
    [[nodiscard]] std::optional<std::string> decode(std::string_view bytes) const;
    /// Always gives UTF-8: bytes that are no text of this encoding become U+FFFD.
    [[nodiscard]] std::string decodeAnyhow(std::string_view bytes) const;
    [[nodiscard]] const std::string& name() const;

private:
    struct Parts;
    explicit TextDecoder(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// Turns UTF-8 into text of one encoding and says what it has no place for. Thread rule: one per thread.
class TextEncoder {
public:
    /// \return Error::Usage for a name that is no encoding
    [[nodiscard]] static Result<TextEncoder> open(std::string_view encoding);
    ~TextEncoder();
    TextEncoder(TextEncoder&&) noexcept;
    TextEncoder& operator=(TextEncoder&&) noexcept;

    struct Encoded {
        std::string bytes;
        std::u32string lost; ///< characters that became "?"
    };
    [[nodiscard]] Encoded encode(std::string_view utf8) const;
    [[nodiscard]] const std::string& name() const;

private:
    struct Parts;
    explicit TextEncoder(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// The longest beginning of whole characters of `utf8` that takes at most `mostBytes` in the encoding.
[[nodiscard]] std::string
cutToBytes(std::string_view utf8, const TextEncoder& encoder, std::size_t mostBytes);

/// Appends a character.
void appendUtf8(std::string& text, char32_t character);

/// The encoding of samples of text, each a whole cell: UTF-8 where all are that, GBK where they look like
/// Chinese (GB18030 where GBK does not suffice), else what a detector says, else ISO-8859-1.
[[nodiscard]] std::string sniffEncoding(const std::vector<std::string>& samples);

/// True when every sample is text of the encoding, a last character cut by the width of its cell aside.
[[nodiscard]] bool fitsEncoding(const std::vector<std::string>& samples, std::string_view encoding);

} // namespace tuban
