import QtQuick
import QtLocation
import QtPositioning
import Tuban
import Tuban.App

/// The sheet of paper: camera, tiles of the plan, selection; turns clicks into wishes of the tool in use.
FocusScope {
    id: root

    required property Session session
    required property Workspace workspace
    readonly property real metersPerPixel: 156543.03392804097 * Math.cos(map.center.latitude * Math.PI / 180)
                                           / Math.pow(2, map.zoomLevel)
    readonly property alias map: map
    readonly property alias ready: tiles.ready
    readonly property alias tilesPending: tiles.tilesPending

    onMetersPerPixelChanged: workspace.metersPerPixel = metersPerPixel
    Component.onCompleted: workspace.metersPerPixel = metersPerPixel

    function showRectangle(rectangle: var) {
        if (rectangle && rectangle.isValid)
            camera.flyTo(rectangle);
    }
    function showPoint(coordinate: var) {
        camera.flyToCoordinate(coordinate);
    }
    /// \param denominator 5000 for 1:5000 on a screen of 96 dots an inch
    function zoomToScale(denominator: real) {
        camera.zoomAt(Qt.point(width / 2, height / 2), Math.log2(metersPerPixel / (denominator * 0.0254 / 96)));
    }
    function zoomBy(steps: real) {
        camera.zoomAt(Qt.point(width / 2, height / 2), steps);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    Map {
        id: map
        anchors.fill: parent
        plugin: Plugin {
            name: "itemsoverlay"
        }
        color: Theme.paper
        center: QtPositioning.coordinate(34.81, 113.55)
        zoomLevel: 12
        minimumZoomLevel: 3
        maximumZoomLevel: 23
        copyrightsVisible: false

        PlanLayerItem {
            id: tiles
            anchors.fill: parent
            map: map
            session: root.session
            layers: root.workspace.layers
            dark: Theme.dark
        }
        GraticuleItem {
            map: map
            session: root.session
            dark: Theme.dark
            visible: root.workspace.graticule
        }
        SelectionOverlay {
            anchors.fill: parent
            map: map
            session: root.session
            selection: root.workspace.selection
            dark: Theme.dark
        }
        SketchLayer {
            map: map
            workspace: root.workspace
        }
    }
    Camera {
        id: camera
        map: map
    }
    MapGestures {
        id: gestures
        anchors.fill: parent
        map: map
        camera: camera
        boxing: root.workspace.tool === "box"
        drawing: root.workspace.measure.mode !== "none"
        onPicked: (coordinate, modifiers) => actions.click(coordinate, modifiers)
        onPointed: coordinate => actions.point(coordinate)
        onFinished: actions.finish()
        onBoxed: (from, to, adding) => root.workspace.selection.selectBox(
                     Math.min(from.longitude, to.longitude), Math.min(from.latitude, to.latitude),
                     Math.max(from.longitude, to.longitude), Math.max(from.latitude, to.latitude), adding ? "add" : "set")
        onZoomBoxed: (from, to) => camera.flyTo(QtPositioning.rectangle(
                     QtPositioning.coordinate(Math.max(from.latitude, to.latitude), Math.min(from.longitude, to.longitude)),
                     QtPositioning.coordinate(Math.min(from.latitude, to.latitude), Math.max(from.longitude, to.longitude))))
    }
    MapActions {
        id: actions
        workspace: root.workspace
        radiusM: 6 * root.metersPerPixel
    }
    Rectangle {
        anchors.fill: parent
        visible: root.activeFocus && gestures.byKeys
        color: "transparent"
        border.width: Theme.focusWidth
        border.color: Theme.accent
    }
    ToolTip {
        shown: root.workspace.tool === "select" && root.workspace.selection.hoverTitle && gestures.hovered
        delay: 350
        text: root.workspace.selection.hoverTitle
        x: gestures.pointer.x + Theme.s3
        y: gestures.pointer.y + Theme.s4
    }
    Timer {
        id: firstLook // as soon as the map has a size
        interval: 16
        repeat: true
        running: root.session.open
        onTriggered: {
            if (map.width > 0) {
                camera.jumpTo(root.session.extent);
                stop();
            }
        }
    }

    Accessible.role: Accessible.Canvas
    Accessible.name: qsTr("Map of %1").arg(root.session.name)
    Keys.onPressed: event => event.accepted = camera.key(event.key, event.modifiers) || actions.key(event.key)
}
