#pragma once

#include "app/controllers/selection.h"
#include "app/session/session.h"
#include "geo/works/target.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <vector>

namespace tuban {

/// The targets of the year that a feature counts towards, as they stand on the plan's day. The ledger is
/// measured once, and again after a change of the plan. GUI thread; measuring is done by the plan's own.
class FeatureTargets : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(tuban::Selection* selection MEMBER m_selection NOTIFY selectionChanged REQUIRED)
    Q_PROPERTY(QString layer READ layer WRITE setLayer NOTIFY featureChanged)
    Q_PROPERTY(QString uid READ uid WRITE setUid NOTIFY featureChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        CodeRole = Qt::UserRole + 1, ///< T02
        NameRole,
        FigureRole,    ///< "8 / 9 个": to date and plan, with the unit
        LightRole,     ///< code of the light, as codeOf gives it
        LightNameRole, ///< the light in words
        WhyRole,       ///< one sentence
    };
    explicit FeatureTargets(QObject* parent = nullptr);

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] QString layer() const { return m_layer; }
    void setLayer(const QString& layer);
    [[nodiscard]] QString uid() const { return m_uid; }
    void setUid(const QString& uid);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    /// Selects the features behind the figure of a row; the one that is shown stays so.
    Q_INVOKABLE void selectFeatures(int row);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void sessionChanged();
    void selectionChanged();
    void featureChanged();
    void countChanged();

private:
    using Ledger = std::vector<TargetState>;
    void forget();
    void readSoon();
    void read();
    void list();
    QPointer<Session> m_session;
    QPointer<Selection> m_selection;
    QString m_layer, m_uid;
    std::shared_ptr<const Ledger> m_ledger; ///< null while it is not measured
    std::vector<const TargetState*> m_rows; ///< of the ledger
    bool m_willRead = false;
    int m_run = 0; ///< answers of earlier runs are dropped
};

} // namespace tuban
