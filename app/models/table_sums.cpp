#include "app/models/table_sums.h"

#include "app/models/cell_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <array>

namespace tuban {

namespace {

/// Sums of the columns that can be summed up; `filled` says whether any row had a value.
struct Sum {
    double value = 0;
    bool filled = false;
};
struct Sums {
    int rows = 0;
    std::vector<Sum> columns;
};

void add(Sums& sums,
         const LayerSnapshot& snapshot,
         const std::vector<int>& summed, // index into cells, -1 for columns that are not summed
         std::uint32_t row) {
    ++sums.rows;
    sums.columns.resize(summed.size());
    for (std::size_t i = 0; i < summed.size(); ++i) {
        if (summed[i] < 0) {
            continue;
        }
        const auto value = snapshot.cell(summed[i], row);
        if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            sums.columns[i] = {.value = sums.columns[i].value + static_cast<double>(*whole), .filled = true};
        } else if (const auto* real = std::get_if<double>(&value)) {
            sums.columns[i] = {.value = sums.columns[i].value + *real, .filled = true};
        }
    }
}

std::vector<int> summedColumns(const TableQuery& query, const std::vector<const Column*>& columns) {
    std::vector<int> summed;
    for (const auto* column : columns) {
        summed.push_back(isSummable(*column) ? query.snapshot->columnIndex(column->name) : -1);
    }
    return summed;
}

QStringList textsOf(const Sums& sums, const std::vector<const Column*>& columns) {
    QStringList texts;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool shown = i < sums.columns.size() && sums.columns[i].filled;
        if (!shown) {
            texts.append(QString());
        } else if (columns[i]->type == ColumnType::Integer) {
            texts.append(QLocale().toString(sums.columns[i].value, 'f', 0));
        } else {
            texts.append(QLocale().toString(sums.columns[i].value, 'f', 2));
        }
    }
    return texts;
}

} // namespace

bool isSummable(const Column& column) {
    static constexpr std::array<std::string_view, 8> added{
        "m²", "万元", "户", "人", "个", "套", "亩", "亿元"};
    // Lengths add up; widths, heights and radii are in metres too but do not.
    const bool length = column.name == "length_m" || column.name == "greenway_m";
    const bool number = column.type == ColumnType::Integer || column.type == ColumnType::Real;
    return number && (length || std::ranges::find(added, std::string_view(column.unit)) != added.end());
}

QStringList
totalsOf(const TableQuery& query, const std::vector<const Column*>& columns, const RowList& rows) {
    const auto summed = summedColumns(query, columns);
    Sums sums;
    for (const auto row : rows) {
        add(sums, *query.snapshot, summed, row);
    }
    auto texts = textsOf(sums, columns);
    if (!texts.isEmpty() && texts.first().isEmpty()) {
        texts.first() =
            QCoreApplication::translate("TableSums", "%1 features").arg(QLocale().toString(sums.rows));
    }
    return texts;
}

QList<GroupItem>
groupsOf(const TableQuery& query, const std::vector<const Column*>& columns, const RowList& rows) {
    const auto* by = query.layer->column(query.groupBy.toStdString());
    if (by == nullptr) {
        return {};
    }
    const auto summed = summedColumns(query, columns);
    QHash<QString, Sums> groups;
    for (const auto row : rows) {
        add(groups[cellLabel(*query.catalogue, *by, *query.snapshot, row)], *query.snapshot, summed, row);
    }
    QList<GroupItem> items;
    for (const auto& [label, sums] : groups.asKeyValueRange()) {
        items.append({.label = label.isEmpty() ? QCoreApplication::translate("TableSums", "(empty)") : label,
                      .count = sums.rows,
                      .sums = textsOf(sums, columns)});
    }
    std::ranges::sort(items, [](const GroupItem& a, const GroupItem& b) {
        return a.count != b.count ? a.count > b.count : a.label < b.label;
    });
    return items;
}

} // namespace tuban
