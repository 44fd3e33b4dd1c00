import QtQuick
import Tuban
import Tuban.App

/// Whether all is on disk. There is no Save: each act is kept at once.
Row {
    id: root

    required property Session session
    property bool brief: false
    readonly property bool waiting: session.saveState === "waiting"
    readonly property string words: waiting ? qsTr("Waiting for another program") : session.saveState === "saving"
                                            ? qsTr("Saving…") : qsTr("Saved")

    spacing: Theme.s1
    visible: session.open && !session.readOnly
    Accessible.role: Accessible.StaticText
    Accessible.name: words

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        icon: root.session.saveState
        color: root.waiting ? Theme.warn : root.session.saveState === "saving" ? Theme.secondary : Theme.good
    }
    Label {
        anchors.verticalCenter: parent.verticalCenter
        visible: !root.brief || root.waiting
        text: root.words
        color: root.waiting ? Theme.warn : Theme.secondary
    }
    HoverHandler {
        id: hover
    }
    ToolTip {
        shown: hover.hovered
        text: root.waiting ? qsTr("Another program is writing to this plan; your work is kept and goes in next")
                           : qsTr("Each act is kept at once in %1").arg(root.session.path)
    }
}
