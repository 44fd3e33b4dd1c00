#include "app/session/language.h"

#include "app/session/app_settings.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace tuban {

QString uiLanguage() {
    return QLocale().language() == QLocale::Chinese ? QStringLiteral("zh") : QStringLiteral("en");
}

QString chosenLanguage() {
    const auto chosen = appSettings().value(QStringLiteral("language")).toString();
    if (chosen == QStringLiteral("zh") || chosen == QStringLiteral("en")) {
        return chosen;
    }
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh") : QStringLiteral("en");
}

void applyLanguage(const QString& language) {
    const bool chinese = language == QStringLiteral("zh");
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English, QLocale::UnitedKingdom));
    const auto name = QStringLiteral("tuban_translation");
    if (auto* old = QCoreApplication::instance()->findChild<QTranslator*>(name)) {
        QCoreApplication::removeTranslator(old);
        delete old;
    }
    if (chinese) {
        auto* translator = new QTranslator(QCoreApplication::instance());
        translator->setObjectName(name);
        if (!translator->load(QStringLiteral(":/i18n/tuban_zh_CN.qm"))) {
            qWarning("the Chinese translation is missing in this build");
        }
        QCoreApplication::installTranslator(translator);
    }
}

} // namespace tuban
