#pragma once

#include "geo/base/result.h"
#include "geo/plan/catalogue.h"
#include "geo/plan/database.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tuban {

/// A text cut for the index: its pairs of characters in order and its last one, so that a phrase of pairs
/// finds any part of it and the start of a word any single character.
[[nodiscard]] std::string searchWords(std::string_view text);

/// Pinyin initials with a memory: names of a district use few characters, and ICU takes microseconds for
/// each. Thread rule: one object per thread.
class InitialsMemory {
public:
    /// Empty for a text without Chinese or other wide characters, which is its own initials.
    [[nodiscard]] std::string of(std::string_view text);

private:
    std::unordered_map<std::string, std::string> m_initials; // by character
};

/// Keeps the search rows of one layer, inside the caller's transaction. Thread rule: that of the connection.
class SearchIndex {
public:
    SearchIndex(const Database& database, const Layer& layer);
    /// Enters a feature anew, from its row as it is now; a feature that is gone loses its row.
    [[nodiscard]] Result<void> refresh(std::string_view uid);
    /// Takes a feature out.
    [[nodiscard]] Result<void> forget(std::string_view uid);

private:
    struct Entry {
        std::string title, detail, words;
    };
    [[nodiscard]] Entry entryOfRow();
    [[nodiscard]] Result<std::string> aliasWords(std::string_view uid);
    [[nodiscard]] Result<void> write(std::string_view uid, const Entry& entry);

    std::string m_layer;
    std::vector<std::string> m_columns; // title first
    InitialsMemory m_initials;
    Statement m_read;
    Statement m_aliases;
    Statement m_find;
    Statement m_unindex;
    Statement m_delete;
    Statement m_insert;
    Statement m_enter;
};

} // namespace tuban
