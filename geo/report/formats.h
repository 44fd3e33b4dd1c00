#pragma once

#include "geo/report/report.h"

#include <string>
#include <string_view>

namespace tuban {

/// The ways a report is written; `path` is a file of ours that is renamed afterwards. \return
/// Error::Unwritable, which does not name the file
[[nodiscard]] Result<void> writeXlsx(const Report& report, const std::string& path);
[[nodiscard]] Result<void> writeDocx(const Report& report, const std::string& path);
[[nodiscard]] Result<void> writeHtml(const Report& report, const std::string& path);

/// Text for XML and HTML; characters that XML cannot hold are left out.
[[nodiscard]] std::string escaped(std::string_view text);

[[nodiscard]] Result<void> writeBytes(const std::string& path, std::string_view bytes);

} // namespace tuban
