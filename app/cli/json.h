#pragma once

#include "geo/base/value.h"
#include "geo/shape/geometry.h"

#include <nlohmann/json.hpp>

#include <string>

namespace tuban {

/// Keeps its keys in the order they are given, as cli documents list them.
using Json = nlohmann::ordered_json;

/// A value as UTF-8: numbers in their shortest exact form, bytes that are no UTF-8 as U+FFFD.
[[nodiscard]] std::string jsonValue(const Json& value);

/// A whole document: one line with its end.
[[nodiscard]] std::string jsonText(const Json& document);

/// A cell as stored: null, number or text.
[[nodiscard]] Json jsonOf(const Value& value);

/// [minX, minY, maxX, maxY]; null when empty.
[[nodiscard]] Json jsonOf(const Box& box);

} // namespace tuban
