pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tuban

/// The area by each method, in the units of the office.
Section {
    id: root

    required property var areas

    title: qsTr("Area")

    Repeater {
        model: root.areas

        RowLayout {
            id: row
            required property var modelData

            Layout.fillWidth: true
            Layout.minimumHeight: 44
            spacing: Theme.s2
            Accessible.role: Accessible.Row
            Accessible.name: [modelData.label, modelData.m2Text, modelData.muText, modelData.haText].join(" ")

            Label {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: Theme.s1
                text: row.modelData.label
                quiet: true
                elide: Text.ElideRight
            }
            Column {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: Theme.s1
                spacing: 1

                Quantity {
                    objectName: "area_" + row.modelData.method
                    anchors.right: parent.right
                    figure: row.modelData.m2Text
                }
                Row {
                    anchors.right: parent.right
                    spacing: Theme.s2

                    Quantity {
                        figure: row.modelData.muText
                        small: true
                    }
                    Quantity {
                        figure: row.modelData.haText
                        small: true
                    }
                    Quantity {
                        visible: figure
                        figure: row.modelData.differenceText
                        small: true
                    }
                }
            }
        }
    }
}
