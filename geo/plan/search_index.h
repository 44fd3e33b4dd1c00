#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/plan/catalogue.h"
#include "geo/plan/database.h"

#include <cstddef>
#include <cstdint>
#include <optional>
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
    /// Enters a feature as its row is now; a feature that is gone loses its entry.
    /// \return true when the entry was not so already
    [[nodiscard]] Result<bool> refresh(std::string_view uid);
    /// Enters every feature of the layer, none of which has an entry yet. \return Error::Cancelled
    [[nodiscard]] Result<void> enterAll(const Database& database, const Progress& progress);

private:
    struct Entry {
        std::string title, detail, words;
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    struct Stored {
        std::int64_t id = 0;
        Entry entry;
    };
    [[nodiscard]] Result<std::optional<Stored>> stored(std::string_view uid);
    [[nodiscard]] Result<std::optional<Entry>> wanted(std::string_view uid);
    [[nodiscard]] Entry entryOf(const Statement& row);
    [[nodiscard]] Result<void> forget(const Stored& old);
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

/// Refreshes the entries of a whole layer, inside the caller's transaction. \return uids whose entry was not
/// right
[[nodiscard]] Result<std::vector<std::string>> refreshSearchOfLayer(const Database& database,
                                                                    const Layer& layer);

} // namespace tuban
