#include "tests/window/window_driver.h"

#include "app/controllers/transfer_controller.h"
#include "app/window.h"

#include <QDir>
#include <QTest>

#include <tuple>

namespace tuban {
namespace {

QQuickItem* visibleIn(QQuickItem* item, const QString& objectName) {
    if (!item->isVisible()) {
        return nullptr;
    }
    if (item->objectName() == objectName) {
        return item;
    }
    const auto children = item->childItems();
    for (QQuickItem* child : children) {
        if (QQuickItem* found = visibleIn(child, objectName)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

WindowDriver::WindowDriver() {
    furnish(m_engine, m_session);
    preferences()->setValue(QStringLiteral("window/still"), true); // nothing flies while places are clicked
    m_engine.setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(&m_session)}});
    m_engine.loadFromModule("Tuban", "Main");
    if (!m_engine.rootObjects().isEmpty()) {
        m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
        // The test is not the program that imports and exports.
        part("workspace")
            ->property("transfer")
            .value<TransferController*>()
            ->setProgram(QStringLiteral(TUBAN_PROGRAM));
    }
}

Preferences* WindowDriver::preferences() {
    return m_engine.singletonInstance<Preferences*>("Tuban.App", "Preferences");
}

QObject* WindowDriver::part(const char* name) const {
    return m_window->property(name).value<QObject*>();
}

QQuickItem* WindowDriver::item(const QString& objectName) const {
    return visibleIn(m_window->contentItem(), objectName);
}

QString WindowDriver::textOf(const QString& objectName) const {
    const QQuickItem* found = item(objectName);
    return found ? found->property(found->property("figure").isValid() ? "figure" : "text").toString()
                 : QString();
}

QQuickItem* WindowDriver::map() const {
    return item(QStringLiteral("mapView"))->property("map").value<QQuickItem*>();
}

QPointF WindowDriver::pointOf(const QGeoCoordinate& place) const {
    QPointF point;
    QMetaObject::invokeMethod(map(),
                              "fromCoordinate",
                              Q_RETURN_ARG(QPointF, point),
                              Q_ARG(QGeoCoordinate, place),
                              Q_ARG(bool, false));
    return point;
}

bool WindowDriver::open(const QString& path) {
    m_session.openPlan(path);
    const auto isThere = [&] {
        return m_session.isOpen() && m_session.path() == path && !m_session.extent().isEmpty();
    };
    return QTest::qWaitFor(isThere, 20'000) &&
           QTest::qWaitFor([this] { return item(QStringLiteral("mapView"))->property("ready").toBool(); },
                           20'000);
}

void WindowDriver::size(int width, int height) {
    m_window->resize(width, height);
    std::ignore = QTest::qWaitFor([this, width] { return m_window->width() == width; }, 5'000);
}

void WindowDriver::click(QQuickItem* item) const {
    const QPointF middle = item->mapToScene({item->width() / 2, item->height() / 2});
    QTest::mouseClick(m_window, Qt::LeftButton, {}, middle.toPoint());
}

void WindowDriver::lookAt(const QGeoCoordinate& place, double zoomLevel) {
    map()->setProperty("center", QVariant::fromValue(place));
    map()->setProperty("zoomLevel", zoomLevel);
}

void WindowDriver::clickMap(const QGeoCoordinate& place) const {
    // QTest takes care that no earlier click turns it into a double click.
    QTest::mouseClick(m_window, Qt::LeftButton, {}, map()->mapToScene(pointOf(place)).toPoint());
}

void WindowDriver::key(Qt::Key key, Qt::KeyboardModifiers modifiers) const {
    QTest::keyClick(m_window, key, modifiers);
}

void WindowDriver::command(const char* name) const {
    QMetaObject::invokeMethod(part("commands")->property(name).value<QObject*>(), "trigger");
}

bool WindowDriver::shoot(const QString& name) {
    const QQuickItem* view = item(QStringLiteral("mapView"));
    if (view && !QTest::qWaitFor([view] { return view->property("ready").toBool(); }, 20'000)) {
        return false;
    }
    for (int frame = 0; frame < 3; ++frame) { // what the last change set off is laid out and drawn
        m_window->requestUpdate();
        QTest::qWait(40);
    }
    QDir().mkpath(QStringLiteral(TUBAN_SCREENSHOTS));
    return m_window->grabWindow().save(QStringLiteral(TUBAN_SCREENSHOTS "/") + name + QStringLiteral(".png"));
}

} // namespace tuban
