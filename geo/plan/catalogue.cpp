#include "geo/plan/catalogue.h"

#include <algorithm>
#include <format>

namespace tuban {

namespace {

std::string folded(std::string_view text) {
    return lowerAscii(trimmed(text));
}

/// How well `word`, already folded, names something: 0 by its code, 1 by a label, 2 by an alias, 3 not at
/// all.
int rankOf(const std::string& word,
           const std::string& code,
           const LocalText& label,
           const std::vector<std::string>& aliases) {
    if (word == folded(code)) {
        return 0;
    }
    if (word == folded(label.zh) || word == folded(label.en)) {
        return 1;
    }
    const bool alias = std::ranges::any_of(aliases, [&](const auto& name) { return word == folded(name); });
    return alias ? 2 : 3;
}

/// The best named of `items` (code, label, aliases), nullptr when none is.
template <class Item>
const Item* bestNamed(const std::vector<Item>& items, std::string_view name) {
    const std::string word = folded(name);
    const Item* best = nullptr;
    int bestRank = 3;
    for (const Item& item : items) {
        if (const int rank = rankOf(word, item.code, item.label, item.aliases); rank < bestRank) {
            best = &item;
            bestRank = rank;
        }
    }
    return best;
}

std::string codeAndName(const LandUse& landUse, std::string_view language) {
    return landUse.code + " " + landUse.name.in(language);
}

} // namespace

const DomainItem* Domain::find(std::string_view code) const {
    const auto found = std::ranges::find(items, code, &DomainItem::code);
    return found == items.end() ? nullptr : &*found;
}

std::optional<std::string> Domain::codeOf(std::string_view codeOrLabel) const {
    const DomainItem* item = bestNamed(items, codeOrLabel);
    return item == nullptr ? std::nullopt : std::optional(item->code);
}

const Column* Layer::column(std::string_view columnName) const {
    const auto found = std::ranges::find(columns, columnName, &Column::name);
    return found == columns.end() ? nullptr : &*found;
}

const Column* Layer::columnByAnyName(std::string_view columnName) const {
    const std::string word = folded(columnName);
    const Column* best = nullptr;
    int bestRank = 4;
    for (const Column& candidate : columns) {
        int rank = rankOf(word, candidate.name, candidate.title, {});
        if (rank == 3) {
            rank = word == folded(candidate.shortName)            ? 2
                   : rankOf(word, {}, {}, candidate.aliases) == 2 ? 3
                                                                  : 4;
        }
        if (rank < bestRank) {
            best = &candidate;
            bestRank = rank;
        }
    }
    return word.empty() ? nullptr : best;
}

const Stage* Layer::stage(std::string_view codeOrLabel) const {
    return bestNamed(stages, codeOrLabel);
}

const Layer* Catalogue::layer(std::string_view name) const {
    const auto found = std::ranges::find(m_layers, name, &Layer::name);
    return found == m_layers.end() ? nullptr : &*found;
}

Result<const Layer*> Catalogue::requireLayer(std::string_view name) const {
    if (const Layer* found = layer(name)) {
        return found;
    }
    std::vector<std::string> names;
    std::string all;
    for (const Layer& known : m_layers) {
        names.push_back(known.name);
        all += (all.empty() ? "" : ", ") + known.name;
    }
    const std::string near = nearestName(name, names);
    const std::string hint = near.empty() ? "" : std::format("; did you mean {}?", near);
    return failure(
        ErrorCode::Usage,
        std::format("There is no layer \"{}\"{} Layers: {}.", name, near.empty() ? "." : hint, all));
}

const Domain* Catalogue::domain(std::string_view name) const {
    const auto found = std::ranges::find(m_domains, name, &Domain::name);
    return found == m_domains.end() ? nullptr : &*found;
}

const LandUse* Catalogue::landUse(std::string_view scheme, std::string_view code) const {
    const auto found =
        std::ranges::lower_bound(m_landUses, std::pair(scheme, code), {}, [](const LandUse& known) {
            return std::pair<std::string_view, std::string_view>(known.scheme, known.code);
        });
    const bool met = found != m_landUses.end() && found->scheme == scheme && found->code == code;
    return met ? &*found : nullptr;
}

std::optional<std::string> Catalogue::landUseCodeOf(std::string_view scheme,
                                                    std::string_view codeOrName) const {
    if (const LandUse* exact = landUse(scheme, trimmed(codeOrName))) {
        return exact->code;
    }
    const std::string word = folded(codeOrName);
    for (const LandUse& known : m_landUses) {
        if (known.scheme != scheme || word.empty()) {
            continue;
        }
        const bool named = word == folded(known.code) || word == folded(known.name.zh) ||
                           word == folded(known.name.en) || word == folded(codeAndName(known, "zh")) ||
                           word == folded(codeAndName(known, "en"));
        if (named) {
            return known.code;
        }
    }
    return std::nullopt;
}

std::string Catalogue::label(const Column& column,
                             const Value& value,
                             std::string_view language,
                             std::string_view landUseScheme) const {
    const std::string text = toText(value);
    if (column.type == ColumnType::Flag && (text == "0" || text == "1")) {
        const bool yes = text == "1";
        return language == "zh" ? (yes ? "是" : "否") : (yes ? "Yes" : "No");
    }
    if (column.domain == "land_use") {
        return landUseLabel(text, landUseScheme, language);
    }
    const Domain* known = column.domain.empty() ? nullptr : domain(column.domain);
    const DomainItem* item = known == nullptr ? nullptr : known->find(text);
    return item == nullptr ? text : item->label.in(language);
}

std::string
Catalogue::landUseLabel(const std::string& code, std::string_view scheme, std::string_view language) const {
    const LandUse* found = nullptr;
    for (const LandUse& known : m_landUses) {
        if (known.code != code || (!scheme.empty() && known.scheme != scheme)) {
            continue;
        }
        if (found != nullptr && found->name.zh != known.name.zh) {
            return code;
        }
        found = &known;
    }
    return found == nullptr ? code : codeAndName(*found, language);
}

} // namespace tuban
