import QtQuick
import QtQuick.Layouts
import Tuban
import Tuban.App

/// The top of the window: the plan, the search, the places, the day, the person, and what is saved.
Rectangle {
    id: root

    required property Session session
    required property Workspace workspace
    required property Commands commands
    readonly property bool narrow: width < 1180

    implicitHeight: Theme.headerHeight
    color: Theme.surface

    function focusSearch() {
        searchBox.forceActiveFocus(Qt.ShortcutFocusReason);
        searchBox.selectAll();
    }

    HLine {
        anchors.bottom: parent.bottom
        width: parent.width
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.s2
        anchors.rightMargin: Theme.s2
        anchors.bottomMargin: 1
        spacing: Theme.s2

        PlanButton {
            Layout.maximumWidth: root.narrow ? 190 : 260
            session: root.session
            commands: root.commands
        }
        SearchBox {
            id: searchBox
            objectName: "searchBox"
            visible: root.session.open
            Layout.fillWidth: true
            Layout.horizontalStretchFactor: 20
            Layout.minimumWidth: 150
            Layout.preferredWidth: 300
            Layout.maximumWidth: 340
            session: root.session
            onFeatureChosen: (layer, uid) => root.workspace.showFeature(layer, uid)
            onPlaceChosen: (lon, lat) => root.workspace.flyToPoint(lon, lat)
        }
        Item {
            Layout.fillWidth: true
            Layout.horizontalStretchFactor: 1
        }
        TabBar {
            id: tabs
            visible: root.session.open
            currentIndex: root.workspace.page
            onCurrentIndexChanged: root.workspace.page = currentIndex

            TabButton {
                text: qsTr("Map")
            }
            TabButton {
                text: qsTr("Attribute table")
            }
        }
        Item {
            Layout.fillWidth: true
        }
        DayLabel {
            session: root.session
            brief: root.narrow
        }
        Button {
            flat: true
            Layout.maximumWidth: 120
            iconName: "user"
            text: Preferences.userName || qsTr("Who are you?")
            onClicked: root.commands.identity.trigger()
        }
        Rectangle {
            implicitWidth: 1
            implicitHeight: 20
            color: Theme.line
        }
        CommandButton {
            command: root.commands.undo
            visible: root.session.open
        }
        CommandButton {
            command: root.commands.redo
            visible: root.session.open
        }
        SavedState {
            session: root.session
            brief: root.narrow
        }
        CommandButton {
            command: root.commands.settings
        }
    }
    Connections {
        target: root.workspace

        function onPageChanged() {
            tabs.setCurrentIndex(root.workspace.page);
        }
    }
}
