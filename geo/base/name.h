#pragma once

#include <string>
#include <string_view>

namespace tuban {

/// Every `from` in the text turned into `to`, from left to right.
void replaceAll(std::string& text, std::string_view from, std::string_view to);

/// A name or heading without what only made it fit: no blanks or breaks, also wide ones; ASCII brackets.
[[nodiscard]] std::string compactName(std::string_view name);

/// A name as names are compared: compact, and ASCII letters lowered.
[[nodiscard]] std::string comparableName(std::string_view name);

} // namespace tuban
