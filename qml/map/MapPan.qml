import QtQuick
import QtLocation
import Tuban

/// Holds the place under the pointer while it is dragged, and lets the map roll out after.
DragHandler {
    id: root

    required property Map map
    required property Camera camera
    property var held

    target: null
    onActiveChanged: {
        if (active) {
            camera.halt();
            held = map.toCoordinate(centroid.pressPosition, false);
        } else {
            camera.throwBy(Qt.vector2d(centroid.velocity.x, centroid.velocity.y));
        }
    }
    onCentroidChanged: if (active && held) map.alignCoordinateToPoint(held, centroid.position)
}
