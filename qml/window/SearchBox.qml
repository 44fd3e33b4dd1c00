pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Tuban
import Tuban.App

/// Finds a feature by name, number or uid, or a place by its coordinates; arrows and Enter choose.
TextField {
    id: root

    required property Session session
    readonly property alias found: list.count
    signal featureChosen(string layer, string uid)
    signal placeChosen(real lon, real lat)

    placeholderText: qsTr("Search parcels, projects, coordinates…")
    leftPadding: Theme.s1 + Theme.iconSize + Theme.s1
    enabled: session.open

    function chooseCurrent() {
        const row = (list.currentItem ?? list.itemAtIndex(0)) as SearchRow;
        if (row)
            row.clicked();
    }
    function chosen(layer: string, uid: string, lon: real, lat: real) {
        results.close();
        Qt.callLater(root.clear); // not before the row that was clicked is done
        if (layer)
            root.featureChosen(layer, uid);
        else
            root.placeChosen(lon, lat);
    }

    onTextEdited: text.trim() ? results.open() : results.close()
    onActiveFocusChanged: if (!activeFocus) results.close()
    Keys.onDownPressed: list.incrementCurrentIndex()
    Keys.onUpPressed: list.decrementCurrentIndex()
    Keys.onReturnPressed: chooseCurrent()
    Keys.onEnterPressed: chooseCurrent()
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
    Keys.onEscapePressed: event => {
        event.accepted = results.visible || text;
        results.close();
        clear();
    }

    Icon {
        x: Theme.s1 + 2
        anchors.verticalCenter: parent.verticalCenter
        icon: "search"
        sourceSize: Qt.size(18, 18)
        color: Theme.secondary
    }
    SearchModel {
        id: search
        session: root.session
        query: root.text
    }
    Popover {
        id: results
        y: root.height + Theme.s1
        width: Math.max(root.width, 360)
        height: Math.min(list.count * Theme.row, 320) + 2 * padding + (nothing.visible ? nothing.height : 0)
        padding: Theme.s1
        focus: false

        ListView {
            id: list
            anchors.fill: parent
            clip: true
            model: search
            onCountChanged: currentIndex = count > 0 ? 0 : -1
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}
            delegate: SearchRow {
                width: ListView.view.width
                highlighted: ListView.isCurrentItem
                onClicked: root.chosen(layerName, uid, lon, lat)
            }
        }
        Label {
            id: nothing
            anchors.centerIn: parent
            height: 40
            visible: list.count === 0
            text: search.busy ? qsTr("Searching…") : qsTr("Nothing found by this name")
            quiet: true
        }
    }
}
