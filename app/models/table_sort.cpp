#include "app/models/table_sort.h"

#include "app/models/cell_text.h"

#include <QCollator>

#include <algorithm>
#include <limits>
#include <optional>

namespace tuban {

namespace {

/// Sorts by keys that belong to `rows` place by place; rows without a key come last in either direction.
template <class Key>
void sortByKeys(RowList& rows, const std::vector<std::optional<Key>>& keys, bool descending) {
    std::vector<std::uint32_t> order(rows.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::ranges::stable_sort(order, [&](std::uint32_t left, std::uint32_t right) {
        const auto& a = keys[left];
        const auto& b = keys[right];
        if (!a || !b) {
            return a.has_value() && !b.has_value();
        }
        return descending ? *b < *a : *a < *b;
    });
    RowList sorted(rows.size());
    std::ranges::transform(order, sorted.begin(), [&rows](std::uint32_t at) { return rows[at]; });
    rows = std::move(sorted);
}

std::optional<double> numberKey(const Value& value, const Domain* domain) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*whole);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return *real;
    }
    if (domain == nullptr || isNull(value)) {
        return std::nullopt;
    }
    // Values outside the domain follow the known ones.
    const auto found = std::ranges::find(domain->items, toText(value), &DomainItem::code);
    return static_cast<double>(found - domain->items.begin());
}

/// Collation keys; made once for a text however many rows have it.
std::vector<std::optional<QCollatorSortKey>>
textKeys(const RowList& rows, const TableQuery& query, const Column& column) {
    QCollator collator{QLocale()};
    collator.setNumericMode(true);
    QHash<QString, QCollatorSortKey> known;
    std::vector<std::optional<QCollatorSortKey>> keys;
    keys.reserve(rows.size());
    for (const auto row : rows) {
        const auto text = cellLabel(*query.catalogue, column, *query.snapshot, row);
        if (text.isEmpty()) {
            keys.emplace_back();
            continue;
        }
        auto key = known.constFind(text);
        if (key == known.cend()) {
            key = known.insert(text, collator.sortKey(text));
        }
        keys.emplace_back(*key);
    }
    return keys;
}

} // namespace

void sortRows(RowList& rows, const TableQuery& query) {
    const auto* column = query.layer->column(query.sortColumn.toStdString());
    const int at = column == nullptr ? -1 : query.snapshot->columnIndex(column->name);
    if (at < 0) {
        return;
    }
    const auto* domain = column->domain.empty() ? nullptr : query.catalogue->domain(column->domain);
    const bool byNumber = domain != nullptr || column->type == ColumnType::Integer ||
                          column->type == ColumnType::Real || column->type == ColumnType::Flag;
    if (!byNumber) {
        sortByKeys(rows, textKeys(rows, query, *column), query.descending);
        return;
    }
    const auto cells = query.snapshot->cells(at);
    std::vector<std::optional<double>> keys;
    keys.reserve(rows.size());
    for (const auto row : rows) {
        keys.push_back(numberKey(cells[row], domain));
    }
    sortByKeys(rows, keys, query.descending);
}

} // namespace tuban
