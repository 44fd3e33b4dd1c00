#pragma once

#include <QSettings>

namespace tuban {

/// The program's own settings, an ini file in the user's configuration folder (XDG). GUI thread.
[[nodiscard]] QSettings appSettings();

} // namespace tuban
