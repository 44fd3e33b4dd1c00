#include "geo/paint/label_text.h"

#include <algorithm>
#include <cstdlib>

namespace tuban {

namespace {

constexpr std::size_t mostInOneLine = 24; ///< bytes: eight ideographs
constexpr std::size_t leastToBreak = 12;
constexpr std::size_t leastToShorten = 21;
constexpr std::size_t shortened = 15;

bool isIdeograph(std::string_view text, std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xF0U) == 0xE0U;
}

bool startsCharacter(std::string_view text, std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

/// Places where a new line may begin: after a blank, before an ideograph that follows one.
std::vector<std::size_t> breaksOf(std::string_view name) {
    std::vector<std::size_t> breaks;
    for (std::size_t at = 1; at < name.size(); ++at) {
        const bool afterBlank = name[at - 1] == ' ';
        const bool between = startsCharacter(name, at) && isIdeograph(name, at) && at >= 3 &&
                             startsCharacter(name, at - 3) && isIdeograph(name, at - 3);
        if (afterBlank || between) {
            breaks.push_back(at);
        }
    }
    return breaks;
}

std::string_view withoutBlankAtEnd(std::string_view text) {
    return text.ends_with(' ') ? text.substr(0, text.size() - 1) : text;
}

std::size_t awayFrom(std::size_t at, std::size_t aim) {
    return at > aim ? at - aim : aim - at;
}

} // namespace

std::vector<std::string> waysToWrite(std::string_view name) {
    std::vector<std::string> ways{std::string(name)};
    const std::vector<std::size_t> breaks = breaksOf(name);
    if (breaks.empty() || name.size() < leastToBreak) {
        return ways;
    }
    // The longer line is the first one: the eye reads on more readily than it begins anew.
    const std::size_t middle = *std::ranges::min_element(breaks, {}, [&](std::size_t at) {
        return 2 * awayFrom(2 * at, name.size()) + (2 * at < name.size());
    });
    std::string inTwo(withoutBlankAtEnd(name.substr(0, middle)));
    inTwo.append("\n").append(name.substr(middle));
    ways.push_back(std::move(inTwo));
    if (name.size() > mostInOneLine) {
        std::swap(ways[0], ways[1]);
    }
    const auto last = std::ranges::upper_bound(breaks, shortened);
    if (name.size() >= leastToShorten && last != breaks.begin()) {
        ways.push_back(std::string(withoutBlankAtEnd(name.substr(0, *std::prev(last)))).append("…"));
    }
    return ways;
}

} // namespace tuban
