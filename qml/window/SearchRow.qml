import QtQuick
import Tuban

/// One thing that was found.
ListRow {
    required property string uid
    required property string title
    required property string layerTitle
    required property real lon
    required property real lat
    required property var model
    readonly property string layerName: model.layer

    text: title
    detail: [layerTitle, model.detail].filter(part => part).join(Theme.dot)
    iconName: layerName ? "" : "locate"
}
