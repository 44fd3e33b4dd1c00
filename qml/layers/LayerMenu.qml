import QtQuick
import Tuban
import Tuban.App

/// What can be done with a layer of the list.
Menu {
    id: root

    required property list<choice> styles
    required property list<choice> columns
    required property list<choice> methods
    required property string style
    required property int index
    signal styleWanted(string style)
    signal zoomWanted
    signal tableWanted
    signal moveWanted(int to)

    StyleMenu {
        styles: root.styles
        columns: root.columns
        methods: root.methods
        style: root.style
        onChosen: style => root.styleWanted(style)
    }
    MenuLine {}
    MenuItem {
        text: qsTr("Zoom to the layer")
        onTriggered: root.zoomWanted()
    }
    MenuItem {
        text: qsTr("Attribute table")
        onTriggered: root.tableWanted()
    }
    MenuItem {
        text: qsTr("Move up")
        onTriggered: root.moveWanted(root.index - 1)
    }
    MenuItem {
        text: qsTr("Move down")
        onTriggered: root.moveWanted(root.index + 1)
    }
}
