import QtQuick
import QtLocation
import QtPositioning
import Tuban

/// The line being measured or the ring being drawn with its points, and the place of the mark being made.
MapItemGroup {
    id: root

    required property Map map
    required property Workspace workspace
    readonly property bool lasso: workspace.tool === "lasso"
    readonly property var corners: lasso ? workspace.lasso.points
                                         : workspace.measure.points.map(p => QtPositioning.coordinate(p.lat, p.lon))
    readonly property bool area: lasso || workspace.measure.mode === "area"
    readonly property bool drawing: (lasso || workspace.measure.mode !== "none") && corners.length > 0

    MapPolygon {
        path: root.area && root.corners.length > 2 ? root.corners : []
        color: Theme.tinted(Theme.accent, 0.12)
        border.width: 0
        opacity: root.drawing ? 1 : 0
    }
    MapPolyline {
        path: root.area && root.corners.length > 2 ? root.corners.concat([root.corners[0]]) : root.corners
        line.width: 2
        line.color: Theme.accent
        opacity: root.drawing ? 1 : 0
    }
    MapItemView {
        model: root.drawing ? root.corners : []
        delegate: MapQuickItem {
            required property var modelData

            coordinate: modelData
            anchorPoint: Qt.point(4, 4)
            sourceItem: Rectangle {
                width: 8
                height: 8
                radius: 4
                color: Theme.surface
                border.width: 2
                border.color: Theme.accent
            }
        }
    }
    MapQuickItem {
        visible: root.workspace.panel === "mark" && root.workspace.mark.active
        coordinate: QtPositioning.coordinate(root.workspace.mark.lat, root.workspace.mark.lon)
        anchorPoint: Qt.point(14, 27)
        sourceItem: Item {
            width: 28
            height: 28

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 2
                width: 20
                height: 20
                radius: 10
                color: Theme.surface
            }
            Icon {
                anchors.fill: parent
                icon: "pin"
                sourceSize: Qt.size(28, 28)
                color: Theme.accent
            }
        }
    }
}
