#include "app/session/app_settings.h"

#include <QCryptographicHash>

namespace tuban {

QSettings appSettings() {
    return QSettings(
        QSettings::IniFormat, QSettings::UserScope, QStringLiteral("tuban"), QStringLiteral("tuban"));
}

QString planSettingsGroup(const QString& planPath) {
    const auto hash = QCryptographicHash::hash(planPath.toUtf8(), QCryptographicHash::Sha1);
    return QStringLiteral("plans/") + QString::fromLatin1(hash.toHex().left(16));
}

} // namespace tuban
