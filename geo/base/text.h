#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// A text in the two languages of the program.
struct LocalText {
    std::string zh;
    std::string en;
    [[nodiscard]] const std::string& in(std::string_view language) const {
        return language == "zh" ? zh : en;
    }
};

/// True for well-formed UTF-8 (no surrogates, no overlong forms).
[[nodiscard]] bool isUtf8(std::string_view bytes);

/// Longest prefix of at most `maxBytes` bytes that does not cut a code point.
[[nodiscard]] std::string_view cutUtf8(std::string_view text, std::size_t maxBytes);

/// Text without blanks at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// ASCII letters lowered, everything else as it is.
[[nodiscard]] std::string lowerAscii(std::string_view text);

/// Latin initials of Chinese text by ICU ("机械所二期" → "jxseq"); other letters and digits stay, lowered.
[[nodiscard]] std::string pinyinInitials(std::string_view text);

/// Full pinyin without tones and blanks ("停车场" → "tingchechang").
[[nodiscard]] std::string pinyin(std::string_view text);

/// Overlapping pairs of code points and single ones, as search terms: "停车场" → {"停车","车场"}; "停" →
/// {"停"}.
[[nodiscard]] std::vector<std::string> bigrams(std::string_view text);

/// The name in `names` nearest to `word` by edit distance, empty when none is near ("did you mean").
[[nodiscard]] std::string nearestName(std::string_view word, const std::vector<std::string>& names);

} // namespace tuban
