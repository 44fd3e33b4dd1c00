import QtQuick
import QtLocation
import Tuban

/// Mouse and fingers on the map: drag pans, wheel zooms at the pointer, Shift-drag zooms to a box, right drag turns.
/// What a click means is not known here.
Item {
    id: root

    required property Map map
    required property Camera camera
    property string dragMeans: "pan" ///< pan, box (select), zoom (to a box)
    property bool drawing: false     ///< clicks add points
    property bool spaceHeld: false   ///< drag pans whatever the tool
    readonly property alias hovered: hover.hovered
    readonly property bool moving: pan.active || turn.active || turnByKey.active || pinch.active
    readonly property point pointer: hover.point.position
    readonly property bool boxing: dragMeans !== "pan" && !spaceHeld
    signal picked(var coordinate, point at, int modifiers)
    signal listWanted(var coordinate, point at)
    signal pointed(var coordinate, point at)
    signal pointerLeft
    signal finished(int modifiers)
    signal boxed(point from, point to, int modifiers)
    signal zoomBoxed(point from, point to)
    signal backWanted
    signal forwardWanted

    function place(point: point): var {
        return map.toCoordinate(point, false);
    }
    function tell() {
        if (hover.hovered && !moving)
            pointed(place(hover.point.position), hover.point.position);
    }

    HoverHandler {
        id: hover
        cursorShape: pan.active || wheelPan.active || turn.active || turnByKey.active ? Qt.ClosedHandCursor
                     : root.spaceHeld ? Qt.OpenHandCursor : root.boxing || root.drawing ? Qt.CrossCursor : Qt.ArrowCursor
        onPointChanged: root.tell()
        onHoveredChanged: if (!hovered) root.pointerLeft()
    }
    TapHandler {
        acceptedButtons: Qt.LeftButton
        gesturePolicy: TapHandler.DragThreshold
        onSingleTapped: eventPoint => {
            root.map.parent.takeFocus();
            if (point.modifiers & Qt.AltModifier)
                root.listWanted(root.place(eventPoint.position), eventPoint.position);
            else
                root.picked(root.place(eventPoint.position), eventPoint.position, point.modifiers);
        }
        onDoubleTapped: eventPoint => {
            if (root.drawing)
                root.finished(point.modifiers);
            else
                root.camera.zoomAt(eventPoint.position, point.modifiers & (Qt.ShiftModifier | Qt.AltModifier) ? -1 : 1);
        }
        onLongPressed: if (!root.drawing) root.listWanted(root.place(point.position), point.position)
        onPressedChanged: if (pressed) root.camera.halt()
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        gesturePolicy: TapHandler.DragThreshold
        onSingleTapped: if (root.drawing) root.finished(point.modifiers)
        onDoubleTapped: eventPoint => { if (!root.drawing) root.camera.zoomAt(eventPoint.position, -1); }
    }
    TapHandler {
        acceptedButtons: Qt.BackButton | Qt.ForwardButton
        onTapped: (eventPoint, button) => button === Qt.BackButton ? root.backWanted() : root.forwardWanted()
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
        id: wheelPan
        map: root.map
        camera: root.camera
        acceptedDevices: PointerDevice.Mouse
        acceptedButtons: Qt.MiddleButton
    }
    MapTurn {
        id: turn
        map: root.map
        camera: root.camera
        acceptedDevices: PointerDevice.Mouse
        acceptedButtons: Qt.RightButton
    }
    MapTurn {
        id: turnByKey
        map: root.map
        camera: root.camera
        enabled: !root.boxing
        acceptedDevices: PointerDevice.Mouse
        acceptedButtons: Qt.LeftButton
        acceptedModifiers: Qt.ControlModifier
    }
    BoxDrag {
        id: zoomByKey
        enabled: !root.boxing
        acceptedModifiers: Qt.ShiftModifier
        onDrawn: (from, to) => root.zoomBoxed(from, to)
    }
    BoxDrag {
        id: zoomByTool
        enabled: root.boxing && root.dragMeans === "zoom"
        onDrawn: (from, to) => root.zoomBoxed(from, to)
    }
    BoxDrag {
        id: select
        enabled: root.boxing && root.dragMeans === "box"
        onDrawn: (from, to, modifiers) => root.boxed(from, to, modifiers)
    }
    WheelHandler {
        target: null
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => root.camera.zoomAt(Qt.point(event.x, event.y),
                                             (event.modifiers & Qt.ControlModifier ? 0.1 : 0.5) * event.angleDelta.y / 120)
    }
    MapPinch {
        id: pinch
        map: root.map
        camera: root.camera
    }
    RubberBand {
        drag: select.active ? select : zoomByTool.active ? zoomByTool : zoomByKey.active ? zoomByKey : null
        selecting: select.active
    }
}
