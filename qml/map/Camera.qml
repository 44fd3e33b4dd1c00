import QtQuick
import QtLocation
import QtPositioning
import Tuban

/// Moves the map: flies to a place, zooms and turns around a point, rolls out after a throw.
Item {
    id: root

    required property Map map
    readonly property real maximumTilt: 55 ///< beyond it the far edge of the view holds a whole province
    property real wantedZoom: map.zoomLevel
    property point anchorPoint
    property var anchorCoordinate
    property vector2d speed
    readonly property point middle: Qt.point(map.width / 2, map.height / 2)

    function bounded(zoomLevel: real): real {
        return Math.max(map.minimumZoomLevel, Math.min(map.maximumZoomLevel, zoomLevel));
    }
    function zoomAt(point: point, steps: real) {
        const from = zooming.running ? wantedZoom : map.zoomLevel;
        halt();
        wantedZoom = bounded(from + steps);
        if (Theme.still) {
            setZoomAt(point, wantedZoom);
            return;
        }
        anchorPoint = point;
        anchorCoordinate = map.toCoordinate(point, false);
        zooming.restart();
    }
    function setZoomAt(point: point, zoomLevel: real) {
        const held = map.toCoordinate(point, false);
        map.zoomLevel = bounded(zoomLevel);
        map.alignCoordinateToPoint(held, point);
    }
    /// Lays a coordinate under a point of the screen at a zoom and a bearing: two fingers on the map.
    function hold(coordinate: var, point: point, zoomLevel: real, bearing: real) {
        map.zoomLevel = bounded(zoomLevel);
        map.bearing = (bearing % 360 + 360) % 360;
        map.alignCoordinateToPoint(coordinate, point);
    }
    function turnTo(bearing: real, tilt: real) {
        map.bearing = (bearing % 360 + 360) % 360;
        map.tilt = Math.max(0, Math.min(maximumTilt, tilt));
    }
    function panBy(dx: real, dy: real) {
        map.alignCoordinateToPoint(map.toCoordinate(middle, false), Qt.point(middle.x - dx, middle.y - dy));
    }
    function throwBy(velocity: vector2d) {
        speed = velocity;
        if (!Theme.still && velocity.length() > 120)
            roll.restart();
    }
    function halt() {
        roll.stop();
        zooming.stop();
        flight.stop();
    }
    function jumpTo(rectangle: var) {
        halt();
        if (rectangle && rectangle.isValid) {
            map.center = rectangle.center;
            map.zoomLevel = zoomFor(rectangle);
        }
    }
    function flyTo(rectangle: var) {
        flyWith(rectangle.center, Math.min(zoomFor(rectangle), 19), map.bearing, map.tilt);
    }
    function flyToCoordinate(coordinate: var) {
        flyWith(coordinate, Math.max(map.zoomLevel, 17), map.bearing, map.tilt);
    }
    /// Zooms to a box drawn on the screen, as the map is turned.
    function zoomToBox(from: point, to: point) {
        const wide = Math.abs(to.x - from.x), high = Math.abs(to.y - from.y);
        if (Math.max(wide, high) > 4)
            flyWith(map.toCoordinate(Qt.point((from.x + to.x) / 2, (from.y + to.y) / 2), false),
                    map.zoomLevel + Math.log2(Math.min(map.width / Math.max(wide, 8), map.height / Math.max(high, 8))),
                    map.bearing, map.tilt);
    }
    /// North up, seen from above.
    function faceNorth() {
        flyWith(map.center, map.zoomLevel, 0, 0);
    }
    function flyWith(coordinate: var, zoomLevel: real, bearing: real, tilt: real) {
        halt();
        if (Theme.still) {
            map.center = coordinate;
            map.zoomLevel = bounded(zoomLevel);
            turnTo(bearing, tilt);
            return;
        }
        flightCentre.to = coordinate;
        flightZoom.to = bounded(zoomLevel);
        flightBearing.to = bearing;
        flightTilt.to = tilt;
        flight.start();
    }
    /// Zoom at which a rectangle fills the map, as it is turned, with a margin.
    function zoomFor(rectangle: var): real {
        const mercator = lat => Math.log(Math.tan(Math.PI / 4 + lat * Math.PI / 360)) / (2 * Math.PI);
        const wide = Math.max(rectangle.width / 360, 1e-7);
        const high = Math.max(mercator(rectangle.topLeft.latitude) - mercator(rectangle.bottomRight.latitude), 1e-7);
        const cos = Math.abs(Math.cos(map.bearing * Math.PI / 180)), sin = Math.abs(Math.sin(map.bearing * Math.PI / 180));
        return Math.log2(Math.min(Math.max(map.width - 120, 64) / (256 * (wide * cos + high * sin)),
                                  Math.max(map.height - 120, 64) / (256 * (wide * sin + high * cos))));
    }
    function key(key: int): bool {
        const step = 0.2 * Math.min(map.width, map.height);
        switch (key) {
        case Qt.Key_Left: panBy(-step, 0); return true;
        case Qt.Key_Right: panBy(step, 0); return true;
        case Qt.Key_Up: panBy(0, -step); return true;
        case Qt.Key_Down: panBy(0, step); return true;
        case Qt.Key_PageUp:
        case Qt.Key_Plus:
        case Qt.Key_Equal: zoomAt(middle, 0.5); return true;
        case Qt.Key_PageDown:
        case Qt.Key_Minus: zoomAt(middle, -0.5); return true;
        }
        return false;
    }

    NumberAnimation {
        id: zooming
        target: root.map
        property: "zoomLevel"
        to: root.wantedZoom
        duration: Theme.quick
        easing.type: Easing.OutQuad
    }
    Connections {
        target: root.map

        function onZoomLevelChanged() {
            if (zooming.running)
                root.map.alignCoordinateToPoint(root.anchorCoordinate, root.anchorPoint);
        }
    }
    ParallelAnimation {
        id: flight

        CoordinateAnimation {
            id: flightCentre
            target: root.map
            property: "center"
            duration: Theme.calm
            easing.type: Easing.OutQuad
        }
        NumberAnimation {
            id: flightZoom
            target: root.map
            property: "zoomLevel"
            duration: Theme.calm
            easing.type: Easing.OutQuad
        }
        RotationAnimation {
            id: flightBearing
            target: root.map
            property: "bearing"
            direction: RotationAnimation.Shortest
            duration: Theme.calm
            easing.type: Easing.OutQuad
        }
        NumberAnimation {
            id: flightTilt
            target: root.map
            property: "tilt"
            duration: Theme.calm
            easing.type: Easing.OutQuad
        }
    }
    FrameAnimation {
        id: roll
        onTriggered: {
            root.panBy(-root.speed.x * frameTime, -root.speed.y * frameTime);
            root.speed = root.speed.times(Math.exp(-frameTime / 0.16));
            if (root.speed.length() < 12)
                stop();
        }
    }
}
