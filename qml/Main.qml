import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tuban
import Tuban.App

/// The window of the program: header, layers, map or table, panel, status.
Basic.ApplicationWindow {
    id: window

    required property Session session
    readonly property alias workspace: workspace
    readonly property alias commands: commands
    readonly property alias dialogs: dialogs

    width: Number(Preferences.value("window/width", 1280))
    height: Number(Preferences.value("window/height", 800))
    minimumWidth: 1024
    minimumHeight: 640
    visible: true
    title: session.open ? qsTr("%1 – Tuban").arg(session.name) : qsTr("Tuban")
    color: Theme.canvas
    font.family: Theme.family
    font.pixelSize: Theme.base
    onClosing: {
        Preferences.setValue("window/width", width);
        Preferences.setValue("window/height", height);
    }

    Workspace {
        id: workspace
        session: window.session
    }
    Commands {
        id: commands
        workspace: workspace
        session: window.session
        onSearchWanted: header.focusSearch()
        onFullScreenWanted: window.visibility === Window.FullScreen ? window.showNormal() : window.showFullScreen()
        onQuitWanted: window.close()
    }
    Dialogs {
        id: dialogs
        session: window.session
        workspace: workspace
        commands: commands
    }
    Notices {
        session: window.session
        workspace: workspace
        bar: window.session.open ? middle.bar : startBar
    }
    Messages {
        id: startBar
        anchors.horizontalCenter: parent.horizontalCenter
        y: 80
        z: 1
    }
    Connections {
        target: window.session
        function onOpened() { startBar.visible = false; }
    }
    Shortcut {
        sequences: ["Esc"]
        enabled: window.session.open
        onActivated: workspace.stepBack()
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Header {
            id: header
            Layout.fillWidth: true
            session: window.session
            workspace: workspace
            commands: commands
        }
        StartPage {
            objectName: "startPage"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !window.session.open
            session: window.session
            commands: commands
        }
        Basic.SplitView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: window.session.open
            handle: SplitHandle {}

            LayerStrip {
                Basic.SplitView.preferredWidth: 40
                Basic.SplitView.maximumWidth: 40
                visible: !workspace.layersOpen
                workspace: workspace
            }
            LayerPanel {
                Basic.SplitView.preferredWidth: Number(Preferences.value("window/layers", 260))
                Basic.SplitView.minimumWidth: 200
                Basic.SplitView.maximumWidth: 480
                visible: workspace.layersOpen
                session: window.session
                workspace: workspace
                onImportWanted: commands.importFile.trigger()
                onWidthChanged: if (visible && width >= 200) Preferences.setValue("window/layers", width)
            }
            Middle {
                id: middle
                Basic.SplitView.fillWidth: true
                Basic.SplitView.minimumWidth: 320
                session: window.session
                workspace: workspace
                commands: commands
                onXlsxWanted: table => dialogs.saveTable(table)
                onActionWanted: actionId => actionId === "undo" ? commands.undo.trigger() : dialogs.report.open()
            }
            ContextPanel {
                Basic.SplitView.preferredWidth: Number(Preferences.value("window/panel", 340))
                Basic.SplitView.minimumWidth: 280
                Basic.SplitView.maximumWidth: 560
                visible: workspace.panel !== ""
                session: window.session
                workspace: workspace
                onPhotoWanted: source => dialogs.showPhoto(source)
                onPhotosWanted: dialogs.choosePhotos()
                onWidthChanged: if (visible && width >= 280) Preferences.setValue("window/panel", width)
            }
        }
        StatusBar {
            Layout.fillWidth: true
            visible: window.session.open
            session: window.session
            workspace: workspace
        }
    }
    DropArea {
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: drop => {
            dialogs.begin(drop.urls[0]);
            drop.accept();
        }
    }
}
