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
    function showView(view: viewPlace) {
        camera.flyWith(view.center, view.zoomLevel, view.bearing, view.tilt);
    }
    function faceNorth() {
        camera.faceNorth();
    }
    /// \param denominator 5000 for 1:5000 on a screen of 96 dots an inch
    function zoomToScale(denominator: real) {
        camera.zoomAt(camera.middle, Math.log2(metersPerPixel / (denominator * 0.0254 / 96)));
    }
    function zoomBy(steps: real) {
        camera.zoomAt(camera.middle, steps);
    }
    /// The focus comes by the hand: no ring is needed to find it.
    function takeFocus() {
        byHand = true;
        forceActiveFocus(Qt.MouseFocusReason);
        byHand = false;
        byKeys = false;
    }

    function tellView() {
        workspace.views.moved(map.center, map.zoomLevel, map.bearing, map.tilt);
        heldPlace = map.center;
        heldAt = map.mapToItem(null, map.width / 2, map.height / 2);
        rest.restart();
    }

    /// A panel that opens or closes takes room from the map, but the ground stays where it is in the window.
    function keepInPlace() {
        if (heldPlace && map.width > 0)
            map.alignCoordinateToPoint(heldPlace, map.mapFromItem(null, heldAt));
    }

    property var heldPlace
    property point heldAt
    property bool byHand: false
    property bool byKeys: false ///< the focus came by Tab
    onActiveFocusChanged: {
        byKeys = activeFocus && !byHand;
        if (!activeFocus)
            gestures.spaceHeld = false;
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

        BaseMapItem {
            map: map
            baseMap: root.workspace.baseMap
            paper: Theme.paper

            Rectangle { // paper laid over the map makes it weaker, evenly
                anchors.fill: parent
                visible: root.workspace.baseMap.shown
                color: Theme.tinted(Theme.paper, 1 - root.workspace.baseMap.strength)
            }
        }
        PlanLayerItem {
            id: tiles
            transparent: root.workspace.baseMap.shown
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
            tiles: tiles
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
        dragMeans: root.workspace.tool === "box" ? "box" : root.workspace.tool === "zoom" ? "zoom" : "pan"
        drawing: root.workspace.measure.mode !== "none" || root.workspace.tool === "lasso"
        onPicked: (coordinate, at, modifiers) => actions.click(coordinate, at, modifiers)
        onListWanted: (coordinate, at) => hitMenu.openAt(at, root.workspace.selection.listAt(
                          coordinate.longitude, coordinate.latitude, actions.radiusM))
        onPointed: (coordinate, at) => actions.point(coordinate, at)
        onPointerLeft: if (!hitMenu.visible) root.workspace.selection.hoverNothing()
        onFinished: modifiers => actions.finish(modifiers)
        onBoxed: (from, to, modifiers) => actions.selectBox(
                     [from, Qt.point(to.x, from.y), to, Qt.point(from.x, to.y)].map(p => map.toCoordinate(p, false)),
                     to.x < from.x, modifiers)
        onZoomBoxed: (from, to) => camera.zoomToBox(from, to)
        onBackWanted: root.workspace.views.back()
        onForwardWanted: root.workspace.views.forward()
    }
    MapActions {
        id: actions
        workspace: root.workspace
        radiusM: 6 * root.metersPerPixel
        onSeveralFound: at => hitHint.show(at)
    }
    HitHint {
        id: hitHint
        selection: root.workspace.selection
    }
    HitMenu {
        id: hitMenu
        selection: root.workspace.selection
        onChosen: (layer, uid) => {
            root.workspace.selection.select(layer, [uid], "set");
            root.workspace.panel = "inspector";
        }
    }
    Rectangle {
        anchors.fill: parent
        visible: root.byKeys
        color: "transparent"
        border.width: Theme.focusWidth
        border.color: Theme.accent
    }
    ToolTip {
        shown: root.workspace.tool === "select" && root.workspace.selection.hoverTitle && gestures.hovered && !gestures.moving
        delay: 350
        text: root.workspace.selection.hoverTitle
        x: gestures.pointer.x + Theme.s3
        y: gestures.pointer.y + Theme.s4
    }
    Connections {
        target: map

        function onWidthChanged() { Qt.callLater(root.keepInPlace); }
        function onHeightChanged() { Qt.callLater(root.keepInPlace); }
        function onCenterChanged() { root.tellView(); }
        function onZoomLevelChanged() { root.tellView(); }
        function onBearingChanged() { root.tellView(); }
        function onTiltChanged() { root.tellView(); }
    }
    Timer {
        id: rest // what lies under a pointer that stood still has changed
        interval: 60
        onTriggered: gestures.tell()
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
    Keys.onPressed: event => {
        if (event.modifiers & (Qt.AltModifier | Qt.ControlModifier) && event.key !== Qt.Key_Plus && event.key !== Qt.Key_Return) {
            event.accepted = false;
        } else if (event.key === Qt.Key_Space) {
            gestures.spaceHeld = true;
        } else if (event.key === Qt.Key_Home) {
            root.showRectangle(root.session.extent);
        } else {
            event.accepted = camera.key(event.key) || actions.key(event.key, event.modifiers);
        }
    }
    Keys.onReleased: event => {
        if (event.key === Qt.Key_Space && !event.isAutoRepeat)
            gestures.spaceHeld = false;
    }
}
