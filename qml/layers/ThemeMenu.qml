pragma ComponentBehavior: Bound

import QtQuick
import QtQml.Models
import Tuban
import Tuban.App

/// Themes to switch to; what is shown now may be kept as one.
Menu {
    id: root

    required property ThemeListModel themes
    signal saveWanted

    implicitWidth: 240

    Instantiator {
        model: root.themes
        delegate: MenuItem {
            required property int index
            required property string title
            required property bool current

            text: title
            checked: current
            keyText: index < 9 ? "Alt+" + (index + 1) : ""
            onTriggered: root.themes.apply(index)
        }
        onObjectAdded: (index, item) => root.insertItem(index, item)
        onObjectRemoved: (index, item) => root.removeItem(item)
    }
    MenuLine {}
    MenuItem {
        text: qsTr("Keep what is shown as a theme…")
        onTriggered: root.saveWanted()
    }
    Menu {
        id: removal
        title: qsTr("Delete a theme")
        enabled: removal.count > 0
        implicitWidth: 240

        Instantiator {
            model: root.themes
            delegate: QtObject {
                required property int index
                required property string title
                required property bool own
            }
            onObjectAdded: (index, object) => {
                if (object.own) // qmllint disable missing-property
                    removal.addItem(ownTheme.createObject(removal, {title: object.title, row: object.index}));
            }
            onObjectRemoved: (index, object) => {
                for (let i = removal.count - 1; i >= 0; --i)
                    if (removal.itemAt(i).text === object.title) // qmllint disable missing-property
                        removal.removeItem(removal.itemAt(i));
            }
        }
        Component {
            id: ownTheme

            MenuItem {
                required property string title
                required property int row

                text: title
                onTriggered: root.themes.remove(row)
            }
        }
    }
}
