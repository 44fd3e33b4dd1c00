#include "geo/base/text.h"

#include "geo/base/prepare_pinyin.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

namespace tuban {

namespace {

/// Length of the well-formed code point at the start of `bytes`, 0 when there is none (table 3-7 of Unicode).
std::size_t codePointLength(std::string_view bytes) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80) {
        return 1;
    }
    const std::size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || bytes.size() < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) {
            return 0;
        }
    }
    const unsigned second = byte(1);
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
    return overlong || outside ? 0 : length;
}

/// The code points of a text, each as its own bytes; a malformed byte counts as one.
std::vector<std::string_view> codePoints(std::string_view text) {
    std::vector<std::string_view> points;
    while (!text.empty()) {
        const auto length = std::max<std::size_t>(codePointLength(text), 1);
        points.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return points;
}

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\v' || c == '\f';
}

bool isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

constexpr std::string_view ideographicSpace = "　";

/// ICU's transliterator is costly to make and not promised to be shared: one, for a thread at a time.
class LatinWriter {
public:
    static LatinWriter& only() {
        static LatinWriter writer;
        return writer;
    }

    void write(icu::UnicodeString& word) {
        const std::scoped_lock lock(m_mutex);
        if (m_writer != nullptr) {
            m_writer->transliterate(word);
        }
    }

private:
    LatinWriter() {
        UErrorCode status = U_ZERO_ERROR;
        m_writer.reset(
            icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    }

    std::mutex m_mutex;
    std::unique_ptr<icu::Transliterator> m_writer; // null where ICU lacks its data
};

/// Characters whose first reading in ICU's data is not the one of names of places and land.
std::string_view readingInNames(std::string_view codePoint) {
    struct Reading {
        std::string_view character, latin;
    };
    static constexpr std::array<Reading, 4> readings{
        {{"地", "di"}, {"都", "du"}, {"长", "chang"}, {"厦", "xia"}}};
    const auto found = std::ranges::find(readings, codePoint, &Reading::character);
    return found == readings.end() ? std::string_view() : found->latin;
}

/// One code point in lower-case ASCII letters and digits; empty for signs and blanks.
std::string latinOf(std::string_view codePoint) {
    if (codePoint.size() == 1) {
        const auto low = lowerAscii(codePoint);
        return isLetterOrDigit(low.front()) ? low : std::string();
    }
    if (const auto reading = readingInNames(codePoint); !reading.empty()) {
        return std::string(reading);
    }
    auto word = icu::UnicodeString::fromUTF8(
        icu::StringPiece(codePoint.data(), static_cast<std::int32_t>(codePoint.size())));
    LatinWriter::only().write(word);
    std::string utf8;
    word.toUTF8String(utf8);
    std::erase_if(utf8, [](char c) { return !isLetterOrDigit(c); });
    return utf8;
}

std::size_t editDistance(std::string_view left, std::string_view right) {
    const auto a = codePoints(left);
    const auto b = codePoints(right);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

bool isUtf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto length = codePointLength(bytes);
        if (length == 0) {
            return false;
        }
        bytes.remove_prefix(length);
    }
    return true;
}

std::string_view cutUtf8(std::string_view text, std::size_t maxBytes) {
    if (text.size() <= maxBytes) {
        return text;
    }
    std::size_t end = maxBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) {
        --end;
    }
    return text.substr(0, end);
}

std::string_view trimmed(std::string_view text) {
    for (bool changed = true; changed;) {
        changed = false;
        if (!text.empty() && isBlank(text.front())) {
            text.remove_prefix(1);
            changed = true;
        } else if (text.starts_with(ideographicSpace)) {
            text.remove_prefix(ideographicSpace.size());
            changed = true;
        }
        if (!text.empty() && isBlank(text.back())) {
            text.remove_suffix(1);
            changed = true;
        } else if (text.ends_with(ideographicSpace)) {
            text.remove_suffix(ideographicSpace.size());
            changed = true;
        }
    }
    return text;
}

std::string lowerAscii(std::string_view text) {
    std::string low(text);
    for (char& c : low) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return low;
}

void preparePinyin() {
    (void)LatinWriter::only();
}

std::string pinyinInitials(std::string_view text) {
    std::string initials;
    for (const auto point : codePoints(text)) {
        const auto latin = latinOf(point);
        if (!latin.empty()) {
            initials += latin.front();
        }
    }
    return initials;
}

std::string pinyin(std::string_view text) {
    std::string whole;
    for (const auto point : codePoints(text)) {
        whole += latinOf(point);
    }
    return whole;
}

std::vector<std::string> bigrams(std::string_view text) {
    const auto points = codePoints(text);
    if (points.size() == 1) {
        return {std::string(points.front())};
    }
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        pairs.push_back(std::string(points[i]) + std::string(points[i + 1]));
    }
    return pairs;
}

std::string nearestName(std::string_view word, const std::vector<std::string>& names) {
    const auto wanted = lowerAscii(word);
    std::size_t best = std::max<std::size_t>(1, codePoints(wanted).size() / 3) + 1;
    std::string nearest;
    for (const auto& name : names) {
        const auto distance = editDistance(wanted, lowerAscii(name));
        if (distance < best) {
            best = distance;
            nearest = name;
        }
    }
    return nearest;
}

} // namespace tuban
