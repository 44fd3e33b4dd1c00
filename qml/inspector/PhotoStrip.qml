pragma ComponentBehavior: Bound

import QtQuick
import Tuban

/// Photos in small.
Flow {
    id: root

    required property var photos
    signal chosen(url source)

    spacing: Theme.s1

    Repeater {
        model: root.photos

        Thumbnail {
            required property var modelData

            source: String(modelData).replace("image://photo/", "image://thumb/")
            onClicked: root.chosen(modelData)
        }
    }
}
