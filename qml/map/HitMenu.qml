pragma ComponentBehavior: Bound

import QtQuick
import QtQml.Models
import Tuban
import Tuban.App

/// What lies at a place, topmost first, to choose from.
Menu {
    id: root

    required property Selection selection
    property list<featureItem> items
    signal chosen(string layer, string uid)

    function openAt(at: point, found: list<featureItem>) {
        items = found;
        if (found.length > 0)
            popup(at);
    }

    objectName: "hitMenu"

    Instantiator {
        model: root.items
        delegate: MenuItem {
            required property featureItem modelData

            text: modelData.title ? "%1 %2 %3".arg(modelData.layerTitle).arg(Theme.dot).arg(modelData.title)
                                  : modelData.layerTitle
            onHoveredChanged: if (hovered) root.selection.hoverFeature(modelData.layer, modelData.uid)
            onTriggered: root.chosen(modelData.layer, modelData.uid)
        }
        onObjectAdded: (index, item) => root.insertItem(index, item)
        onObjectRemoved: (index, item) => root.removeItem(item)
    }
}
