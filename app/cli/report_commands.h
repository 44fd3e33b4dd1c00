#pragma once

#include "app/cli/command.h"
#include "geo/report/report.h"

namespace tuban {

/// Commands that write reports. \param writePdf given by a program that can draw
[[nodiscard]] ExtraCommand targetsCommand(ReportWriter writePdf);
[[nodiscard]] ExtraCommand meetingCommand(ReportWriter writePdf);

} // namespace tuban
