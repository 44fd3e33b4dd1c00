import QtQuick
import QtPositioning
import Tuban
import Tuban.App

/// The map and what floats above it: tools, hint, north, scale, zoom, stamp, messages and jobs.
Item {
    id: root

    required property Session session
    required property Workspace workspace
    required property Commands commands
    default property alias floating: above.data

    clip: true

    function focusMap() {
        view.takeFocus();
    }

    MapView {
        id: view
        objectName: "mapView"
        anchors.fill: parent
        session: root.session
        workspace: root.workspace
        focus: true
    }
    Item {
        id: above
        anchors.fill: parent
        anchors.margins: Theme.s3
    }
    MapToolBar {
        id: tools
        x: Theme.s3
        y: Theme.s3
        commands: root.commands
    }
    ToolHint {
        anchors.left: tools.right
        anchors.leftMargin: Theme.s2
        y: Theme.s3
        maximumWidth: root.width - x - 72
        workspace: root.workspace
    }
    NorthArrow {
        id: north
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        y: Theme.s3
        map: view.map
        commands: root.commands
    }
    BaseMapButton {
        anchors.right: north.right
        anchors.rightMargin: -2
        anchors.top: north.bottom
        anchors.topMargin: Theme.s2
        baseMap: root.workspace.baseMap
        commands: root.commands
    }
    ScaleBar {
        x: Theme.s3
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s3
        readout: root.workspace.readout
        map: view.map
    }
    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s3
        spacing: Theme.s1

        StampBadge {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.workspace.baseMap.shown && root.workspace.baseMap.gcj02 ? qsTr("Base map GCJ-02, aligned for display only") : ""
        }
        StampBadge {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.session.stamp
        }
    }
    BaseMapCredit {
        anchors.right: zoom.left
        anchors.rightMargin: Theme.s2
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s3
        maximumWidth: root.width / 3
        baseMap: root.workspace.baseMap
    }
    ZoomButtons {
        id: zoom
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s3
        commands: root.commands
    }
    Connections {
        target: root.workspace

        function onFlyTo(rectangle) {
            view.showRectangle(rectangle);
        }
        function onFlyToPoint(lon, lat) {
            view.showPoint(QtPositioning.coordinate(lat, lon));
        }
        function onZoomBy(steps) {
            view.zoomBy(steps);
        }
        function onZoomToScale(denominator) {
            view.zoomToScale(denominator);
        }
        function onNorthWanted() {
            view.faceNorth();
        }
    }
    Connections {
        target: root.workspace.views

        function onWanted(place) {
            view.showView(place);
        }
    }
    Connections {
        target: root.session

        function onOpened() {
            view.showRectangle(root.session.extent);
            root.focusMap();
        }
    }
}
