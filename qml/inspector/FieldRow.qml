pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Tuban

/// One attribute: its title, and its value with the unit; editing is one act that can be undone.
Item {
    id: root

    required property int index
    required property string section
    required property string title
    required property string value
    required property string unit
    required property string column
    required property string kind
    required property var model
    property bool writable: true
    property bool editing: false
    property bool first: false ///< of its part: the heading stands above
    property bool open: true
    readonly property bool mayEdit: writable && model.editable
    signal edited(string text)
    signal turnWanted

    implicitHeight: (first ? heading.height : 0) + (open ? Math.max(Theme.row, words.implicitHeight) : 0)
    visible: implicitHeight > 0

    function finish(text: string) {
        editing = false;
        if (text !== (model.code ?? value))
            root.edited(text);
    }

    SectionHead {
        id: heading
        width: parent.width
        visible: root.first
        title: root.section
        open: root.open
        onClicked: root.turnWanted()
    }
    T.AbstractButton {
        id: body
        anchors.fill: parent
        anchors.topMargin: root.first ? heading.height : 0
        visible: root.open
        focusPolicy: Qt.TabFocus
        enabled: root.mayEdit
        Accessible.name: root.title + ": " + root.value + " " + root.unit
        onDoubleClicked: root.editing = true
        Keys.onReturnPressed: root.editing = true

        background: Rectangle {
            radius: Theme.s1
            color: body.hovered && !root.editing ? Theme.hover : "transparent"

            FocusRing {
                shown: body.visualFocus
                around: Theme.s1
                anchors.margins: 0
            }
        }
    }
    Label {
        id: heads
        visible: root.open
        anchors.top: body.top
        width: Math.min(parent.width * 0.38, 120)
        height: Theme.row
        text: root.title
        quiet: true
        elide: Text.ElideRight
        Accessible.ignored: true

        HoverHandler {
            id: hover
        }
        ToolTip {
            shown: hover.hovered && heads.truncated
            text: root.title
        }
    }
    Label {
        id: words
        anchors.top: body.top
        anchors.left: heads.right
        anchors.leftMargin: Theme.s2
        anchors.right: pen.left
        topPadding: Theme.s1
        bottomPadding: Theme.s1
        visible: root.open && !root.editing
        text: root.value ? root.value + (root.unit ? " " + root.unit : "") : "–"
        color: root.value ? Theme.ink : Theme.disabled
        wrapMode: Text.Wrap
        font.features: ({"tnum": 1})
        Accessible.ignored: true
    }
    IconButton {
        id: pen
        anchors.right: parent.right
        anchors.top: body.top
        anchors.topMargin: 2
        side: 24
        iconName: "edit"
        inkColour: Theme.secondary
        text: qsTr("Edit %1").arg(root.title)
        visible: root.mayEdit && (body.hovered || hovered) && !root.editing
        width: visible ? 24 : 0
        focusPolicy: Qt.NoFocus
        onClicked: root.editing = true
    }
    Loader {
        anchors.top: body.top
        anchors.left: words.left
        anchors.right: parent.right
        active: root.editing
        sourceComponent: root.kind === "choice" ? choice : root.kind === "flag" ? flag : field
    }
    Component {
        id: field

        TextField {
            text: root.model.code ?? root.value
            figures: root.kind === "number" || root.kind === "area"
            Accessible.name: root.title
            Component.onCompleted: {
                forceActiveFocus();
                selectAll();
            }
            onAccepted: root.finish(text)
            onActiveFocusChanged: if (!activeFocus && root.editing) root.finish(text)
            Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
            Keys.onEscapePressed: root.editing = false
        }
    }
    Component {
        id: choice

        ComboBox {
            model: root.model.choices
            textRole: "label"
            valueRole: "code"
            Accessible.name: root.title
            Component.onCompleted: {
                currentIndex = indexOfValue(root.model.code ?? root.value);
                forceActiveFocus();
                popup.open();
            }
            onActivated: root.finish(currentValue)
            Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
            Keys.onEscapePressed: root.editing = false
        }
    }
    Component {
        id: flag

        ComboBox {
            model: [qsTr("Yes"), qsTr("No")]
            Accessible.name: root.title
            Component.onCompleted: {
                currentIndex = root.model.code === "1" ? 0 : 1;
                forceActiveFocus();
                popup.open();
            }
            onActivated: root.finish(currentIndex === 0 ? "1" : "0")
            Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
            Keys.onEscapePressed: root.editing = false
        }
    }
}
