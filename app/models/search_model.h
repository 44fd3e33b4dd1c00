#pragma once

#include "app/session/session.h"
#include "geo/plan/search.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// Features that fit what is typed, best first; a typed coordinate gives a row of its own with an empty
/// layer. GUI thread.
class SearchModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        LayerRole = Qt::UserRole + 1, ///< empty for a coordinate
        UidRole,
        TitleRole,
        DetailRole,
        LayerTitleRole,
        LonRole, ///< degrees; of a coordinate only
        LatRole,
    };
    explicit SearchModel(QObject* parent = nullptr);

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void sessionChanged();
    void queryChanged();
    void busyChanged();
    void countChanged();

private:
    void ask();
    void show(const QString& query, const std::vector<SearchHit>& hits);
    struct Row {
        QString layer, uid, title, detail, layerTitle;
        double lon = 0, lat = 0;
    };
    QPointer<Session> m_session;
    QString m_query;
    bool m_busy = false;
    QList<Row> m_rows;
};

} // namespace tuban
