#include "app/session/app_settings.h"

namespace tuban {

QSettings appSettings() {
    return QSettings(
        QSettings::IniFormat, QSettings::UserScope, QStringLiteral("tuban"), QStringLiteral("tuban"));
}

} // namespace tuban
