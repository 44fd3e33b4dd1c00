#pragma once

#include "app/session/session.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// Layers of the plan in drawing order, topmost first. Order, visibility and opacity are kept in the
/// program's settings by the path of the plan, never in the plan. GUI thread.
class LayerListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    /// Layers without features are listed too.
    Q_PROPERTY(bool showEmpty READ showEmpty WRITE setShowEmpty NOTIFY showEmptyChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        TitleRole,
        CountRole,   ///< features
        VisibleRole, ///< bool
        OpacityRole, ///< 0..1
        GeometryRole,
        ColourRole, ///< QColor
        MarkableRole,
        HasLegendRole,
    };
    /// How a layer is drawn.
    struct Shown {
        QString name;
        bool visible = true;
        double opacity = 1;
        friend bool operator==(const Shown&, const Shown&) = default;
    };
    explicit LayerListModel(QObject* parent = nullptr);

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] bool showEmpty() const { return m_showEmpty; }
    void setShowEmpty(bool show);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    /// Every layer of the plan, topmost first, empty ones as well.
    [[nodiscard]] QList<Shown> shown() const { return m_all; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void setVisible(int row, bool visible);
    Q_INVOKABLE void setOpacity(int row, double opacity);
    Q_INVOKABLE void move(int from, int to);

Q_SIGNALS:
    void sessionChanged();
    void showEmptyChanged();
    void countChanged();
    /// Order, visibility or opacity changed: the map is to be composed anew.
    void shownChanged();

private:
    void reload();
    /// Makes the rows that are listed anew.
    void list();
    void refreshLayer(const QString& table);
    [[nodiscard]] qsizetype featuresIn(const QString& layer) const;
    void tellShown();
    void restore();
    void store() const;
    QPointer<Session> m_session;
    bool m_showEmpty = false;
    QList<Shown> m_all;
    QList<int> m_rows; ///< indices into m_all of the rows that are listed
};

} // namespace tuban
