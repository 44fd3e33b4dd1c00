pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Tuban
import Tuban.App

/// The heads of the columns: a click sorts, the edge widens.
Rectangle {
    id: root

    required property list<real> widths
    required property TableView view
    required property AttributeTable table
    signal sized(int column, real width)

    height: Theme.row
    clip: true
    color: Theme.canvas

    Row {
        x: -root.view.contentX

        Repeater {
            model: root.table.columns

            T.AbstractButton {
                id: head
                required property int index
                required property var modelData
                readonly property bool sorted: root.table.sortColumn === modelData.name
                readonly property bool figures: modelData.type === "integer" || modelData.type === "real"

                width: root.widths[index] ?? 120
                height: Theme.row
                focusPolicy: Qt.TabFocus
                text: modelData.title
                Accessible.role: Accessible.ColumnHeader
                Accessible.name: text
                onClicked: root.table.sortBy(modelData.name)

                contentItem: Item {
                    Row {
                        anchors.verticalCenter: parent.verticalCenter
                        x: head.figures ? parent.width - width - Theme.s2 : Theme.s2
                        spacing: 3

                        Label {
                            text: head.text
                            strong: head.sorted
                            width: Math.min(implicitWidth, head.width - 2 * Theme.s2 - (head.sorted ? 19 : 0)
                                            - (unit.visible ? unit.width + 3 : 0))
                            elide: Text.ElideRight
                            Accessible.ignored: true
                        }
                        Label {
                            id: unit
                            visible: head.modelData.unit
                            text: head.modelData.unit
                            quiet: true
                        }
                        Icon {
                            visible: head.sorted
                            icon: root.table.sortDescending ? "sort-down" : "sort-up"
                            sourceSize: Qt.size(16, 16)
                            color: Theme.accent
                        }
                    }
                }
                background: Rectangle {
                    color: head.hovered ? Theme.hover : "transparent"

                    Rectangle {
                        anchors.right: parent.right
                        width: 1
                        height: parent.height
                        color: Theme.line
                    }
                    FocusRing {
                        shown: head.visualFocus
                        around: 0
                        anchors.margins: 0
                    }
                }

                MouseArea {
                    anchors.right: parent.right
                    width: 7
                    height: parent.height
                    cursorShape: Qt.SplitHCursor
                    onPositionChanged: mouse => root.sized(head.index, Math.max(48, head.width + mouse.x - width / 2))
                }
            }
        }
    }
    HLine {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
