import QtQuick
import Tuban

/// A hair line between parts.
Rectangle {
    implicitWidth: 100
    implicitHeight: 1
    color: Theme.line
    Accessible.ignored: true
}
