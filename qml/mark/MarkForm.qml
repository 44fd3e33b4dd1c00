pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// The fields of a mark, in the order one thinks of them on the spot.
ColumnLayout {
    id: root

    required property MarkController mark
    readonly property int titleWidth: 64
    signal photosWanted

    spacing: Theme.s3

    CandidateList {
        Layout.fillWidth: true
        mark: root.mark
    }
    ChoiceChips {
        Layout.fillWidth: true
        title: qsTr("Stage")
        choices: root.mark.stages
        code: root.mark.stage
        onChosen: code => root.mark.stage = code
    }
    PercentField {
        Layout.fillWidth: true
        title: qsTr("Progress of the works")
        percent: root.mark.percent
        onChosen: percent => root.mark.percent = percent
    }
    ChoiceChips {
        Layout.fillWidth: true
        title: qsTr("State")
        choices: root.mark.states
        code: root.mark.state
        onChosen: code => root.mark.state = code
    }
    FormRow {
        Layout.fillWidth: true
        title: qsTr("Day")
        titleWidth: root.titleWidth

        TextField {
            Layout.preferredWidth: 120
            text: root.mark.onDate
            inputMask: "9999-99-99"
            Accessible.name: qsTr("Day")
            onEditingFinished: root.mark.onDate = text
        }
        Item {
            Layout.fillWidth: true
        }
    }
    FormRow {
        Layout.fillWidth: true
        title: qsTr("Observer")
        titleWidth: root.titleWidth

        TextField {
            Layout.fillWidth: true
            text: root.mark.by
            Accessible.name: qsTr("Observer")
            onTextEdited: root.mark.by = text
        }
    }
    TextArea {
        Layout.fillWidth: true
        text: root.mark.note
        placeholderText: qsTr("What did you see?")
        onTextChanged: if (activeFocus) root.mark.note = text
    }
    PhotoDrop {
        Layout.fillWidth: true
        photos: root.mark.photos
        onAdded: urls => root.mark.addPhotos(urls)
        onRemoved: index => root.mark.removePhoto(index)
        onFilesWanted: root.photosWanted()
    }
}
