#include "geo/plan/search_index.h"

#include "geo/base/text.h"
#include "geo/plan/search.h"
#include "geo/plan/sqlite.h"

#include <algorithm>

namespace tuban {

namespace {

constexpr std::size_t longestTextBytes = 240;

std::string_view lastCharacter(std::string_view text) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) {
        --at;
    }
    return text.substr(at);
}

/// The columns that are looked through: what names the feature, then the texts a planner wrote.
std::vector<std::string> searchedColumns(const Layer& layer) {
    std::vector<std::string> columns{layer.labelColumn.empty() ? "name" : layer.labelColumn};
    const auto add = [&](const std::string& name) {
        if (std::ranges::find(columns, name) == columns.end()) {
            columns.push_back(name);
        }
    };
    add("name");
    for (const Column& column : layer.columns) {
        const bool text = column.type == ColumnType::Text && column.role == ColumnRole::Plain;
        if (text && column.domain.empty() && column.name != "mix" && column.name != "phone") {
            add(column.name);
        }
    }
    add("uid");
    return columns;
}

} // namespace

std::string searchWords(std::string_view text) {
    const std::string low = lowerAscii(trimmed(cutUtf8(text, longestTextBytes)));
    if (low.empty()) {
        return {};
    }
    std::string words;
    for (const std::string& pair : bigrams(low)) {
        words += pair + ' ';
    }
    return words.append(lastCharacter(low)).append(1, ' ');
}

std::string InitialsMemory::of(std::string_view text) {
    if (std::ranges::all_of(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; })) {
        return {};
    }
    std::string initials;
    while (!text.empty()) {
        std::size_t length = 1;
        while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80) {
            ++length;
        }
        const auto [found, isNew] = m_initials.try_emplace(std::string(text.substr(0, length)));
        if (isNew) {
            found->second = pinyinInitials(found->first);
        }
        initials += found->second;
        text.remove_prefix(length);
    }
    return initials;
}

SearchIndex::SearchIndex(const Database& database, const Layer& layer)
    : m_layer(layer.name),
      m_columns(searchedColumns(layer)),
      m_read(database,
             "SELECT " + quotedNames(m_columns) + " FROM " + quotedName(layer.name) + " WHERE uid = ?1"),
      m_aliases(database, "SELECT name FROM alias WHERE subject = ?1 AND subject_uid = ?2"),
      m_find(database, "SELECT id, title, detail, words FROM search_row WHERE layer = ?1 AND uid = ?2"),
      m_unindex(database, "INSERT INTO search_text(search_text, rowid, words) VALUES ('delete', ?1, ?2)"),
      m_delete(database, "DELETE FROM search_row WHERE id = ?1"),
      m_insert(database,
               "INSERT INTO search_row(layer, uid, title, detail, words) VALUES (?1, ?2, ?3, ?4, ?5) "
               "RETURNING id"),
      m_enter(database, "INSERT INTO search_text(rowid, words) VALUES (?1, ?2)") {}

Result<std::optional<SearchIndex::Stored>> SearchIndex::stored(std::string_view uid) {
    m_find.reset();
    const auto found = m_find.bind(1, m_layer).bind(2, uid).step();
    if (!found) {
        return std::unexpected(found.error());
    }
    std::optional<Stored> old;
    if (*found) {
        old = Stored{m_find.integer(0),
                     {std::string(m_find.text(1)), std::string(m_find.text(2)), std::string(m_find.text(3))}};
    }
    m_find.reset();
    return old;
}

Result<void> SearchIndex::forget(const Stored& old) {
    // An index without content of its own must be told what it held.
    const auto unindexed = m_unindex.bind(1, old.id).bind(2, old.entry.words).run();
    return unindexed ? m_delete.bind(1, old.id).run() : unindexed;
}

SearchIndex::Entry SearchIndex::entryOf(const Statement& row) {
    Entry entry;
    const int count = static_cast<int>(m_columns.size());
    for (int column = 0; column < count; ++column) {
        const std::string text = toText(row.value(column));
        if (text.empty()) {
            continue;
        }
        const bool identifier = column + 1 == count;
        entry.words += identifier ? text + ' ' : searchWords(text);
        if (m_columns[static_cast<std::size_t>(column)] == "name" || column == 0) {
            entry.words += searchWords(m_initials.of(text));
        }
        if (entry.title.empty()) {
            entry.title = text;
        } else if (!identifier && entry.detail.size() < longestTextBytes / 4) {
            entry.detail += (entry.detail.empty() ? "" : " · ") + text;
        }
    }
    return entry;
}

