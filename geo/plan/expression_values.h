#pragma once

#include "geo/base/value.h"
#include "geo/plan/expression_syntax.h"

#include <string_view>

namespace tuban {

// What the operations of expressions do to values; unknown (null) as in SQL.

[[nodiscard]] Value truth(bool value);

/// Numbers compare by size, texts by bytes (ISO dates by day); a text beside a number counts as the number it
/// spells, and comes after every number when it spells none. Null when either is.
/// \pre kind is Equal … GreaterOrEqual
[[nodiscard]] Value compare(ExpressionNode::Kind kind, const Value& left, const Value& right);

/// Whole numbers stay whole while they fit; a quotient is always real. Null for text that spells no number
/// and for a division by 0. \pre kind is Add … Divide
[[nodiscard]] Value calculate(ExpressionNode::Kind kind, const Value& left, const Value& right);

/// `%` stands for any run of characters, `_` for one; case counts, so give both lowered.
[[nodiscard]] bool isLike(std::string_view text, std::string_view pattern);

/// Half away from zero, to 0..15 places.
[[nodiscard]] Value rounded(const Value& value, const Value& places);
[[nodiscard]] Value absolute(const Value& value);
/// The ISO day of a date in any form planners write, null when it is none.
[[nodiscard]] Value dayOf(const Value& value);
/// Characters of the value as text.
[[nodiscard]] Value lengthOf(const Value& value);

} // namespace tuban
