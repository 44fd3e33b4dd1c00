#include "app/models/table_filter.h"

#include "app/models/cell_text.h"
#include "app/session/feature_text.h"
#include "app/session/language.h"
#include "geo/plan/expression.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace tuban {

namespace {

using Predicate = std::function<bool(std::uint32_t)>;

bool fits(std::partial_ordering order, const QString& op) {
    if (op == QStringLiteral("=")) {
        return order == 0;
    }
    if (op == QStringLiteral("!=")) {
        return order != 0;
    }
    if (op == QStringLiteral("<")) {
        return order < 0;
    }
    if (op == QStringLiteral("<=")) {
        return order <= 0;
    }
    return op == QStringLiteral(">") ? order > 0 : order >= 0;
}

/// Numbers by size, everything else by its stored text (codes, ISO days); nullopt when either is null.
std::optional<std::partial_ordering> compare(const Value& cell, const Value& wanted) {
    if (isNull(cell) || isNull(wanted)) {
        return std::nullopt;
    }
    const auto number = [](const Value& value) -> std::optional<double> {
        if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            return static_cast<double>(*whole);
        }
        const auto* real = std::get_if<double>(&value);
        return real == nullptr ? std::nullopt : std::optional(*real);
    };
    const auto left = number(cell);
    const auto right = number(wanted);
    if (left && right) {
        return *left <=> *right;
    }
    return toText(cell) <=> toText(wanted);
}

Predicate containsText(const TableQuery& query, const Column& column, const QString& text) {
    return [&query, &column, text](std::uint32_t row) {
        return cellLabel(*query.catalogue, column, *query.snapshot, row)
                   .contains(text, Qt::CaseInsensitive) ||
               QString::fromStdString(cellText(*query.snapshot, row, column.name))
                   .contains(text, Qt::CaseInsensitive);
    };
}

/// The test of one chip. \return a sentence when it cannot be understood
std::expected<Predicate, QString> predicateOf(const TableQuery& query, const FilterItem& filter) {
    const auto* column = query.layer->column(filter.column.toStdString());
    const int at = column == nullptr ? -1 : query.snapshot->columnIndex(column->name);
    if (at < 0) {
        return std::unexpected(
            QCoreApplication::translate("TableFilter", "There is no column %1.").arg(filter.column));
    }
    const auto cells = query.snapshot->cells(at);
    if (filter.op == QStringLiteral("empty") || filter.op == QStringLiteral("filled")) {
        const bool wantEmpty = filter.op == QStringLiteral("empty");
        return [cells, wantEmpty](std::uint32_t row) { return toText(cells[row]).empty() == wantEmpty; };
    }
    if (filter.op == QStringLiteral("contains")) {
        return containsText(query, *column, filter.text);
    }
    // The label of one scheme is enough to find its code; others are found by "contains".
    const auto wanted = valueFromText(*query.catalogue, *column, filter.text, {});
    if (!wanted) {
        return std::unexpected(wanted.error());
    }
    return [cells, value = *wanted, op = filter.op](std::uint32_t row) {
        const auto order = compare(cells[row], value);
        return order ? fits(*order, op) : op == QStringLiteral("!=");
    };
}

std::expected<Predicate, QString> predicateOfText(const TableQuery& query) {
    auto parsed = Expression::parse(query.filterText.toStdString(), *query.layer);
    if (!parsed) {
        return std::unexpected(QString::fromStdString(parsed.error().message));
    }
    auto expression = std::make_shared<const Expression>(std::move(*parsed));
    std::vector<std::optional<LayerSnapshot::ColumnCells>> cells;
    for (const auto& name : expression->columns()) {
        const int at = query.snapshot->columnIndex(name);
        cells.push_back(at < 0 ? std::nullopt : std::optional(query.snapshot->cells(at)));
    }
    return [expression, cells, &query](std::uint32_t row) {
        return expression->accepts([&](std::size_t position) -> Value {
            if (cells[position]) {
                return (*cells[position])[row];
            }
            return expression->columns()[position] == "uid" ? Value(query.snapshot->uid(row)) : Value();
        });
    };
}

} // namespace

RowList filteredRows(const TableQuery& query, QString& problem) {
    std::vector<Predicate> tests;
    const auto take = [&](std::expected<Predicate, QString> test) {
        if (test) {
            tests.push_back(std::move(*test));
        } else if (problem.isEmpty()) {
            problem = test.error();
        }
    };
    for (const auto& filter : query.filters) {
        take(predicateOf(query, filter));
    }
    if (!query.filterText.isEmpty()) {
        take(predicateOfText(query));
    }
    const SelectedRows selected = carriedOver(query.selected, query.snapshot);
    RowList rows;
    rows.reserve(query.snapshot->size());
    for (std::uint32_t row = 0; row < query.snapshot->size(); ++row) {
        if (query.selectedOnly && !selected.holds(row)) {
            continue;
        }
        if (std::ranges::all_of(tests, [row](const Predicate& test) { return test(row); })) {
            rows.push_back(row);
        }
    }
    return rows;
}

QString filterLabel(const Column& column, const QString& op, const QString& text) {
    const auto title = QString::fromStdString(column.title.in(uiLanguage().toStdString()));
    if (op == QStringLiteral("empty")) {
        return QCoreApplication::translate("TableFilter", "%1 is empty").arg(title);
    }
    if (op == QStringLiteral("filled")) {
        return QCoreApplication::translate("TableFilter", "%1 is filled in").arg(title);
    }
    if (op == QStringLiteral("contains")) {
        return QCoreApplication::translate("TableFilter", "%1 contains “%2”").arg(title, text);
    }
    auto sign = op;
    sign.replace(QStringLiteral("!="), QStringLiteral("≠"));
    sign.replace(QStringLiteral("<="), QStringLiteral("≤"));
    sign.replace(QStringLiteral(">="), QStringLiteral("≥"));
    return title + QLatin1Char(' ') + sign + QLatin1Char(' ') + text;
}

} // namespace tuban
