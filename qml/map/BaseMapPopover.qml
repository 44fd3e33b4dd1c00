pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Tuban
import Tuban.App

/// Which map lies under the plan, how strongly, and the grid over it.
Popover {
    id: root

    required property BaseMap baseMap
    required property Commands commands
    readonly property string kind: chosen || baseMap.kind
    property string chosen ///< looked at, but without a place yet
    readonly property var choices: [{code: "none", label: qsTr("Paper")}, {code: "online", label: qsTr("Online")},
        {code: "folder", label: qsTr("Folder of tiles")}, {code: "mbtiles", label: "MBTiles"}, {code: "raster", label: "GeoTIFF"}]
    readonly property bool isFile: kind === "folder" || kind === "mbtiles" || kind === "raster"

    function choose(code: string) {
        chosen = code;
        const last = baseMap.lastPlace(code);
        if (code === "none" || last && code !== "online")
            take(code, last);
    }
    function take(code: string, place: string) {
        baseMap.show(code, place);
        chosen = "";
    }

    onClosed: chosen = ""

    contentItem: ColumnLayout {
        spacing: Theme.s2

        ChoiceChips {
            Layout.preferredWidth: 336
            title: qsTr("Base map")
            choices: root.choices
            code: root.kind
            onChosen: code => root.choose(code || root.kind)
        }
        BaseMapAddress {
            Layout.fillWidth: true
            visible: root.kind === "online"
            baseMap: root.baseMap
            onAccepted: place => root.take("online", place)
        }
        RowLayout {
            visible: root.isFile
            spacing: Theme.s2

            Label {
                Layout.fillWidth: true
                text: root.baseMap.kind === root.kind ? root.baseMap.place : qsTr("Nothing chosen yet")
                elide: Text.ElideMiddle
                quiet: true
            }
            Button {
                text: qsTr("Choose…")
                onClicked: root.kind === "folder" ? folders.open() : files.openFor(root.kind)
            }
        }
        RowLayout {
            visible: root.baseMap.problem
            spacing: Theme.s2

            Label {
                Layout.fillWidth: true
                Layout.maximumWidth: 240
                text: root.baseMap.problem
                color: Theme.bad
                wrapMode: Text.Wrap
                font.pixelSize: Theme.small
            }
            Button {
                text: qsTr("Try again")
                onClicked: root.baseMap.tryAgain()
            }
        }
        BaseMapLook {
            Layout.fillWidth: true
            visible: root.baseMap.shown && root.kind !== "none"
            baseMap: root.baseMap
        }
        HLine {
            Layout.fillWidth: true
        }
        CheckBox {
            text: root.commands.graticule.text + "   " + root.commands.graticule.keyText
            checked: root.commands.graticule.on
            onToggled: root.commands.graticule.trigger()
        }
    }

    FolderDialog {
        id: folders
        title: qsTr("Folder of map tiles")
        onAccepted: root.take("folder", selectedFolder.toString())
    }
    FileDialog {
        id: files

        property string wanted: "raster" ///< kept while the sheet behind may close

        function openFor(kind: string) {
            wanted = kind;
            open();
        }

        title: wanted === "raster" ? qsTr("GeoTIFF picture") : qsTr("MBTiles file")
        nameFilters: wanted === "raster" ? ["GeoTIFF (*.tif *.tiff *.TIF *.TIFF)"] : ["MBTiles (*.mbtiles)"]
        onAccepted: root.take(wanted, selectedFile.toString())
    }
}
