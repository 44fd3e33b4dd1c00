import QtQuick
import Tuban

/// A number with its unit in quiet ink.
Row {
    id: root

    property string figure
    property string unit
    property bool small: false

    spacing: 3

    Label {
        text: root.figure
        quiet: root.small
        font.pixelSize: root.small ? Theme.small : Theme.base
        font.features: ({"tnum": 1})
    }
    Label {
        visible: root.unit
        text: root.unit
        quiet: true
        font.pixelSize: root.small ? Theme.small : Theme.base
    }
}
