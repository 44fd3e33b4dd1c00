#include "app/paint/own_themes.h"

namespace tuban {

namespace {
const QString key = QStringLiteral("map/themes");
} // namespace

std::vector<MapTheme> ownThemes(const QSettings& settings) {
    const QString json = settings.value(key).toString();
    return json.isEmpty() ? std::vector<MapTheme>()
                          : themesFromJson(json.toStdString()).value_or(std::vector<MapTheme>());
}

void keepOwnThemes(QSettings& settings, const std::vector<MapTheme>& themes) {
    settings.setValue(key, QString::fromStdString(themesToJson(themes)));
}

std::vector<MapTheme> allThemes(const QSettings& settings) {
    std::vector<MapTheme> themes = builtInThemes();
    for (MapTheme& own : ownThemes(settings)) {
        themes.push_back(std::move(own));
    }
    return themes;
}

} // namespace tuban
