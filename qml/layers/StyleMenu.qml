pragma ComponentBehavior: Bound

import QtQuick
import QtQml.Models
import Tuban
import Tuban.App

/// What the colours of a layer say: one of the ways its catalogue knows, or one of its columns.
Menu {
    id: root

    required property list<choice> styles
    required property list<choice> columns
    required property list<choice> methods
    required property string style ///< name, with its method: "far:quantile"
    readonly property string styleName: style.split(":")[0]
    signal chosen(string style)

    title: qsTr("Colour by")
    implicitWidth: 240

    Instantiator {
        model: root.styles
        delegate: StyleItem {}
        onObjectAdded: (index, item) => root.insertItem(index, item)
        onObjectRemoved: (index, item) => root.removeItem(item)
    }
    Menu {
        id: byColumn
        title: qsTr("A column")
        enabled: root.columns.length > 0
        implicitWidth: 240

        Instantiator {
            model: root.columns
            delegate: StyleItem {}
            onObjectAdded: (index, item) => byColumn.insertItem(index, item)
            onObjectRemoved: (index, item) => byColumn.removeItem(item)
        }
    }
    Menu {
        id: classes
        title: qsTr("Classes")
        enabled: root.methods.length > 0
        implicitWidth: 240

        Instantiator {
            model: root.methods
            delegate: MenuItem {
                required property choice modelData

                text: modelData.label
                checked: root.style.endsWith(":" + modelData.code)
                onTriggered: root.chosen(root.styleName + ":" + modelData.code)
            }
            onObjectAdded: (index, item) => classes.insertItem(index, item)
            onObjectRemoved: (index, item) => classes.removeItem(item)
        }
    }

    component StyleItem: MenuItem {
        required property choice modelData

        text: modelData.label
        checked: root.styleName === modelData.code
        onTriggered: root.chosen(modelData.code)
    }
}
