#pragma once

#include "geo/paint/map_theme.h"

#include <QSettings>

#include <vector>

namespace tuban {

/// The user's own map themes, kept in the program's settings for every plan; none where they cannot be read.
[[nodiscard]] std::vector<MapTheme> ownThemes(const QSettings& settings);
void keepOwnThemes(QSettings& settings, const std::vector<MapTheme>& themes);

/// The built-in themes, then the user's own.
[[nodiscard]] std::vector<MapTheme> allThemes(const QSettings& settings);

} // namespace tuban
