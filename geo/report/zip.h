#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tuban {

/// A ZIP archive of small files, deflated by zlib; names in UTF-8, the same bytes each time.
[[nodiscard]] std::string zipped(const std::vector<std::pair<std::string, std::string>>& files);

} // namespace tuban
