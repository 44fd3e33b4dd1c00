import QtQuick
import QtQuick.Templates as T
import Tuban

/// One photo in large; a click or Esc puts it away.
T.Popup {
    id: root

    property url source

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: parent ? parent.width - 80 : 800
    height: parent ? parent.height - 80 : 600
    modal: true
    focus: true
    popupType: T.Popup.Item
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    function show(photo: url) {
        source = photo;
        open();
    }

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    contentItem: Image {
        source: root.source
        fillMode: Image.PreserveAspectFit
        asynchronous: true
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Photo")

        TapHandler {
            onTapped: root.close()
        }
    }
}
