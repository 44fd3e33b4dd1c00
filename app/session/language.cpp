#include "app/session/language.h"

#include "app/session/app_settings.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLocale>
#include <QTranslator>

#include <memory>

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
    auto* application = QCoreApplication::instance();
    const auto name = QStringLiteral("tuban_translation");
    bool told = false; // putting a translator in or out tells everybody
    for (auto* old : application->findChildren<QTranslator*>(name)) {
        told = QCoreApplication::removeTranslator(old) || told;
        delete old;
    }
    // Ours and Qt's own, for its file dialogs and fields.
    for (const auto* file : {"qtbase", "qtdeclarative", "tuban"}) {
        auto translator = std::make_unique<QTranslator>();
        if (chinese && translator->load(QStringLiteral(":/i18n/%1_zh_CN.qm").arg(QLatin1String(file)))) {
            translator->setObjectName(name);
            translator->setParent(application);
            told = QCoreApplication::installTranslator(translator.release()) || told;
        }
    }
    if (!told) {
        QEvent changed(QEvent::LanguageChange);
        QCoreApplication::sendEvent(application, &changed);
    }
}

} // namespace tuban
