#pragma once

#include "app/cli/command.h"

namespace tuban {

/// `tuban render`: a plan as a picture or a page. Makes its own QGuiApplication on the "offscreen" platform,
/// so that no display is needed.
[[nodiscard]] ExtraCommand renderCommand();

} // namespace tuban
