import QtQuick
import QtLocation
import Tuban

/// Turns the map while it is dragged sideways and tilts it while it is dragged up or down.
DragHandler {
    id: root

    required property Map map
    required property Camera camera
    property real bearingBefore
    property real tiltBefore

    target: null
    onActiveChanged: {
        if (active) {
            camera.halt();
            bearingBefore = map.bearing;
            tiltBefore = map.tilt;
        }
    }
    onActiveTranslationChanged: if (active) camera.turnTo(bearingBefore + 0.4 * activeTranslation.x,
                                                          tiltBefore - 0.3 * activeTranslation.y)
}
