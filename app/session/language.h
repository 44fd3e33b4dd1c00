#pragma once

#include <QString>

namespace tuban {

/// The language texts are shown in: "zh" or "en". Any thread.
[[nodiscard]] QString uiLanguage();

/// The language the user chose ("zh" or "en"), the system's where none was chosen.
[[nodiscard]] QString chosenLanguage();

/// Shows the program in `language` from now on: the translation, and the way numbers and days are written.
/// Whoever made texts before is told by QEvent::LanguageChange of the application. GUI thread.
void applyLanguage(const QString& language);

} // namespace tuban
