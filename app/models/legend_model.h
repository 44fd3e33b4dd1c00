#pragma once

#include "app/session/session.h"

#include <QAbstractListModel>
#include <QColor>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// The classes of a layer's style with their colour, count and area. GUI thread.
class LegendModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString layer READ layer WRITE setLayer NOTIFY layerChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        CodeRole = Qt::UserRole + 1,
        LabelRole,
        ColourRole, ///< QColor
        CountRole,
        AreaTextRole, ///< "12.34 公顷"; empty for lines and points
        AreaM2Role,   ///< planar
    };
    explicit LegendModel(QObject* parent = nullptr);

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] QString layer() const { return m_layer; }
    void setLayer(const QString& layer);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void sessionChanged();
    void layerChanged();
    void countChanged();

private:
    struct Row {
        QString code;
        QString label;
        QColor colour;
        int count = 0;
        double areaM2 = 0;
    };
    QPointer<Session> m_session;
    QString m_layer;
    QList<Row> m_rows;
};

} // namespace tuban
