import QtQuick
import Tuban

/// Text as it stands in the window: never mark-up, whatever a file brings.
Text {
    property bool quiet: false
    property bool strong: false

    textFormat: Text.PlainText
    color: enabled ? (quiet ? Theme.secondary : Theme.ink) : Theme.disabled
    font.family: Theme.family
    font.pixelSize: Theme.base
    font.weight: strong ? Font.DemiBold : Font.Normal
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
