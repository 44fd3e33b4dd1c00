import QtQuick
import Tuban

/// Text that can be marked and copied, as the details of an error.
TextEdit {
    readOnly: true
    selectByMouse: true
    textFormat: TextEdit.PlainText
    wrapMode: TextEdit.Wrap
    color: Theme.secondary
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    font.family: Theme.family
    font.pixelSize: Theme.small
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
