import QtQuick
import QtLocation
import QtPositioning
import Tuban

/// The line being measured, its points and its figure.
MapItemGroup {
    id: root

    required property Map map
    required property Workspace workspace
    readonly property var corners: workspace.measure.points.map(p => QtPositioning.coordinate(p.lat, p.lon))
    readonly property bool area: workspace.measure.mode === "area"

    visible: workspace.measure.mode !== "none" && corners.length > 0

    MapPolygon {
        path: root.area && root.corners.length > 2 ? root.corners : []
        color: Theme.tinted(Theme.accent, 0.12)
        border.width: 0
        opacity: root.visible ? 1 : 0
    }
    MapPolyline {
        path: root.area && root.corners.length > 2 ? root.corners.concat([root.corners[0]]) : root.corners
        line.width: 2
        line.color: Theme.accent
        opacity: root.visible ? 1 : 0
    }
    MapItemView {
        model: root.visible ? root.corners : []
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
}
