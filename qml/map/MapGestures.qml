import QtQuick
import QtLocation
import Tuban

/// Mouse and fingers on the map: drag pans, wheel zooms at the pointer, Shift-drag zooms to a box. What a click
/// means is not known here.
Item {
    id: root

    required property Map map
    required property Camera camera
    property bool boxing: false
    property bool drawing: false
    property bool byKeys: false
    readonly property alias hovered: hover.hovered
    readonly property point pointer: hover.point.position
    readonly property bool zoomBox: zoomDrag.active
    readonly property DragHandler boxDrag: zoomDrag.active ? zoomDrag : selectDrag.active ? selectDrag : null
    signal picked(var coordinate, int modifiers)
    signal pointed(var coordinate)
    signal finished
    signal boxed(var from, var to, bool adding)
    signal zoomBoxed(var from, var to)

    function place(point: point): var {
        return map.toCoordinate(point, false);
    }

    HoverHandler {
        id: hover
        cursorShape: pan.active ? Qt.ClosedHandCursor : root.boxing || root.drawing ? Qt.CrossCursor : Qt.ArrowCursor
        onPointChanged: if (hovered) root.pointed(root.place(point.position))
    }
    TapHandler {
        acceptedButtons: Qt.LeftButton
        gesturePolicy: TapHandler.DragThreshold
        onSingleTapped: eventPoint => {
            root.map.parent.forceActiveFocus(Qt.MouseFocusReason);
            root.picked(root.place(eventPoint.position), point.modifiers);
        }
        onDoubleTapped: eventPoint => root.drawing ? root.finished() : root.camera.zoomAt(eventPoint.position, 1)
        onPressedChanged: if (pressed) root.camera.halt()
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        enabled: root.drawing
        onTapped: root.finished()
    }
    MapPan {
        id: pan
        map: root.map
        camera: root.camera
        enabled: !root.boxing
        acceptedButtons: Qt.LeftButton
        acceptedModifiers: Qt.NoModifier
    }
    MapPan {
        map: root.map
        camera: root.camera
        acceptedButtons: Qt.MiddleButton
    }
    DragHandler {
        id: zoomDrag
        target: null
        acceptedModifiers: Qt.ShiftModifier
        enabled: !root.boxing
        onActiveChanged: if (!active) root.zoomBoxed(root.place(centroid.pressPosition), root.place(centroid.position))
    }
    DragHandler {
        id: selectDrag
        target: null
        enabled: root.boxing
        onActiveChanged: if (!active) root.boxed(root.place(centroid.pressPosition), root.place(centroid.position),
                                                 centroid.modifiers & Qt.ShiftModifier)
    }
    WheelHandler {
        target: null
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => root.camera.zoomAt(Qt.point(event.x, event.y),
                                             (event.modifiers & Qt.ControlModifier ? 0.1 : 0.5) * event.angleDelta.y / 120)
    }
    PinchHandler {
        id: pinch
        target: null
        property real zoomBefore: 0
        onActiveChanged: if (active) zoomBefore = root.map.zoomLevel
        onActiveScaleChanged: root.camera.setZoomAt(centroid.position, zoomBefore + Math.log2(activeScale))
    }
    Rectangle {
        readonly property DragHandler source: root.boxDrag

        visible: source
        x: source ? Math.min(source.centroid.pressPosition.x, source.centroid.position.x) : 0
        y: source ? Math.min(source.centroid.pressPosition.y, source.centroid.position.y) : 0
        width: source ? Math.abs(source.centroid.pressPosition.x - source.centroid.position.x) : 0
        height: source ? Math.abs(source.centroid.pressPosition.y - source.centroid.position.y) : 0
        color: Theme.tinted(Theme.accent, root.zoomBox ? 0.06 : 0.14)
        border.width: 1
        border.color: Theme.accent
    }
}
