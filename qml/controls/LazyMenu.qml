import QtQuick

/// A menu that is made when it is asked for and gone after it is closed: a row of a list has one, and making
/// all of their items would cost more than the list.
Loader {
    id: root

    active: false

    function popup() {
        active = true;
        item.popup();
    }

    Connections {
        target: root.item
        function onClosed() {
            Qt.callLater(() => root.active = false);
        }
    }
}
