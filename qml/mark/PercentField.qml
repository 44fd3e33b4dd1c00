import QtQuick
import QtQuick.Layouts
import Tuban

/// A percent by slider or by number; may be left out.
ColumnLayout {
    id: root

    required property string title
    required property real percent ///< 0..100, -1 where none
    signal chosen(real percent)

    spacing: 2

    Label {
        text: root.title
        quiet: true
        font.pixelSize: Theme.small
    }
    RowLayout {
        spacing: Theme.s2

        Slider {
            objectName: "slider"
            Layout.fillWidth: true
            from: 0
            to: 100
            stepSize: 5
            value: Math.max(root.percent, 0)
            Accessible.name: root.title
            onMoved: root.chosen(value)
        }
        TextField {
            objectName: "number"
            Layout.preferredWidth: 56
            figures: true
            text: root.percent < 0 ? "" : String(Math.round(root.percent))
            validator: RegularExpressionValidator {
                regularExpression: /100|[0-9]{0,2}/
            }
            Accessible.name: root.title
            onEditingFinished: root.chosen(text === "" ? -1 : Number(text))
        }
        Label {
            text: "%"
            quiet: true
        }
    }
}
