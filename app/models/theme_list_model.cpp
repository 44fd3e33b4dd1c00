#include "app/models/theme_list_model.h"

#include "app/paint/own_themes.h"
#include "app/session/app_settings.h"
#include "app/session/language.h"

#include <algorithm>

namespace tuban {

ThemeListModel::ThemeListModel(QObject* parent)
    : QAbstractListModel(parent), m_themes(allThemes(appSettings())) {}

void ThemeListModel::setLayers(LayerListModel* layers) {
    if (m_layers == layers) {
        return;
    }
    if (m_layers) {
        m_layers->disconnect(this);
    }
    m_layers = layers;
    if (layers != nullptr) {
        connect(layers, &LayerListModel::shownChanged, this, &ThemeListModel::shownChanged);
        connect(layers, &LayerListModel::styleChanged, this, &ThemeListModel::shownChanged);
        connect(layers, &LayerListModel::modelReset, this, &ThemeListModel::shownChanged); // another language
    }
    shownChanged();
    Q_EMIT layersChanged();
}

QString ThemeListModel::titleOf(const MapTheme& theme) const {
    return QString::fromStdString(theme.title.in(uiLanguage().toStdString()));
}

QString ThemeListModel::current() const {
    const auto shown = std::ranges::find_if(
        m_themes, [this](const MapTheme& theme) { return m_layers && m_layers->shows(theme); });
    return shown == m_themes.end() ? QString() : titleOf(*shown);
}

int ThemeListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant ThemeListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const MapTheme& theme = m_themes[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return titleOf(theme);
    case OwnRole:
        return !theme.isBuiltIn;
    case CurrentRole:
        return m_layers && m_layers->shows(theme);
    default:
        return {};
    }
}

QHash<int, QByteArray> ThemeListModel::roleNames() const {
    return {{TitleRole, "title"}, {OwnRole, "own"}, {CurrentRole, "current"}};
}

void ThemeListModel::apply(int row) {
    if (m_layers && row >= 0 && row < count()) {
        m_layers->apply(m_themes[static_cast<std::size_t>(row)]);
    }
}

bool ThemeListModel::save(const QString& title) {
    const std::string name = title.trimmed().toStdString();
    if (!m_layers || name.empty() || themeNamed(builtInThemes(), name)) {
        return false;
    }
    auto settings = appSettings();
    auto own = ownThemes(settings);
    std::erase_if(own, [&name](const MapTheme& theme) { return theme.name == name; });
    own.push_back(m_layers->asTheme(title.trimmed()));
    keepOwnThemes(settings, own);
    reload();
    return true;
}

void ThemeListModel::remove(int row) {
    if (row < 0 || row >= count() || m_themes[static_cast<std::size_t>(row)].isBuiltIn) {
        return;
    }
    const std::string name = m_themes[static_cast<std::size_t>(row)].name;
    auto settings = appSettings();
    auto own = ownThemes(settings);
    std::erase_if(own, [&name](const MapTheme& theme) { return theme.name == name; });
    keepOwnThemes(settings, own);
    reload();
}

void ThemeListModel::reload() {
    beginResetModel();
    m_themes = allThemes(appSettings());
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT currentChanged();
}

void ThemeListModel::shownChanged() {
    if (!m_themes.empty()) {
        Q_EMIT dataChanged(index(0), index(count() - 1));
    }
    Q_EMIT currentChanged();
}

} // namespace tuban
