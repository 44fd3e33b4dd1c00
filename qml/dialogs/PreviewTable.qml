pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Tuban

/// The first rows of a file as they are read now: wrong letters are seen here.
Rectangle {
    id: root

    required property var source ///< sourceInfo
    readonly property int cellWidth: Math.max(110, Math.min(180, Math.floor((width - 2) / Math.max(1, source.fields.length))))

    implicitHeight: (source.rows.length + 1) * 24 + 2 + (scroll.contentWidth > width - 2 ? 10 : 0)
    visible: source.fields.length > 0
    color: Theme.surface
    radius: Theme.s1
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("First rows")

    Rectangle {
        x: 1
        y: 1
        width: parent.width - 2
        height: 24
        radius: Theme.s1
        color: Theme.canvas
    }
    Flickable {
        id: scroll
        anchors.fill: parent
        anchors.margins: 1
        clip: true
        contentWidth: root.cellWidth * root.source.fields.length
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.horizontal: ScrollBar {}

        Column {
            Row {
                Repeater {
                    model: root.source.fields

                    Label {
                        required property string modelData

                        width: root.cellWidth
                        height: 24
                        leftPadding: Theme.s2
                        text: modelData
                        quiet: true
                        font.pixelSize: Theme.small
                        elide: Text.ElideRight
                    }
                }
            }
            Repeater {
                model: root.source.rows

                Row {
                    id: line
                    required property var modelData

                    Repeater {
                        model: line.modelData

                        Label {
                            required property string modelData

                            width: root.cellWidth
                            height: 24
                            leftPadding: Theme.s2
                            rightPadding: Theme.s1
                            text: modelData
                            font.pixelSize: Theme.small
                            elide: Text.ElideRight
                        }
                    }
                }
            }
        }
    }
}