Result<std::string> SearchIndex::aliasWords(std::string_view uid) {
    std::string words;
    m_aliases.reset();
    m_aliases.bind(1, m_layer).bind(2, uid);
    for (auto row = m_aliases.step(); !row || *row; row = m_aliases.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        words += searchWords(m_aliases.text(0)) + searchWords(m_initials.of(m_aliases.text(0)));
    }
    return words;
}

Result<std::optional<SearchIndex::Entry>> SearchIndex::wanted(std::string_view uid) {
    m_read.reset();
    const auto row = m_read.bind(1, uid).step();
    if (!row) {
        return std::unexpected(row.error());
    }
    if (!*row) {
        return std::optional<Entry>();
    }
    Entry entry = entryOf(m_read);
    m_read.reset();
    const auto aliases = aliasWords(uid);
    if (!aliases) {
        return std::unexpected(aliases.error());
    }
    entry.words += *aliases;
    return std::optional(std::move(entry));
}

Result<bool> SearchIndex::refresh(std::string_view uid) {
    const auto old = stored(uid);
    const auto entry = wanted(uid);
    if (!old || !entry) {
        return std::unexpected(old ? entry.error() : old.error());
    }
    if (*old ? *entry && (*old)->entry == **entry : !*entry) {
        return false;
    }
    Result<void> done;
    if (*old) {
        done = forget(**old);
    }
    if (done && *entry) {
        done = write(uid, **entry);
    }
    return done ? Result<bool>(true) : std::unexpected(done.error());
}

Result<void> SearchIndex::write(std::string_view uid, const Entry& entry) {
    m_insert.bind(1, m_layer).bind(2, uid).bind(3, entry.title).bind(4, entry.detail).bind(5, entry.words);
    const auto inserted = m_insert.step();
    if (!inserted) {
        return std::unexpected(inserted.error());
    }
    const std::int64_t id = m_insert.integer(0);
    m_insert.reset();
    return m_enter.bind(1, id).bind(2, entry.words).run();
}

Result<void> SearchIndex::enterAll(const Database& database, const Progress& progress) {
    Statement last(database, "SELECT coalesce(max(id), 0) FROM search_row");
    const auto found = last.step();
    if (!found) {
        return std::unexpected(found.error());
    }
    std::int64_t id = last.integer(0);
    Statement rows(database,
                   "SELECT " + quotedNames(m_columns) + " FROM " + quotedName(m_layer) + " ORDER BY id");
    Statement insert(database,
                     "INSERT INTO search_row(id, layer, uid, title, detail, words) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    const int uid = static_cast<int>(m_columns.size()) - 1;
    insert.bind(2, m_layer);
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        if (++id % 4096 == 0 && progress.stopped()) {
            return failure(ErrorCode::Cancelled, "stopped while making the search index");
        }
        const Entry entry = entryOf(rows);
        insert.bind(1, id).bind(3, rows.text(uid)).bind(4, entry.title).bind(5, entry.detail);
        auto done = insert.bind(6, entry.words).run();
        if (done) {
            done = m_enter.bind(1, id).bind(2, entry.words).run();
        }
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<std::vector<std::string>> refreshSearchOfLayer(const Database& database, const Layer& layer) {
    SearchIndex index(database, layer);
    // Entries of features that are gone, then every feature there is.
    Statement rows(database,
                   "SELECT uid FROM search_row WHERE layer = ?1 UNION SELECT uid FROM " +
                       quotedName(layer.name));
    rows.bind(1, layer.name);
    std::vector<std::string> uids;
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        uids.emplace_back(rows.text(0));
    }
    std::vector<std::string> changed;
    for (std::string& uid : uids) {
        const auto refreshed = index.refresh(uid);
        if (!refreshed) {
            return std::unexpected(refreshed.error());
        }
        if (*refreshed) {
            changed.push_back(std::move(uid));
        }
    }
    return changed;
}

Result<void> reindexLayer(Plan& plan, std::string_view layerName) {
    const auto layer = plan.catalogue().requireLayer(layerName);
    if (!layer) {
        return std::unexpected(layer.error());
    }
    const auto changed = refreshSearchOfLayer(plan.database(), **layer);
    return changed ? Result<void>() : std::unexpected(changed.error());
}

} // namespace tuban
