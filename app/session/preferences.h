#pragma once

#include <QObject>
#include <QPointer>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

class QQmlEngine;
class QJSEngine;

namespace tuban {

/// What the user chose once: language, theme, who they are, sizes of windows and panels. GUI thread.
class Preferences : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    /// "system", "zh" or "en"
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QString effectiveLanguage READ effectiveLanguage NOTIFY languageChanged)
    /// "system", "light" or "dark"
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged)
    Q_PROPERTY(bool dark READ dark NOTIFY themeChanged)
    Q_PROPERTY(QString userName READ userName WRITE setUserName NOTIFY identityChanged)
    Q_PROPERTY(QString userUnit READ userUnit WRITE setUserUnit NOTIFY identityChanged)
    Q_PROPERTY(bool identityKnown READ identityKnown NOTIFY identityChanged)

public:
    /// No default: with one, QML would make it itself and never call create().
    explicit Preferences(QObject* parent);
    static Preferences* create(QQmlEngine* engine, QJSEngine* scriptEngine);

    [[nodiscard]] QString language() const;
    void setLanguage(const QString& language);
    [[nodiscard]] QString effectiveLanguage() const;
    [[nodiscard]] QString theme() const;
    void setTheme(const QString& theme);
    [[nodiscard]] bool dark() const;
    [[nodiscard]] QString userName() const;
    void setUserName(const QString& name);
    [[nodiscard]] QString userUnit() const;
    void setUserUnit(const QString& unit);
    [[nodiscard]] bool identityKnown() const;

    Q_INVOKABLE QVariant value(const QString& key, const QVariant& fallback = {}) const;
    Q_INVOKABLE void setValue(const QString& key, const QVariant& value);

Q_SIGNALS:
    void languageChanged();
    void themeChanged();
    void identityChanged();

private:
    QPointer<QQmlEngine> m_engine;
};

} // namespace tuban
