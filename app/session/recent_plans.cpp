#include "app/session/recent_plans.h"

#include "app/session/app_settings.h"

#include <QDate>
#include <QFileInfo>

namespace tuban {

namespace {
constexpr qsizetype maxRecentPlans = 12;
}

RecentPlans::RecentPlans(QObject* parent) : QAbstractListModel(parent) {
    auto settings = appSettings();
    const int size = settings.beginReadArray(QStringLiteral("recent"));
    for (int i = 0; i < size; ++i) {
        settings.setArrayIndex(i);
        m_rows.append({settings.value(QStringLiteral("path")).toString(),
                       settings.value(QStringLiteral("when")).toString()});
    }
}

int RecentPlans::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant RecentPlans::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& row = m_rows.at(index.row());
    switch (role) {
    case PathRole:
        return row.path;
    case Qt::DisplayRole:
    case NameRole:
        return QFileInfo(row.path).completeBaseName();
    case WhenRole:
        return row.when;
    default:
        return {};
    }
}

QHash<int, QByteArray> RecentPlans::roleNames() const {
    return {{PathRole, "path"}, {NameRole, "name"}, {WhenRole, "when"}};
}

void RecentPlans::add(const QString& path) {
    beginResetModel();
    m_rows.removeIf([&path](const Row& row) { return row.path == path; });
    m_rows.prepend({path, QDate::currentDate().toString(Qt::ISODate)});
    if (m_rows.size() > maxRecentPlans) {
        m_rows.resize(maxRecentPlans);
    }
    endResetModel();
    store();
    Q_EMIT countChanged();
}

void RecentPlans::clear() {
    beginResetModel();
    m_rows.clear();
    endResetModel();
    store();
    Q_EMIT countChanged();
}

void RecentPlans::store() const {
    auto settings = appSettings();
    settings.beginWriteArray(QStringLiteral("recent"), count());
    for (int i = 0; i < count(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("path"), m_rows.at(i).path);
        settings.setValue(QStringLiteral("when"), m_rows.at(i).when);
    }
    settings.endArray();
}

} // namespace tuban
