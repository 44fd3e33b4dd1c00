import QtQuick
import Tuban
import Tuban.App

/// The day all figures are of: the plan's own in a demo, today otherwise.
Row {
    id: root

    required property Session session
    property bool brief: false

    spacing: Theme.s1
    visible: session.open

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        icon: "calendar"
        color: root.session.ownClock ? Theme.warn : Theme.secondary
    }
    Label {
        id: label
        anchors.verticalCenter: parent.verticalCenter
        text: root.brief ? day : (root.session.ownClock ? qsTr("Demo date %1") : qsTr("As of %1")).arg(day)
        color: root.session.ownClock ? Theme.warn : Theme.secondary

        readonly property string day: Preferences.effectiveLanguage === "zh" ? root.session.today
            : Date.fromLocaleString(Qt.locale("C"), root.session.today, "yyyy-MM-dd").toLocaleDateString(Qt.locale("en_GB"), "d MMM yyyy")
    }
    HoverHandler {
        id: hover
    }
    ToolTip {
        shown: hover.hovered
        text: root.session.ownClock ? qsTr("This plan has a clock of its own: everything is counted up to this day")
                                    : qsTr("Everything is counted up to this day")
    }
}
