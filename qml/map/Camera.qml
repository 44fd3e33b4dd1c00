import QtQuick
import QtLocation
import QtPositioning
import Tuban

/// Moves the map: flies to a place, zooms around a point, rolls out after a throw. It rotates nothing.
Item {
    id: root

    required property Map map
    property real wantedZoom: map.zoomLevel
    property point anchorPoint
    property var anchorCoordinate
    property vector2d speed

    function zoomAt(point: point, steps: real) {
        roll.stop();
        anchorPoint = point;
        anchorCoordinate = map.toCoordinate(point, false);
        wantedZoom = Math.max(map.minimumZoomLevel, Math.min(map.maximumZoomLevel,
                              (zooming.running ? wantedZoom : map.zoomLevel) + steps));
        zooming.restart();
    }
    function setZoomAt(point: point, zoomLevel: real) {
        const held = map.toCoordinate(point, false);
        map.zoomLevel = Math.max(map.minimumZoomLevel, Math.min(map.maximumZoomLevel, zoomLevel));
        map.alignCoordinateToPoint(held, point);
    }
    function panBy(dx: real, dy: real) {
        const from = Qt.point(map.width / 2, map.height / 2);
        map.alignCoordinateToPoint(map.toCoordinate(from, false), Qt.point(from.x - dx, from.y - dy));
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
        flyWith(rectangle.center, Math.min(zoomFor(rectangle), 19));
    }
    function flyToCoordinate(coordinate: var) {
        flyWith(coordinate, Math.max(map.zoomLevel, 17));
    }
    function flyWith(coordinate: var, zoomLevel: real) {
        halt();
        flightCentre.to = coordinate;
        flightZoom.to = zoomLevel;
        flight.start();
    }
    /// Zoom at which a rectangle fills the map with a margin.
    function zoomFor(rectangle: var): real {
        const mercator = lat => Math.log(Math.tan(Math.PI / 4 + lat * Math.PI / 360)) / (2 * Math.PI);
        const wide = Math.max(rectangle.width / 360, 1e-7);
        const high = Math.max(mercator(rectangle.topLeft.latitude) - mercator(rectangle.bottomRight.latitude), 1e-7);
        return Math.log2(Math.min(Math.max(map.width - 120, 64) / (256 * wide), Math.max(map.height - 120, 64) / (256 * high)));
    }
    function key(key: int, modifiers: int): bool {
        const step = 0.2 * Math.min(map.width, map.height);
        const centre = Qt.point(map.width / 2, map.height / 2);
        switch (key) {
        case Qt.Key_Left: panBy(-step, 0); return true;
        case Qt.Key_Right: panBy(step, 0); return true;
        case Qt.Key_Up: panBy(0, -step); return true;
        case Qt.Key_Down: panBy(0, step); return true;
        case Qt.Key_PageUp:
        case Qt.Key_Plus:
        case Qt.Key_Equal: zoomAt(centre, 0.5); return true;
        case Qt.Key_PageDown:
        case Qt.Key_Minus: zoomAt(centre, -0.5); return true;
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
