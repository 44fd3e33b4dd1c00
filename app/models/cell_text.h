#pragma once

#include "app/session/values.h"
#include "geo/plan/catalogue.h"
#include "geo/plan/snapshot.h"

#include <QList>
#include <QString>

#include <cstddef>
#include <expected>

namespace tuban {

/// "text", "integer", "real", "date" or "flag".
[[nodiscard]] QString typeName(ColumnType type);

/// A number as a column shows it: areas with two decimals, years without a thousands separator. Any thread.
[[nodiscard]] QString numberCell(const Column& column, const Value& value);

/// What a cell says in the language of the program: labels for codes, grouped numbers. Any thread.
/// \param index position of the feature in `snapshot`
[[nodiscard]] QString
cellLabel(const Catalogue& catalogue, const Column& column, const LayerSnapshot& snapshot, std::size_t index);

/// What a column can be set to, for columns with a domain. \param landUseScheme scheme of the feature's codes
[[nodiscard]] QList<Choice>
choicesOf(const Catalogue& catalogue, const Column& column, const std::string& landUseScheme);

/// The value a person means by `text` in a column: codes or labels, numbers with or without separators, days
/// in any usual form; null for an empty text. \return otherwise a sentence that says what is wrong
[[nodiscard]] std::expected<Value, QString> valueFromText(const Catalogue& catalogue,
                                                          const Column& column,
                                                          const QString& text,
                                                          const std::string& landUseScheme);

} // namespace tuban
