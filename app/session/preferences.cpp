#include "app/session/preferences.h"

#include "app/session/app_settings.h"
#include "app/session/language.h"

#include <QGuiApplication>
#include <QQmlEngine>
#include <QStyleHints>

namespace tuban {

Preferences::Preferences(QObject* parent) : QObject(parent) {
    if (auto* hints = QGuiApplication::styleHints()) {
        connect(hints, &QStyleHints::colorSchemeChanged, this, &Preferences::themeChanged);
    }
}

Preferences* Preferences::create(QQmlEngine* engine, QJSEngine* /*scriptEngine*/) {
    auto* preferences = new Preferences(engine);
    preferences->m_engine = engine;
    return preferences;
}

QString Preferences::language() const {
    return value(QStringLiteral("language"), QStringLiteral("system")).toString();
}

void Preferences::setLanguage(const QString& language) {
    if (language == this->language()) {
        return;
    }
    setValue(QStringLiteral("language"), language);
    applyLanguage(effectiveLanguage());
    if (m_engine) {
        m_engine->retranslate();
    }
    Q_EMIT languageChanged();
}

QString Preferences::effectiveLanguage() const {
    return chosenLanguage();
}

QString Preferences::theme() const {
    return value(QStringLiteral("theme"), QStringLiteral("system")).toString();
}

void Preferences::setTheme(const QString& theme) {
    if (theme != this->theme()) {
        setValue(QStringLiteral("theme"), theme);
        Q_EMIT themeChanged();
    }
}

bool Preferences::dark() const {
    const auto chosen = theme();
    if (chosen != QStringLiteral("system")) {
        return chosen == QStringLiteral("dark");
    }
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
}

QString Preferences::userName() const {
    return value(QStringLiteral("user/name")).toString();
}

void Preferences::setUserName(const QString& name) {
    setValue(QStringLiteral("user/name"), name.trimmed());
    Q_EMIT identityChanged();
}

QString Preferences::userUnit() const {
    return value(QStringLiteral("user/unit")).toString();
}

void Preferences::setUserUnit(const QString& unit) {
    setValue(QStringLiteral("user/unit"), unit.trimmed());
    Q_EMIT identityChanged();
}

bool Preferences::identityKnown() const {
    return !userName().isEmpty();
}

QVariant Preferences::value(const QString& key, const QVariant& fallback) const {
    return appSettings().value(key, fallback);
}

void Preferences::setValue(const QString& key, const QVariant& value) {
    appSettings().setValue(key, value);
}

} // namespace tuban
