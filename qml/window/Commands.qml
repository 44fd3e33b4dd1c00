pragma ComponentBehavior: Bound

import QtQuick
import Tuban
import Tuban.App

/// The list of all commands: menus, tool bar, keys and the sheet of keys take them from here.
Item {
    id: root

    required property Workspace workspace
    required property Session session

    signal newWanted
    signal openWanted
    signal importWanted
    signal exportWanted
    signal copyWanted
    signal settingsWanted
    signal identityWanted
    signal keysWanted
    signal aboutWanted
    signal historyWanted
    signal searchWanted
    signal fullScreenWanted
    signal quitWanted

    readonly property bool open: session.open
    readonly property bool writable: open && !session.readOnly
    readonly property string planGroup: qsTr("Plan")
    readonly property string editGroup: qsTr("Edit")
    readonly property string mapGroup: qsTr("Map")
    readonly property string toolGroup: qsTr("Tools")
    readonly property string tableGroup: qsTr("Table")
    readonly property string windowGroup: qsTr("Window")

    readonly property Command newPlan: Command {
        text: qsTr("New plan…")
        iconName: "new"
        keys: ["Ctrl+N"]
        group: root.planGroup
        onTriggered: root.newWanted()
    }
    readonly property Command openPlan: Command {
        text: qsTr("Open plan…")
        iconName: "open"
        keys: ["Ctrl+O"]
        group: root.planGroup
        onTriggered: root.openWanted()
    }
    readonly property Command openDemo: Command {
        text: qsTr("Open the demo district")
        iconName: "tour"
        group: root.planGroup
        onTriggered: root.session.openDemo()
    }
    readonly property Command importFile: Command {
        text: qsTr("Import…")
        iconName: "import"
        keys: ["Ctrl+I"]
        enabled: root.writable
        group: root.planGroup
        onTriggered: root.importWanted()
    }
    readonly property Command exportFile: Command {
        text: qsTr("Export…")
        iconName: "export"
        keys: ["Ctrl+E"]
        enabled: root.open
        group: root.planGroup
        onTriggered: root.exportWanted()
    }
    readonly property Command copyPlan: Command {
        text: qsTr("Save a copy for a colleague…")
        iconName: "copy"
        keys: ["Ctrl+Shift+S"]
        enabled: root.open
        group: root.planGroup
        onTriggered: root.copyWanted()
    }
    readonly property Command closePlan: Command {
        text: qsTr("Close plan")
        iconName: "close"
        keys: ["Ctrl+W"]
        enabled: root.open
        group: root.planGroup
        onTriggered: root.session.closePlan()
    }
    readonly property Command quit: Command {
        text: qsTr("Quit")
        keys: ["Ctrl+Q"]
        group: root.planGroup
        onTriggered: root.quitWanted()
    }
    readonly property Command undo: Command {
        text: root.workspace.undo.undoText
        name: qsTr("Undo")
        iconName: "undo"
        keys: ["Ctrl+Z"]
        enabled: root.workspace.undo.canUndo && !root.workspace.undo.busy
        group: root.editGroup
        onTriggered: root.workspace.undo.undo()
    }
    readonly property Command redo: Command {
        text: root.workspace.undo.redoText
        name: qsTr("Redo")
        iconName: "redo"
        keys: ["Ctrl+Shift+Z", "Ctrl+Y"]
        enabled: root.workspace.undo.canRedo && !root.workspace.undo.busy
        group: root.editGroup
        onTriggered: root.workspace.undo.redo()
    }
    readonly property Command history: Command {
        text: qsTr("History…")
        iconName: "history"
        keys: ["Ctrl+H"]
        enabled: root.open
        group: root.editGroup
        onTriggered: root.historyWanted()
    }
    readonly property Command selectAll: Command {
        text: qsTr("Select all in the layer")
        keys: ["Ctrl+A"]
        enabled: root.open && root.workspace.tableLayer
        group: root.editGroup
        onTriggered: root.workspace.selection.selectAll(root.workspace.tableLayer)
    }
    readonly property Command selectNone: Command {
        text: qsTr("Select nothing")
        keys: ["Ctrl+Shift+A"]
        enabled: root.workspace.selection.count > 0
        group: root.editGroup
        onTriggered: root.workspace.selection.clear()
    }
    readonly property Command search: Command {
        text: qsTr("Search")
        iconName: "search"
        keys: ["Ctrl+K"]
        enabled: root.open
        group: root.editGroup
        onTriggered: root.searchWanted()
    }
    readonly property Command zoomFull: Command {
        text: qsTr("Zoom to everything")
        iconName: "zoom-full"
        keys: ["Ctrl+Shift+F"]
        enabled: root.open
        group: root.mapGroup
        onTriggered: root.workspace.flyTo(root.session.extent)
    }
    readonly property Command zoomSelection: Command {
        text: qsTr("Zoom to the selection")
        iconName: "zoom-selection"
        keys: ["Ctrl+J"]
        enabled: root.workspace.selection.currentUid
        group: root.mapGroup
        onTriggered: root.workspace.flyTo(root.workspace.selection.extent())
    }
    readonly property Command zoomLayer: Command {
        text: qsTr("Zoom to the layer")
        keys: ["Ctrl+Shift+L"]
        enabled: root.open && root.workspace.tableLayer
        group: root.mapGroup
        onTriggered: root.workspace.zoomToLayer(root.workspace.tableLayer)
    }
    readonly property Command viewBack: Command {
        text: qsTr("Back to the view before")
        iconName: "view-back"
        keys: ["Alt+Left"]
        enabled: root.open && root.workspace.views.canBack
        group: root.mapGroup
        onTriggered: root.workspace.views.back()
    }
    readonly property Command viewForward: Command {
        text: qsTr("Forward to the view after")
        iconName: "view-forward"
        keys: ["Alt+Right"]
        enabled: root.open && root.workspace.views.canForward
        group: root.mapGroup
        onTriggered: root.workspace.views.forward()
    }
    readonly property Command north: Command {
        text: qsTr("North up")
        iconName: "north"
        keys: ["N"]
        enabled: root.open
        group: root.mapGroup
        onTriggered: root.workspace.northWanted()
    }
    readonly property Command zoomIn: Command {
        text: qsTr("Zoom in")
        iconName: "plus"
        keys: ["Ctrl+Alt++", "Ctrl+Alt+="]
        enabled: root.open
        group: root.mapGroup
        onTriggered: root.workspace.zoomBy(1)
    }
    readonly property Command zoomOut: Command {
        text: qsTr("Zoom out")
        iconName: "minus"
        keys: ["Ctrl+Alt+-"]
        enabled: root.open
        group: root.mapGroup
        onTriggered: root.workspace.zoomBy(-1)
    }
    readonly property Command graticule: Command {
        text: qsTr("Grid of plan coordinates")
        iconName: "grid"
        keys: ["G"]
        enabled: root.open
        on: root.workspace.graticule
        group: root.mapGroup
        onTriggered: root.workspace.graticule = !root.workspace.graticule
    }
    readonly property Command selectTool: Command {
        text: qsTr("Select and identify")
        iconName: "select"
        keys: ["Ctrl+Shift+I"]
        enabled: root.open
        on: root.workspace.tool === "select"
        group: root.toolGroup
        onTriggered: root.workspace.useTool("select")
    }
    readonly property Command boxTool: Command {
        text: qsTr("Select by a box")
        iconName: "box-select"
        keys: ["Ctrl+Shift+B"]
        enabled: root.open
        on: root.workspace.tool === "box"
        group: root.toolGroup
        onTriggered: root.workspace.useTool("box")
    }
    readonly property Command lassoTool: Command {
        text: qsTr("Select by a lasso")
        iconName: "lasso"
        keys: ["Ctrl+Shift+P"]
        enabled: root.open
        on: root.workspace.tool === "lasso"
        group: root.toolGroup
        onTriggered: root.workspace.useTool("lasso")
    }
    readonly property Command zoomTool: Command {
        text: qsTr("Zoom to a box")
        iconName: "zoom-box"
        keys: ["Z"]
        enabled: root.open
        on: root.workspace.tool === "zoom"
        group: root.toolGroup
        onTriggered: root.workspace.useTool("zoom")
    }
    readonly property Command lengthTool: Command {
        text: qsTr("Measure a length")
        iconName: "measure-length"
        keys: ["Ctrl+Shift+M"]
        enabled: root.open
        on: root.workspace.tool === "length"
        group: root.toolGroup
        onTriggered: root.workspace.useTool("length")
    }
    readonly property Command areaTool: Command {
        text: qsTr("Measure an area")
        iconName: "measure-area"
        keys: ["Ctrl+Shift+J"]
        enabled: root.open
        on: root.workspace.tool === "area"
        group: root.toolGroup
        onTriggered: root.workspace.useTool("area")
    }
    readonly property Command markTool: Command {
        text: qsTr("Mark progress")
        iconName: "mark"
        keys: ["Ctrl+M"]
        enabled: root.writable
        on: root.workspace.tool === "mark"
        group: root.toolGroup
        onTriggered: root.workspace.useTool("mark")
    }
    readonly property Command table: Command {
        text: qsTr("Attribute table")
        iconName: "table"
        keys: ["F6"]
        enabled: root.open
        on: root.workspace.tableBeside || root.workspace.page === 1
        group: root.tableGroup
        onTriggered: root.workspace.page === 1 ? root.workspace.page = 0
                                               : root.workspace.tableBeside = !root.workspace.tableBeside
    }
    readonly property Command layerPanel: Command {
        text: qsTr("Layer panel")
        iconName: "panel-left"
        keys: ["Ctrl+1", "F8"]
        on: root.workspace.layersOpen
        group: root.windowGroup
        onTriggered: root.workspace.layersOpen = !root.workspace.layersOpen
    }
    readonly property Command nextPage: Command {
        text: qsTr("Next tab")
        keys: ["Ctrl+Tab"]
        enabled: root.open
        group: root.windowGroup
        onTriggered: root.workspace.page = 1 - root.workspace.page
    }
    readonly property Command fullScreen: Command {
        text: qsTr("Full screen")
        keys: ["F11"]
        group: root.windowGroup
        onTriggered: root.fullScreenWanted()
    }
    readonly property Command settings: Command {
        text: qsTr("Settings…")
        iconName: "settings"
        keys: ["Ctrl+,"]
        group: root.windowGroup
        onTriggered: root.settingsWanted()
    }
    readonly property Command identity: Command {
        text: qsTr("Who are you…")
        iconName: "user"
        group: root.windowGroup
        onTriggered: root.identityWanted()
    }
    readonly property Command sheetOfKeys: Command {
        text: qsTr("Keyboard shortcuts")
        iconName: "keyboard"
        keys: ["?", "F1"]
        group: root.windowGroup
        onTriggered: root.keysWanted()
    }
    readonly property Command about: Command {
        text: qsTr("About Tuban")
        iconName: "info"
        group: root.windowGroup
        onTriggered: root.aboutWanted()
    }
    readonly property list<Command> all: [newPlan, openPlan, openDemo, importFile, exportFile, copyPlan, closePlan, quit,
        undo, redo, history, selectAll, selectNone, search, zoomFull, zoomSelection, zoomLayer, zoomIn, zoomOut, viewBack,
        viewForward, north, graticule, selectTool, boxTool, lassoTool, zoomTool, lengthTool, areaTool, markTool, table, layerPanel,
        nextPage, fullScreen, settings, identity, sheetOfKeys, about]

    /// Themes in the order of their menu.
    Instantiator {
        model: 9

        delegate: Shortcut {
            required property int index

            sequences: ["Alt+" + (index + 1)]
            enabled: root.open
            onActivated: root.workspace.themes.apply(index)
        }
    }
    Instantiator {
        model: root.all

        delegate: Shortcut {
            required property Command modelData

            sequences: Array.from(modelData.keys)
            enabled: modelData.enabled
            onActivated: modelData.trigger()
        }
    }
}
