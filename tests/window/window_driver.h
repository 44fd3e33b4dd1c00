#pragma once

#include "app/session/language.h"
#include "app/session/preferences.h"
#include "app/session/session.h"

#include <QGeoCoordinate>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

namespace tuban {

/// The program's window, for a test that acts as a person does: by places, names, mouse and keys. GUI thread.
class WindowDriver {
public:
    WindowDriver();

    [[nodiscard]] bool isShown() const { return m_window != nullptr; }
    [[nodiscard]] QQuickWindow* window() const { return m_window; }
    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] Preferences* preferences();

    [[nodiscard]] QQuickItem* map() const;
    /// Where a place is on the map, pixels of the map.
    [[nodiscard]] QPointF pointOf(const QGeoCoordinate& place) const;

    /// An object of the window by the name of an alias of Main: "workspace", "commands", "dialogs".
    [[nodiscard]] QObject* part(const char* name) const;
    /// A visible item by its objectName; null where there is none.
    [[nodiscard]] QQuickItem* item(const QString& objectName) const;
    [[nodiscard]] QString textOf(const QString& objectName) const;

    /// Opens a plan and waits until it is drawn.
    bool open(const QString& path);
    void size(int width, int height);

    void click(QQuickItem* item) const;
    /// Brings a place to the middle of the map, close by.
    void lookAt(const QGeoCoordinate& place, double zoomLevel);
    void clickMap(const QGeoCoordinate& place) const;
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    void command(const char* name) const;

    /// Waits until the tiles are there and nothing moves, then saves what the window shows.
    bool shoot(const QString& name);

private:
    Session m_session;
    QQmlApplicationEngine m_engine;
    QQuickWindow* m_window = nullptr;
};

/// The main() of a program that tests the window: as the program starts, with settings of its own, so that
/// nothing of the person who runs the test is read or changed.
template <class Test>
int testWindow(int count, char** arguments) {
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    const QTemporaryDir settings;
    for (const char* folder : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"}) {
        qputenv(folder, settings.path().toUtf8());
    }
    QGuiApplication application(count, arguments);
    applyLanguage(chosenLanguage());
    Test test;
    return QTest::qExec(&test, count, arguments);
}

} // namespace tuban
