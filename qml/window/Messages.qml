import QtQuick
import Tuban

/// The bar over the map that says what happened and offers what to do.
MessageBar {
    id: root

    property string actionId
    signal actionWanted(string actionId)

    visible: false
    width: Math.min(parent ? parent.width - 140 : 560, 560) // clear of the tools and of north

    function show(sentence: string, moreText: string, isBad: bool, wantedAction: string) {
        text = sentence;
        detail = moreText;
        bad = isBad;
        unfolded = false;
        actionId = wantedAction;
        actionText = wantedAction === "undo" ? qsTr("Undo") : wantedAction === "report" ? qsTr("Report") : "";
        visible = true;
        if (isBad)
            leave.stop(); // stays until it is closed
        else
            leave.restart();
    }

    onUnfoldedChanged: if (unfolded) leave.stop()
    onClosed: visible = false
    onAction: {
        visible = false;
        actionWanted(actionId);
    }

    Timer {
        id: leave
        interval: 8000
        onTriggered: root.visible = false
    }
}
