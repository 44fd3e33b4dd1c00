#pragma once

#include "app/session/session.h"
#include "geo/plan/journal.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// The journal of the plan, or of one feature when `layer` and `uid` are set, newest first. GUI thread.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString layer READ layer WRITE setLayer NOTIFY featureChanged)
    Q_PROPERTY(QString uid READ uid WRITE setUid NOTIFY featureChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        AtRole = Qt::UserRole + 1, ///< local date and time
        ByRole,
        WhatRole,
        KindRole, ///< edit import mark undo redo merge foreign schema
        UndoneRole,
    };
    explicit HistoryModel(QObject* parent = nullptr);

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
    void show(std::vector<JournalEntry> entries);
    QPointer<Session> m_session;
    QString m_layer, m_uid;
    int m_run = 0; ///< answers of earlier runs are dropped
    std::vector<JournalEntry> m_rows;
};

} // namespace tuban
