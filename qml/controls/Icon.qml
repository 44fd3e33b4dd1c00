import QtQuick
import QtQuick.Controls.impl
import Tuban

/// One drawing of data/icons in a colour of the theme.
IconImage {
    property string icon

    source: icon ? "qrc:/icons/" + icon + ".svg" : ""
    sourceSize: Qt.size(Theme.iconSize, Theme.iconSize)
    color: enabled ? Theme.ink : Theme.disabled
    Accessible.ignored: true
}
