#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// Plans opened lately, newest first, at most 12. GUI thread.
class RecentPlans : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        PathRole = Qt::UserRole + 1,
        NameRole,
        WhenRole, ///< "yyyy-MM-dd" local
    };
    explicit RecentPlans(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    /// Puts a plan on top; the file's name stands for it.
    Q_INVOKABLE void add(const QString& path);
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void countChanged();

private:
    struct Row {
        QString path;
        QString when;
    };
    void store() const;
    QList<Row> m_rows;
};

} // namespace tuban
