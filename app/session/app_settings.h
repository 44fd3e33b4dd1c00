#pragma once

#include <QSettings>

namespace tuban {

/// The program's own settings, an ini file in the user's configuration folder (XDG). GUI thread.
[[nodiscard]] QSettings appSettings();

/// The group of what is kept for one plan: by its path, as nothing of the kind is written into a plan.
[[nodiscard]] QString planSettingsGroup(const QString& planPath);

} // namespace tuban
