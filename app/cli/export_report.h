#pragma once

#include "app/cli/json.h"
#include "geo/exchange/export.h"

#include <string>

namespace tuban {

[[nodiscard]] Json exportDocument(const ExportReport& report);
[[nodiscard]] std::string exportText(const ExportReport& report);

[[nodiscard]] Json verifyDocument(const VerifyReport& report);
[[nodiscard]] std::string verifyText(const VerifyReport& report);

} // namespace tuban
