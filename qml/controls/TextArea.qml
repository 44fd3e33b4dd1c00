import QtQuick
import QtQuick.Templates as T
import Tuban

/// Some lines of text.
T.TextArea {
    id: root

    implicitWidth: 180
    implicitHeight: Math.max(contentHeight + topPadding + bottomPadding, 64)
    padding: Theme.s2
    color: enabled ? Theme.ink : Theme.disabled
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    font.family: Theme.family
    font.pixelSize: Theme.base
    KeyNavigation.priority: KeyNavigation.BeforeItem
    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Accessible.name: placeholderText

    background: FieldFrame {
        focused: root.activeFocus
        hovered: root.hovered
    }

    Label {
        x: root.leftPadding
        y: root.topPadding
        visible: !root.length && !root.preeditText
        text: root.placeholderText
        quiet: true
        Accessible.ignored: true
    }
}
