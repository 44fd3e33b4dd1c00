import QtQuick
import Tuban
import Tuban.App

/// Turns what the parts of the program say into messages on the bar.
Item {
    id: root

    required property Session session
    required property Workspace workspace
    required property Messages bar

    Connections {
        target: root.session

        function onFailed(sentence, detail) { root.bar.show(sentence, detail, true, ""); }
        function onNotice(sentence, actionId) { root.bar.show(sentence, "", false, actionId); }
    }
    Connections {
        target: root.workspace.mark

        function onCommitted() { root.bar.show(qsTr("Marked: %1").arg(root.workspace.mark.subjectTitle), "", false, "undo"); }
        function onFailed(text) { root.bar.show(text, "", true, ""); }
    }
    Connections {
        target: root.workspace.undo

        function onDone(text) { root.bar.show(text, "", false, ""); }
        function onFailed(text) { root.bar.show(text, "", true, ""); }
    }
    Connections {
        target: root.workspace.baseMap

        function onSaid(sentence, isBad) { root.bar.show(sentence, "", isBad, ""); }
    }
    Connections {
        target: root.workspace.transfer

        function onFailed(text) { root.bar.show(text, "", true, ""); }
    }
}
