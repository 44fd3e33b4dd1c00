pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Tuban

/// The scale of the map; a click offers the usual ones, a typed one is taken.
T.AbstractButton {
    id: root

    required property string scaleText
    readonly property list<int> usual: [500, 1000, 2000, 5000, 10000, 25000, 50000, 100000]
    signal wanted(real denominator)

    implicitWidth: figure.implicitWidth + 2 * Theme.s2
    implicitHeight: 24
    focusPolicy: Qt.TabFocus
    text: scaleText
    Accessible.name: qsTr("Scale %1").arg(scaleText)
    onClicked: choices.open()

    function take(text: string) {
        const denominator = Number(text.replace(/^\s*1\s*:/, "").replace(/[\s,]/g, ""));
        choices.close();
        if (denominator >= 10)
            wanted(denominator);
    }

    contentItem: Figure {
        id: figure
        text: root.scaleText
        color: Theme.secondary
        horizontalAlignment: Text.AlignHCenter
    }
    background: Rectangle {
        radius: Theme.s1
        color: root.hovered ? Theme.hover : "transparent"

        FocusRing {
            shown: root.visualFocus
            around: Theme.s1
            anchors.margins: 0
        }
    }

    Popover {
        id: choices
        y: -height - Theme.s1
        width: 148
        padding: Theme.s1
        focus: true
        onOpened: {
            field.text = root.scaleText;
            field.selectAll();
            field.forceActiveFocus();
        }

        contentItem: Column {
            spacing: 1

            Repeater {
                model: root.usual

                ListRow {
                    required property int modelData

                    width: 140
                    text: "1:" + modelData.toLocaleString(Qt.locale("en"), "f", 0)
                    onClicked: root.take(String(modelData))
                }
            }
            TextField {
                id: field
                objectName: "scaleField"
                width: 140
                Accessible.name: qsTr("Scale")
                onAccepted: root.take(text)
            }
        }
    }
}
