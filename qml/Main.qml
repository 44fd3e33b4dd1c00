import QtQuick
import QtQuick.Controls.Basic as Basic
import Tuban
import Tuban.App

/// The window of the program.
Basic.ApplicationWindow {
    id: window

    required property Session session

    width: 1280
    height: 800
    minimumWidth: 1024
    minimumHeight: 640
    visible: true
    title: "Tuban"
    color: Theme.canvas
    font.family: Theme.family
    font.pixelSize: Theme.base
}
