// What Session says about the program itself.
#include "app/session/session.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSysInfo>

namespace tuban {

QString Session::applicationVersion() const {
    return QStringLiteral(TUBAN_VERSION);
}

QString Session::versionsText() const {
    return QStringLiteral("Qt %1\n%2 (%3)\n%4")
        .arg(QString::fromLatin1(qVersion()),
             QSysInfo::prettyProductName(),
             QSysInfo::currentCpuArchitecture(),
             QGuiApplication::platformName());
}

void Session::copyText(const QString& text) const {
    QGuiApplication::clipboard()->setText(text);
}

} // namespace tuban
