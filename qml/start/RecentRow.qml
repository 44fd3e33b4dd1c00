import QtQuick
import Tuban

/// A plan that was open lately.
ListRow {
    required property string path
    required property string name
    required property string when

    implicitHeight: 32
    iconName: "map"
    text: name
    detail: when + Theme.dot + path
}
