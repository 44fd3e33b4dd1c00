#pragma once

#include "app/session/session.h"
#include "geo/works/mark.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// Live progress marks of one feature, newest first. GUI thread.
class MarkListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString layer READ layer WRITE setLayer NOTIFY featureChanged)
    Q_PROPERTY(QString uid READ uid WRITE setUid NOTIFY featureChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        UidRole = Qt::UserRole + 1,
        OnDateRole, ///< YYYY-MM-DD
        StageLabelRole,
        PercentRole, ///< 0..100, -1 where none
        StateRole,
        StateLabelRole,
        NoteRole,
        ByRole,
        RecordedAtRole, ///< local date and time
        PhotosRole,     ///< list of image://photo/<sha256>
    };
    explicit MarkListModel(QObject* parent = nullptr);

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] QString layer() const { return m_layer; }
    void setLayer(const QString& layer);
    [[nodiscard]] QString uid() const { return m_uid; }
    void setUid(const QString& uid);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void sessionChanged();
    void featureChanged();
    void countChanged();

private:
    void reload();
    QPointer<Session> m_session;
    QString m_layer, m_uid;
    std::vector<Mark> m_rows;
};

} // namespace tuban
