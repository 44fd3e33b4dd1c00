pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// What was marked on a feature, newest first.
Section {
    id: root

    required property Session session
    required property string layerName
    required property string uid
    readonly property alias shown: marks.count
    signal photoWanted(url source)

    title: qsTr("Marks")
    note: marks.count ? String(marks.count) : ""

    MarkListModel {
        id: marks
        session: root.session
        layer: root.layerName
        uid: root.uid
    }
    Repeater {
        model: marks

        MarkRow {
            Layout.fillWidth: true
            onPhotoWanted: source => root.photoWanted(source)
        }
    }
    Label {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.s1
        visible: marks.count === 0
        text: qsTr("Nothing marked yet")
        quiet: true
    }
}
