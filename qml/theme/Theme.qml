pragma Singleton

import QtQuick
import Tuban.App

/// Colours, sizes, type and motion of the window: the one place where they are written.
QtObject {
    id: root

    readonly property bool dark: Preferences.dark

    // Paper and ink
    readonly property color canvas: dark ? "#14181B" : "#F4F5F2"
    readonly property color paper: dark ? "#1A1D1F" : "#FAF9F5"
    readonly property color surface: dark ? "#1B2024" : "#FFFFFF"
    readonly property color line: dark ? "#2F373D" : "#D9DEE3"
    readonly property color ink: dark ? "#E8ECEF" : "#1D2327"
    readonly property color secondary: dark ? "#9AA6AF" : "#5B6670"
    readonly property color disabled: dark ? "#69747D" : "#98A2AA"
    readonly property color accent: dark ? "#4DB3D9" : "#0B6E99"
    readonly property color accentInk: dark ? "#0E1A20" : "#FFFFFF"
    readonly property color good: dark ? "#66BB6A" : "#2E7D32"
    readonly property color warn: dark ? "#FFB74D" : "#B26A00"
    readonly property color bad: dark ? "#EF5350" : "#C62828"
    readonly property color overdue: dark ? "#B0BEC5" : "#202020"

    // What lies on a surface: under the pointer, pressed, chosen, in a field
    readonly property color hover: dark ? "#262C31" : "#EFF2F4"
    readonly property color pressed: dark ? "#30383E" : "#E3E8EC"
    readonly property color chosen: dark ? "#17394A" : "#E1EFF6"
    readonly property color field: dark ? "#15191C" : "#FFFFFF"
    readonly property color fieldLine: dark ? "#4A555D" : "#A9B3BB"
    readonly property color scrim: dark ? "#99000000" : "#591D2327"
    readonly property color shadow: dark ? "#80000000" : "#2E1D2327"

    // A grid of 4
    readonly property int s1: 4
    readonly property int s2: 8
    readonly property int s3: 12
    readonly property int s4: 16
    readonly property int s6: 24
    readonly property int row: 28
    readonly property int iconSize: 20
    readonly property int radius: 6
    readonly property int focusWidth: 2
    readonly property int headerHeight: 44

    // Type
    readonly property string dot: "·" // as wide as a letter in this font: no spaces around it
    readonly property string family: "Noto Sans CJK SC"
    readonly property int small: 12
    readonly property int base: 13
    readonly property int body: 14
    readonly property int title: 18
    readonly property int display: 24

    // Motion, only to show where something went
    property bool still: String(Preferences.value("window/still", false)) === "true"
    readonly property int quick: still ? 0 : 120
    readonly property int calm: still ? 0 : 180

    onStillChanged: Preferences.setValue("window/still", still)

    function tinted(colour: color, opacity: real): color {
        return Qt.rgba(colour.r, colour.g, colour.b, opacity);
    }
}
