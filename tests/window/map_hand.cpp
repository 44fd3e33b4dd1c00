#include "tests/window/map_hand.h"

namespace tuban {

QGeoCoordinate MapHand::placeAt(QPointF point) const {
    QGeoCoordinate place;
    QMetaObject::invokeMethod(map(),
                              "toCoordinate",
                              Q_RETURN_ARG(QGeoCoordinate, place),
                              Q_ARG(QPointF, point),
                              Q_ARG(bool, false));
    return place;
}

void MapHand::click(QPointF point, Qt::KeyboardModifiers modifiers) const {
    QTest::mouseClick(m_driver.window(), Qt::LeftButton, modifiers, inWindow(point));
}

void MapHand::doubleClick(QPointF point, Qt::KeyboardModifiers modifiers) const {
    QTest::mouseDClick(m_driver.window(), Qt::LeftButton, modifiers, inWindow(point));
}

void MapHand::drag(QPointF from, QPointF to, Qt::KeyboardModifiers modifiers, Qt::MouseButton button) const {
    constexpr int steps = 6;
    QTest::mousePress(m_driver.window(), button, modifiers, inWindow(from));
    for (int step = 1; step <= steps; ++step) {
        QTest::mouseEvent(QTest::MouseMove,
                          m_driver.window(),
                          button,
                          modifiers,
                          inWindow(from + (to - from) * step / steps));
    }
    QTest::mouseRelease(m_driver.window(), button, modifiers, inWindow(to));
}

} // namespace tuban
