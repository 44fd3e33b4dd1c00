pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tuban
import Tuban.App

/// The layers of the plan with their legends: shown or not, how strong, in what order.
Rectangle {
    id: root

    required property Session session
    required property Workspace workspace
    signal importWanted

    color: Theme.surface

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.leftMargin: Theme.s3
            Layout.rightMargin: Theme.s1
            Layout.preferredHeight: 36
            spacing: 0

            Label {
                Layout.fillWidth: true
                text: qsTr("Layers")
                strong: true
            }
            Button {
                id: themeButton
                objectName: "themeButton"
                flat: true
                text: (root.workspace.themes.current || qsTr("Theme")) + " ▾"
                Accessible.name: qsTr("Theme: %1").arg(root.workspace.themes.current || qsTr("own choice"))
                onClicked: themeMenu.popup(themeButton, 0, themeButton.height)

                ThemeMenu {
                    id: themeMenu
                    themes: root.workspace.themes
                    onSaveWanted: themeName.open()
                }
                ThemeName {
                    id: themeName
                    y: themeButton.height
                    themes: root.workspace.themes
                }
            }
            IconButton {
                iconName: root.workspace.layers.showEmpty ? "eye" : "eye-off"
                text: root.workspace.layers.showEmpty ? qsTr("Hide empty layers") : qsTr("Show empty layers too")
                inkColour: Theme.secondary
                onClicked: root.workspace.layers.showEmpty = !root.workspace.layers.showEmpty
            }
            IconButton {
                iconName: "chevron-left"
                text: qsTr("Fold the panel")
                keyText: "Ctrl+1"
                inkColour: Theme.secondary
                onClicked: root.workspace.layersOpen = false
            }
        }
        ListView {
            id: list
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            model: root.workspace.layers
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            keyNavigationEnabled: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Layers")
            T.ScrollBar.vertical: ScrollBar {}
            moveDisplaced: Transition {
                NumberAnimation {
                    property: "y"
                    duration: Theme.quick
                }
            }
            delegate: LayerRow {
                width: ListView.view.width
                session: root.session
                layers: root.workspace.layers
                current: root.workspace.tableLayer === name
                onShownWanted: shown => root.workspace.layers.setVisible(index, shown)
                onOpacityWanted: value => root.workspace.layers.setOpacity(index, value)
                onMoveWanted: to => root.workspace.layers.move(index, Math.max(0, Math.min(to, list.count - 1)))
                onChosen: root.workspace.tableLayer = name
                onZoomWanted: root.workspace.flyTo(root.session.layerExtent(name))
                onTableWanted: root.workspace.showTable(name)
            }

            EmptyState {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.s4
                visible: list.count === 0 && root.session.open && !root.session.busy
                iconName: "layers"
                text: qsTr("No layer has anything in it yet")
                detail: qsTr("Import your parcels from a shapefile, GeoPackage or GeoJSON")
                actionText: qsTr("Import…")
                onAction: root.importWanted()
            }
        }
    }
}
