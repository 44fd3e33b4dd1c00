#include "app/map/map_camera.h"

#include "geo/crs/transform.h"

#include <QGeoCoordinate>

namespace tuban {

namespace {

QMetaMethod methodOf(const QObject& object, const char* signature) {
    return object.metaObject()->method(
        object.metaObject()->indexOfMethod(QMetaObject::normalizedSignature(signature)));
}

} // namespace

CameraState cameraOf(const QQuickItem& map) {
    const auto centre = map.property("center").value<QGeoCoordinate>();
    return {.centre = worldFromGeo({centre.longitude(), centre.latitude()}),
            .zoom = map.property("zoomLevel").toDouble(),
            .bearing = map.property("bearing").toDouble(),
            .tilt = map.property("tilt").toDouble(),
            .fieldOfView = map.property("fieldOfView").toDouble(),
            .width = map.width(),
            .height = map.height()};
}

void followMap(QQuickItem* item, QQuickItem* before, QQuickItem* map, const char* slot) {
    if (before != nullptr) {
        QObject::disconnect(before, nullptr, item, nullptr);
    }
    if (map == nullptr) {
        return;
    }
    const QMetaMethod target = methodOf(*item, slot);
    for (const char* property :
         {"center", "zoomLevel", "bearing", "tilt", "fieldOfView", "visibleArea", "width", "height"}) {
        const int index = map->metaObject()->indexOfProperty(property);
        if (index >= 0 && map->metaObject()->property(index).hasNotifySignal()) {
            QObject::connect(map, map->metaObject()->property(index).notifySignal(), item, target);
        }
    }
    const auto grow = [item, map] { item->setSize(map->size()); };
    QObject::connect(map, &QQuickItem::widthChanged, item, grow);
    QObject::connect(map, &QQuickItem::heightChanged, item, grow);
    grow();
}

} // namespace tuban
