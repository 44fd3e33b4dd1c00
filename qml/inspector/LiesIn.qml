pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tuban

/// The areas that the feature lies in.
Section {
    id: root

    required property var features
    signal featureWanted(string layer, string uid)

    title: qsTr("Lies in")

    Repeater {
        model: root.features

        ListRow {
            required property var modelData

            Layout.fillWidth: true
            text: modelData.title
            detail: modelData.layerTitle
            onClicked: root.featureWanted(modelData.layer, modelData.uid)
        }
    }
}
