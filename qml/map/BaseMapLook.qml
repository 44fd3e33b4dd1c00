import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// How the base map is shown: strength, grey, alignment, and whom it is owed to.
ColumnLayout {
    id: root

    required property BaseMap baseMap

    spacing: Theme.s1

    RowLayout {
        spacing: Theme.s2

        Label {
            Layout.preferredWidth: 88
            text: qsTr("Strength")
        }
        Slider {
            Layout.fillWidth: true
            from: 0.1
            value: root.baseMap.strength
            Accessible.name: qsTr("Strength")
            onMoved: root.baseMap.strength = value
        }
    }
    CheckBox {
        text: qsTr("In grey, so that the plan stands out")
        checked: root.baseMap.quiet
        onToggled: root.baseMap.quiet = checked
    }
    CheckBox {
        text: qsTr("The source is in GCJ-02: align it for display")
        checked: root.baseMap.gcj02
        onToggled: root.baseMap.gcj02 = checked
    }
    RowLayout {
        spacing: Theme.s2

        Label {
            Layout.preferredWidth: 88
            text: qsTr("Attribution")
        }
        TextField {
            Layout.fillWidth: true
            text: root.baseMap.ownAttribution
            placeholderText: root.baseMap.attribution || qsTr("© whom the map is owed to")
            onEditingFinished: root.baseMap.ownAttribution = text
        }
    }
}
