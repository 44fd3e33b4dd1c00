#include "app/models/cell_text.h"

#include "app/session/feature_text.h"
#include "app/session/language.h"
#include "app/session/number_text.h"
#include "geo/base/instant.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace tuban {

namespace {

constexpr std::string_view landUseDomain = "land_use";
constexpr std::string_view fallbackScheme = "MNR2023";

QString sentence(const char* source) {
    return QCoreApplication::translate("CellText", source);
}

/// Text without thousands separators and blanks.
QString plainNumber(QString text) {
    text.remove(QLatin1Char(','));
    text.remove(QChar(0xFF0C)); // full-width comma
    text.remove(QLatin1Char(' '));
    text.remove(QChar(0x00A0));
    return text;
}

std::expected<Value, QString> numberFromText(const Column& column, const QString& text) {
    bool isNumber = false;
    const double number = QLocale::c().toDouble(plainNumber(text), &isNumber);
    if (!isNumber || !std::isfinite(number)) {
        return std::unexpected(sentence(QT_TRANSLATE_NOOP("CellText", "“%1” is not a number.")).arg(text));
    }
    if (column.type == ColumnType::Real) {
        return Value(number);
    }
    constexpr double largestWhole = 9e15; // exact in a double
    if (number != std::floor(number) || std::abs(number) > largestWhole) {
        return std::unexpected(
            sentence(QT_TRANSLATE_NOOP("CellText", "“%1” is not a whole number.")).arg(text));
    }
    return Value(static_cast<std::int64_t>(number));
}

std::expected<Value, QString> flagFromText(const QString& text) {
    const auto word = text.toLower();
    if (QStringList{QStringLiteral("1"), QStringLiteral("是"), QStringLiteral("yes"), QStringLiteral("true")}
            .contains(word)) {
        return Value(std::int64_t{1});
    }
    if (QStringList{QStringLiteral("0"), QStringLiteral("否"), QStringLiteral("no"), QStringLiteral("false")}
            .contains(word)) {
        return Value(std::int64_t{0});
    }
    return std::unexpected(
        sentence(QT_TRANSLATE_NOOP("CellText", "Answer with yes or no, not “%1”.")).arg(text));
}

std::expected<Value, QString> codeFromText(const Catalogue& catalogue,
                                           const Column& column,
                                           const QString& text,
                                           const std::string& landUseScheme) {
    std::optional<std::string> code;
    if (column.domain == landUseDomain) {
        code = catalogue.landUseCodeOf(landUseScheme.empty() ? fallbackScheme : landUseScheme,
                                       text.toStdString());
    } else if (const auto* domain = catalogue.domain(column.domain)) {
        code = domain->codeOf(text.toStdString());
    }
    if (!code) {
        return std::unexpected(
            sentence(QT_TRANSLATE_NOOP("CellText", "“%1” is none of the values this column can have."))
                .arg(text));
    }
    return Value(*code);
}

} // namespace

QString typeName(ColumnType type) {
    switch (type) {
    case ColumnType::Text:
        return QStringLiteral("text");
    case ColumnType::Integer:
        return QStringLiteral("integer");
    case ColumnType::Real:
        return QStringLiteral("real");
    case ColumnType::Date:
        return QStringLiteral("date");
    case ColumnType::Flag:
        return QStringLiteral("flag");
    }
    return {};
}

QString numberCell(const Column& column, const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return column.unit.empty() ? QString::number(*whole) : QLocale().toString(qlonglong(*whole));
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return column.unit == "m²" ? numberText(*real, 2)
                                   : QLocale().toString(*real, 'f', QLocale::FloatingPointShortest);
    }
    return QString::fromStdString(toText(value));
}

QString cellLabel(const Catalogue& catalogue,
                  const Column& column,
                  const LayerSnapshot& snapshot,
                  std::size_t index) {
    const int at = snapshot.columnIndex(column.name);
    if (at < 0) {
        return {};
    }
    const auto value = snapshot.cell(at, index);
    if (isNull(value)) {
        return {};
    }
    if (column.type == ColumnType::Integer || column.type == ColumnType::Real) {
        return numberCell(column, value);
    }
    if (column.domain.empty() && column.type != ColumnType::Flag) {
        return QString::fromStdString(toText(value));
    }
    const auto scheme = column.name == "lu_code" ? cellText(snapshot, index, "lu_scheme") : std::string();
    return QString::fromStdString(catalogue.label(column, value, uiLanguage().toStdString(), scheme));
}

QList<Choice> choicesOf(const Catalogue& catalogue, const Column& column, const std::string& landUseScheme) {
    const auto language = uiLanguage().toStdString();
    QList<Choice> choices;
    if (column.domain == landUseDomain) {
        const std::string_view scheme =
            landUseScheme.empty() ? fallbackScheme : std::string_view(landUseScheme);
        for (const auto& use : catalogue.landUses()) {
            if (use.scheme == scheme) {
                choices.append({.code = QString::fromStdString(use.code),
                                .label = QString::fromStdString(use.code + " " + use.name.in(language))});
            }
        }
    } else if (const auto* domain = catalogue.domain(column.domain)) {
        for (const auto& item : domain->items) {
            choices.append({.code = QString::fromStdString(item.code),
                            .label = QString::fromStdString(item.label.in(language))});
        }
    }
    return choices;
}

std::expected<Value, QString> valueFromText(const Catalogue& catalogue,
                                            const Column& column,
                                            const QString& text,
                                            const std::string& landUseScheme) {
    const auto trimmedText = text.trimmed();
    if (trimmedText.isEmpty()) {
        return Value();
    }
    if (!column.domain.empty()) {
        return codeFromText(catalogue, column, trimmedText, landUseScheme);
    }
    switch (column.type) {
    case ColumnType::Text:
        return Value(trimmedText.toStdString());
    case ColumnType::Integer:
    case ColumnType::Real:
        return numberFromText(column, trimmedText);
    case ColumnType::Flag:
        return flagFromText(trimmedText);
    case ColumnType::Date:
        break;
    }
    const auto day = parseDay(trimmedText.toStdString());
    if (!day) {
        return std::unexpected(
            sentence(QT_TRANSLATE_NOOP("CellText", "“%1” is not a day. Write it like 2024-08-21."))
                .arg(trimmedText));
    }
    return Value(*day);
}

} // namespace tuban
