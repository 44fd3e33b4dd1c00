#include "app/models/mark_list_model.h"

#include "app/session/feature_text.h"
#include "app/session/number_text.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace tuban {

MarkListModel::MarkListModel(QObject* parent) : QAbstractListModel(parent) {}

void MarkListModel::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    m_session = session;
    if (session != nullptr) {
        connect(session->snapshots(), &SnapshotStore::marksChanged, this, &MarkListModel::reload);
        connect(session, &Session::openChanged, this, &MarkListModel::reload);
    }
    reload();
    Q_EMIT sessionChanged();
}

void MarkListModel::setLayer(const QString& layer) {
    if (m_layer != layer) {
        m_layer = layer;
        reload();
        Q_EMIT featureChanged();
    }
}

void MarkListModel::setUid(const QString& uid) {
    if (m_uid != uid) {
        m_uid = uid;
        reload();
        Q_EMIT featureChanged();
    }
}

int MarkListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

void MarkListModel::reload() {
    const auto layer = m_layer.toStdString();
    const auto uid = m_uid.toStdString();
    beginResetModel();
    m_rows.clear();
    if (m_session) {
        const auto marks = m_session->snapshots()->marks();
        for (const auto& mark : *marks) {
            if (mark.subject.uid == uid && mark.subject.layer == layer) {
                m_rows.push_back(mark);
            }
        }
    }
    std::ranges::sort(m_rows, std::greater(), [](const Mark& mark) {
        return std::tie(mark.onDate, mark.recordedAt, mark.uid);
    });
    endResetModel();
    Q_EMIT countChanged();
}

QVariant MarkListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& mark = m_rows[static_cast<std::size_t>(index.row())];
    const auto* layer = m_session ? m_session->layer(m_layer) : nullptr;
    switch (role) {
    case UidRole:
        return QString::fromStdString(mark.uid);
    case OnDateRole:
        return QString::fromStdString(mark.onDate);
    case Qt::DisplayRole:
    case StageLabelRole:
        return layer == nullptr || mark.stage.empty() ? QString() : stageLabel(*layer, mark.stage);
    case PercentRole:
        return mark.percent.value_or(-1);
    case StateRole:
        return QString::fromStdString(mark.state);
    case StateLabelRole:
        return markStateLabel(QString::fromStdString(mark.state));
    case NoteRole:
        return QString::fromStdString(mark.note);
    case ByRole:
        return QString::fromStdString(mark.by);
    case RecordedAtRole:
        return instantText(QString::fromStdString(mark.recordedAt));
    case PhotosRole: {
        QStringList urls;
        for (const auto& sha256 : mark.photos) {
            urls.append(QStringLiteral("image://photo/") + QString::fromStdString(sha256));
        }
        return urls;
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> MarkListModel::roleNames() const {
    return {{UidRole, "uid"},
            {OnDateRole, "onDate"},
            {StageLabelRole, "stageLabel"},
            {PercentRole, "percent"},
            {StateRole, "state"},
            {StateLabelRole, "stateLabel"},
            {NoteRole, "note"},
            {ByRole, "by"},
            {RecordedAtRole, "recordedAt"},
            {PhotosRole, "photos"}};
}

} // namespace tuban
