#pragma once

#include "app/session/preferences.h"
#include "app/session/session.h"

#include <QGeoCoordinate>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>

namespace tuban {

/// The program's window, for a test that acts as a person does: by places, names, mouse and keys. GUI thread.
class WindowDriver {
public:
    WindowDriver();

    [[nodiscard]] bool isShown() const { return m_window != nullptr; }
    [[nodiscard]] QQuickWindow* window() const { return m_window; }
    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] Preferences* preferences();

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
    [[nodiscard]] QObject* map() const;

    Session m_session;
    QQmlApplicationEngine m_engine;
    QQuickWindow* m_window = nullptr;
};

} // namespace tuban
