import QtQuick
import QtLocation
import Tuban

/// Two fingers: the ground stays under them while they spread, move and turn. A turn counts only once it is meant.
PinchHandler {
    id: root

    required property Map map
    required property Camera camera
    readonly property real meantTurn: 10 ///< degrees
    property real zoomBefore
    property real bearingBefore
    property real turnBefore: 0 ///< where turning began to count
    property bool turning: false
    property var held

    function follow() {
        if (!active || !held)
            return;
        if (!turning && Math.abs(activeRotation) > meantTurn) {
            turning = true;
            turnBefore = activeRotation;
        }
        camera.hold(held, centroid.position, zoomBefore + Math.log2(activeScale),
                    bearingBefore - (turning ? activeRotation - turnBefore : 0));
    }

    target: null
    minimumPointCount: 2
    onActiveChanged: {
        if (active) {
            camera.halt();
            zoomBefore = map.zoomLevel;
            bearingBefore = map.bearing;
            turning = false;
            held = map.toCoordinate(centroid.position, false);
        }
    }
    onActiveScaleChanged: follow()
    onActiveRotationChanged: follow()
    onCentroidChanged: follow()
}
