import QtQuick
import QtQuick.Layouts
import Tuban

/// Asks for one condition: which column, how, against what; or for an expression.
Popover {
    id: root

    required property var columns
    signal wanted(string column, string op, string text)
    signal expressionWanted(string text)

    width: 340
    focus: true
    onOpened: column.forceActiveFocus()

    function finish() {
        if (expression.text)
            expressionWanted(expression.text);
        else if (!needsText || value.text)
            wanted(column.currentValue, op.currentValue, value.text);
        value.clear();
        expression.clear();
        close();
    }
    readonly property bool needsText: op.currentValue !== "empty" && op.currentValue !== "filled"

    contentItem: ColumnLayout {
        spacing: Theme.s2

        ComboBox {
            id: column
            Layout.fillWidth: true
            model: root.columns
            textRole: "title"
            valueRole: "name"
            Accessible.name: qsTr("Column")
        }
        RowLayout {
            spacing: Theme.s2

            ComboBox {
                id: op
                Layout.preferredWidth: 128
                model: [{code: "contains", label: qsTr("contains")}, {code: "=", label: qsTr("is")},
                    {code: "<>", label: qsTr("is not")}, {code: ">", label: qsTr("more than")},
                    {code: "<", label: qsTr("less than")}, {code: "empty", label: qsTr("is empty")},
                    {code: "filled", label: qsTr("is filled in")}]
                textRole: "label"
                valueRole: "code"
                Accessible.name: qsTr("Condition")
            }
            TextField {
                id: value
                Layout.fillWidth: true
                enabled: root.needsText
                placeholderText: qsTr("Value")
                onAccepted: root.finish()
            }
        }
        Label {
            Layout.topMargin: Theme.s1
            text: qsTr("or an expression over the columns")
            quiet: true
            font.pixelSize: Theme.small
        }
        TextField {
            id: expression
            Layout.fillWidth: true
            placeholderText: "area_legal_m2 > 20000 and name like '%园%'"
            Accessible.name: qsTr("Expression")
            onAccepted: root.finish()
        }
        Button {
            Layout.alignment: Qt.AlignRight
            primary: true
            text: qsTr("Filter")
            onClicked: root.finish()
        }
    }
}
