#include "app/session/program_info.h"

#include <QGuiApplication>
#include <QLocale>
#include <QSysInfo>

namespace tuban {

ProgramInfo::ProgramInfo(QObject* parent) : QObject(parent) {}

QString ProgramInfo::version() const {
    return QStringLiteral(TUBAN_VERSION);
}

QStringList ProgramInfo::surroundings() const {
    return {QStringLiteral("Qt ") + QString::fromLatin1(qVersion()),
            QSysInfo::prettyProductName() + u' ' + QSysInfo::kernelVersion(),
            QSysInfo::currentCpuArchitecture() + u' ' + QGuiApplication::platformName(),
            QLocale::system().name()};
}

} // namespace tuban
