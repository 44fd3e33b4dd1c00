#pragma once

#include "tests/window/window_driver.h"

#include <QTest>

namespace tuban {

/// A hand on the map of the window: points are pixels of the map, places are degrees. GUI thread.
class MapHand {
public:
    explicit MapHand(WindowDriver& driver) : m_driver(driver) {}

    [[nodiscard]] QQuickItem* map() const { return m_driver.map(); }
    [[nodiscard]] double zoom() const { return map()->property("zoomLevel").toDouble(); }
    [[nodiscard]] double bearing() const { return map()->property("bearing").toDouble(); }
    [[nodiscard]] QGeoCoordinate centre() const { return map()->property("center").value<QGeoCoordinate>(); }
    [[nodiscard]] QPointF middle() const { return {map()->width() / 2, map()->height() / 2}; }
    [[nodiscard]] QGeoCoordinate placeAt(QPointF point) const;
    [[nodiscard]] QPointF pointOf(const QGeoCoordinate& place) const { return m_driver.pointOf(place); }
    [[nodiscard]] QPoint inWindow(QPointF point) const { return map()->mapToScene(point).toPoint(); }

    /// A click; QTest takes care that no earlier one turns it into a double click.
    void click(QPointF point, Qt::KeyboardModifiers modifiers = {}) const;
    void doubleClick(QPointF point, Qt::KeyboardModifiers modifiers = {}) const;
    void move(QPointF point) const { QTest::mouseMove(m_driver.window(), inWindow(point)); }
    void drag(QPointF from,
              QPointF to,
              Qt::KeyboardModifiers modifiers = {},
              Qt::MouseButton button = Qt::LeftButton) const;
    void wheel(QPointF point, int eighths) const {
        QTest::wheelEvent(m_driver.window(), map()->mapToScene(point), {0, eighths});
    }

private:
    WindowDriver& m_driver;
};

} // namespace tuban
