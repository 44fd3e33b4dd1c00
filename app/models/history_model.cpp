#include "app/models/history_model.h"

#include "app/models/journal_text.h"
#include "app/session/number_text.h"

namespace tuban {

namespace {
/// More is not read by anybody in a list.
constexpr int maxEntries = 500;
} // namespace

HistoryModel::HistoryModel(QObject* parent) : QAbstractListModel(parent) {}

void HistoryModel::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    m_session = session;
    if (session != nullptr) {
        connect(session, &Session::journalChanged, this, &HistoryModel::reload);
        connect(session, &Session::openChanged, this, &HistoryModel::reload);
    }
    reload();
    Q_EMIT sessionChanged();
}

void HistoryModel::setLayer(const QString& layer) {
    if (m_layer != layer) {
        m_layer = layer;
        reload();
        Q_EMIT featureChanged();
    }
}

void HistoryModel::setUid(const QString& uid) {
    if (m_uid != uid) {
        m_uid = uid;
        reload();
        Q_EMIT featureChanged();
    }
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

void HistoryModel::reload() {
    const int run = ++m_run;
    if (!m_session || !m_session->isOpen()) {
        show({});
        return;
    }
    m_session->ask(
        this,
        [layer = m_layer.toStdString(), uid = m_uid.toStdString()](Plan& plan) {
            return history(plan, uid.empty() ? std::string() : layer, uid, maxEntries);
        },
        [this, run](Result<std::vector<JournalEntry>> entries) {
            if (run == m_run && entries) {
                show(std::move(*entries));
            }
        });
}

void HistoryModel::show(std::vector<JournalEntry> entries) {
    beginResetModel();
    m_rows = std::move(entries);
    endResetModel();
    Q_EMIT countChanged();
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_session) {
        return {};
    }
    const auto& entry = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case AtRole:
        return instantText(QString::fromStdString(entry.at));
    case ByRole:
        return QString::fromStdString(entry.by);
    case Qt::DisplayRole:
    case WhatRole:
        return journalText(*m_session, entry);
    case KindRole:
        return QString::fromStdString(entry.kind);
    case UndoneRole:
        return entry.undone;
    default:
        return {};
    }
}

QHash<int, QByteArray> HistoryModel::roleNames() const {
    return {{AtRole, "at"}, {ByRole, "by"}, {WhatRole, "what"}, {KindRole, "kind"}, {UndoneRole, "undone"}};
}

} // namespace tuban
