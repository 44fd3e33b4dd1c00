#include "geo/plan/search.h"

#include "geo/base/text.h"
#include "geo/base/uid.h"
#include "geo/plan/search_index.h"

#include <algorithm>
#include <ranges>
#include <set>
#include <tuple>
#include <utility>

namespace tuban {

namespace {

/// A word met in every feature gives more than anyone reads: the best of the first so many are shown.
constexpr int mostCandidates = 500;

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto close = [&] {
        if (const auto bare = trimmed(word); !bare.empty()) {
            words.emplace_back(bare);
        }
        word.clear();
    };
    for (const char letter : lowerAscii(text)) {
        if (letter == '\0' || letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r') {
            close();
        } else {
            word += letter;
        }
    }
    close();
    return words;
}

/// One word as a phrase of the index' language; everything in it stands for itself.
std::string phraseOf(const std::string& word) {
    const auto pairs = bigrams(word);
    std::string phrase;
    for (const std::string& pair : pairs) {
        for (const char letter : pair) {
            phrase += letter == '"' ? std::string("\"\"") : std::string(1, letter);
        }
        phrase += ' ';
    }
    const bool single = pairs.size() == 1 && (pairs.front().size() == 1 || !isUtf8(pairs.front()) ||
                                              cutUtf8(pairs.front(), pairs.front().size() - 1).empty());
    return '"' + phrase + (single ? "\" *" : "\"");
}

std::string queryOf(const std::vector<std::string>& words) {
    std::string query;
    for (const std::string& word : words) {
        query += (query.empty() ? "" : " AND ") + (isUid(word) ? '"' + word + '"' : phraseOf(word));
    }
    return query;
}

using Rank = std::tuple<int, std::size_t, std::string, std::string, std::string>;

Result<void> collect(Statement& rows, std::vector<SearchHit>& found, std::set<std::int64_t>& seen) {
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        if (seen.insert(rows.integer(0)).second) {
            found.push_back({.feature = {std::string(rows.text(1)), std::string(rows.text(2))},
                             .title = std::string(rows.text(3)),
                             .detail = std::string(rows.text(4))});
        }
    }
    return {};
}

/// Smaller is better: the whole, its beginning, a part of it, not in it.
int kindOf(std::string_view whole, std::string_view text) {
    return whole == text ? 0 : whole.starts_with(text) ? 1 : whole.find(text) != std::string::npos ? 2 : 3;
}

/// By what the title or its initials say of the text; then short before long.
Rank rankOf(const SearchHit& hit, std::string_view text, InitialsMemory& initials) {
    const std::string title = lowerAscii(hit.title);
    const int kind = std::min(kindOf(title, text), kindOf(initials.of(title), text));
    return {kind, title.size(), title, hit.feature.layer, hit.feature.uid};
}

} // namespace

Result<std::vector<SearchHit>> search(const Plan& plan, std::string_view text, int limit) {
    const auto words = wordsOf(text);
    if (words.empty() || limit <= 0) {
        return std::vector<SearchHit>();
    }
    std::vector<SearchHit> found;
    std::set<std::int64_t> seen;
    const std::string bare(trimmed(text));
    Statement titled(plan.database(),
                     "SELECT id, layer, uid, title, detail FROM search_row WHERE title >= ?1 AND title < ?2 "
                     "ORDER BY title LIMIT ?3");
    titled.bind(1, bare).bind(2, bare + "\xF4\x8F\xBF\xBF").bind(3, mostCandidates);
    Statement matched(plan.database(),
                      "SELECT r.id, r.layer, r.uid, r.title, r.detail FROM search_text t "
                      "JOIN search_row r ON r.id = t.rowid WHERE search_text MATCH ?1 LIMIT ?2");
    matched.bind(1, queryOf(words)).bind(2, std::max(mostCandidates, limit));
    for (Statement* rows : {&titled, &matched}) {
        if (const auto collected = collect(*rows, found, seen); !collected) {
            return std::unexpected(collected.error());
        }
    }
    const std::string low = lowerAscii(bare);
    InitialsMemory initials;
    std::vector<std::pair<Rank, SearchHit*>> ranked;
    for (SearchHit& hit : found) {
        ranked.emplace_back(rankOf(hit, low, initials), &hit);
    }
    std::ranges::sort(ranked);
    std::vector<SearchHit> hits;
    for (auto& [rank, hit] : ranked | std::views::take(limit)) {
        hits.push_back(std::move(*hit));
    }
    return hits;
}

} // namespace tuban
