#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// The ways to write a name, best first: in one line, in two, shortened with "…". A name of one word has no
/// second line, one in Latin letters breaks at a blank; numbers and codes are never shortened: a part of one
/// is another number.
[[nodiscard]] std::vector<std::string> waysToWrite(std::string_view name);

} // namespace tuban
