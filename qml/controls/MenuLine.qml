import QtQuick
import QtQuick.Templates as T
import Tuban

/// A line between groups of commands.
T.MenuSeparator {
    implicitWidth: 200
    implicitHeight: Theme.s2 + 1
    verticalPadding: Theme.s1
    contentItem: Rectangle {
        implicitHeight: 1
        color: Theme.line
    }
}
