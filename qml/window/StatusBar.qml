import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tuban
import Tuban.App

/// The bottom of the window: where the pointer is, in what coordinates, at what scale, and what is selected.
Rectangle {
    id: root

    required property Session session
    required property Workspace workspace
    readonly property MapReadout readout: workspace.readout

    implicitHeight: Theme.row
    color: Theme.surface

    HLine {
        width: parent.width
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.s3
        anchors.rightMargin: Theme.s3
        anchors.topMargin: 1
        spacing: Theme.s3

        T.AbstractButton {
            id: place
            implicitWidth: 240
            implicitHeight: 24
            focusPolicy: Qt.TabFocus
            text: root.readout.northText ? root.readout.northText + "   " + root.readout.eastText : "X(北) –   Y(东) –"
            Accessible.name: text
            onClicked: root.readout.withPrefix(!root.readout.zonePrefix)
            contentItem: Figure {
                text: place.text
            }
            background: Rectangle {
                radius: Theme.s1
                color: place.hovered ? Theme.hover : "transparent"

                FocusRing {
                    shown: place.visualFocus
                    around: Theme.s1
                    anchors.margins: 0
                }
            }

            ToolTip {
                y: -height - Theme.s1
                shown: place.hovered
                text: root.readout.zonePrefix ? qsTr("Click: without the zone number") : qsTr("Click: with the zone number")
            }
        }
        Figure {
            Layout.preferredWidth: 164
            visible: root.width > 1150
            text: root.readout.degreesText
            color: Theme.secondary
        }
        Label {
            Layout.maximumWidth: root.width > 1150 ? 320 : 200
            text: root.session.crsName
            quiet: true
            font.pixelSize: Theme.small
            elide: Text.ElideRight
        }
        ScaleField {
            visible: root.workspace.metersPerPixel > 0
            scaleText: visible ? root.readout.scaleText(root.workspace.metersPerPixel) : ""
            onWanted: denominator => root.workspace.zoomToScale(denominator)
        }
        Item {
            Layout.fillWidth: true
        }
        Label {
            visible: root.workspace.selection.count > 0
            text: root.workspace.selection.summary
            font.pixelSize: Theme.small
            font.features: ({"tnum": 1})
        }
    }
}
