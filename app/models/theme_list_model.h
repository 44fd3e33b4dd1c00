#pragma once

#include "app/models/layer_list_model.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace tuban {

/// Map themes: the built-in ones, then the user's own. GUI thread.
class ThemeListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::LayerListModel* layers READ layers WRITE setLayers NOTIFY layersChanged REQUIRED)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// Title of the theme that is shown; empty when what is shown is none of them.
    Q_PROPERTY(QString current READ current NOTIFY currentChanged)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1,
        OwnRole,     ///< bool: the user's, may be removed
        CurrentRole, ///< bool: exactly this is shown
    };
    explicit ThemeListModel(QObject* parent = nullptr);

    [[nodiscard]] LayerListModel* layers() const { return m_layers; }
    void setLayers(LayerListModel* layers);
    [[nodiscard]] int count() const { return static_cast<int>(m_themes.size()); }
    [[nodiscard]] QString current() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Shows a theme; nothing happens for a row that is not there.
    Q_INVOKABLE void apply(int row);
    /// Keeps what is shown now under a title; an own theme of that title is replaced. \return false when the
    /// title is empty or that of a built-in theme
    Q_INVOKABLE bool save(const QString& title);
    /// Removes an own theme.
    Q_INVOKABLE void remove(int row);

Q_SIGNALS:
    void layersChanged();
    void countChanged();
    void currentChanged();

private:
    void reload();
    void shownChanged();
    [[nodiscard]] QString titleOf(const MapTheme& theme) const;
    QPointer<LayerListModel> m_layers;
    std::vector<MapTheme> m_themes;
};

} // namespace tuban
