import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// How the file is read: its layer, coordinates with the reason, letters; and where it goes.
ColumnLayout {
    id: root

    required property Session session
    required property var source
    required property ImportChoices choices

    spacing: Theme.s3

    FormRow {
        title: qsTr("Into the layer")

        ComboBox {
            objectName: "importLayer"
            Layout.preferredWidth: 280
            model: root.session.layers
            textRole: "title"
            valueRole: "name"
            displayText: currentIndex < 0 ? qsTr("Choose a layer") : currentText
            currentIndex: root.session.layers.findIndex(layer => layer.name === root.choices.layer)
            Accessible.name: qsTr("Into the layer")
            onActivated: {
                root.choices.wantedLayer = currentValue;
                root.choices.changedFields = {};
                root.choices.look();
            }
        }
    }
    FormRow {
        visible: root.source.layers.length > 1
        title: qsTr("From")

        ComboBox {
            Layout.preferredWidth: 280
            model: root.source.layers
            currentIndex: root.source.layers.indexOf(root.source.layer)
            Accessible.name: qsTr("From")
            onActivated: {
                root.choices.sourceLayer = currentText;
                root.choices.look();
            }
        }
    }
    FormRow {
        title: qsTr("Coordinates")
        note: root.source.crsReason

        CrsChoice {
            Layout.fillWidth: true
            withDegrees: true
            firstLabel: root.source.crsName ? (root.source.crsFrom === "digits" ? qsTr("Proposed: %1") : qsTr("From the file: %1"))
                                              .arg(root.source.crsName) : qsTr("Choose the coordinate system")
            code: root.choices.crs
            onChosen: code => {
                root.choices.crs = code;
                root.choices.look();
            }
        }
    }
    FormRow {
        title: qsTr("Encoding")
        note: root.source.encodingFrom === "sniffed" ? qsTr("Guessed from the text: look at the first rows above") : ""

        ComboBox {
            Layout.preferredWidth: 280
            model: [{code: "", label: qsTr("Found: %1").arg(root.source.encodingName || "UTF-8")}, {code: "UTF-8", label: "UTF-8"},
                {code: "GBK", label: "GBK"}, {code: "GB18030", label: "GB18030"}, {code: "Big5", label: "Big5"}]
            textRole: "label"
            valueRole: "code"
            currentIndex: Math.max(0, model.findIndex(entry => entry.code === root.choices.encoding))
            Accessible.name: qsTr("Encoding")
            onActivated: {
                root.choices.encoding = currentValue;
                root.choices.look();
            }
        }
    }
}
