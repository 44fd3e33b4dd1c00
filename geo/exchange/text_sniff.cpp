#include "geo/base/text.h"
#include "geo/exchange/text_codec.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

namespace tuban {
namespace {

struct DetectorCloser {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

unsigned char at(std::string_view text, std::size_t index) {
    return static_cast<unsigned char>(text[index]);
}

/// Text without a last UTF-8 character that the width of a cell cut.
std::string_view withoutCutEnd(std::string_view text) {
    std::size_t back = 0;
    while (back < 3 && back < text.size() && (at(text, text.size() - 1 - back) & 0xC0U) == 0x80U) {
        ++back;
    }
    if (back >= text.size()) {
        return text;
    }
    const unsigned char lead = at(text, text.size() - 1 - back);
    const std::size_t needs = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    return back < needs ? text.substr(0, text.size() - 1 - back) : text;
}

/// Share of the two-byte characters that lie in the rows of GB 2312 which Chinese text is made of. Latin text
/// with accents and the scripts of other East Asian code pages fall below.
double shareOfCommonChinese(const std::vector<std::string>& samples) {
    double pairs = 0;
    double common = 0;
    for (const auto& sample : samples) {
        for (std::size_t i = 0; i + 1 < sample.size(); ++i) {
            const auto lead = at(sample, i);
            if (lead < 0x80) {
                continue;
            }
            const auto trail = at(sample, ++i);
            pairs += 1;
            const bool row = (lead >= 0xB0 && lead <= 0xF7) || lead == 0xA1 || lead == 0xA2 || lead == 0xA3;
            common += row && trail >= 0xA1 && trail != 0xFF ? 1 : 0;
        }
    }
    return pairs == 0 ? 0 : common / pairs;
}

/// \return empty when the detector has no opinion
std::string detected(const std::vector<std::string>& samples) {
    std::string text;
    for (const auto& sample : samples) {
        text += sample + '\n';
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, DetectorCloser> detector(ucsdet_open(&status));
    ucsdet_setText(detector.get(), text.data(), static_cast<int32_t>(text.size()), &status);
    const auto* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr) {
        return {};
    }
    const auto name = encodingFromWord(ucsdet_getName(match, &status));
    return name && fitsEncoding(samples, *name) ? *name : std::string();
}

} // namespace

bool fitsEncoding(const std::vector<std::string>& samples, std::string_view encoding) {
    if (encoding == "UTF-8") {
        return std::ranges::all_of(samples, [](const auto& sample) { return isUtf8(withoutCutEnd(sample)); });
    }
    const auto decoder = TextDecoder::open(encoding);
    return decoder && std::ranges::all_of(
                          samples, [&](const auto& sample) { return decoder->decode(sample).has_value(); });
}

std::string sniffEncoding(const std::vector<std::string>& samples) {
    if (fitsEncoding(samples, "UTF-8")) {
        return "UTF-8";
    }
    constexpr double plainlyChinese = 0.8;
    if (shareOfCommonChinese(samples) >= plainlyChinese) {
        for (const std::string_view name : {"GBK", "GB18030"}) {
            if (fitsEncoding(samples, name)) {
                return std::string(name);
            }
        }
    }
    if (auto name = detected(samples); !name.empty()) {
        return name == "GB18030" && fitsEncoding(samples, "GBK") ? "GBK" : name;
    }
    return fitsEncoding(samples, "GBK") ? "GBK" : "ISO-8859-1";
}

} // namespace tuban
