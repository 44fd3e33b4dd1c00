import QtQuick
import QtQuick.Dialogs
import Tuban
import Tuban.App

/// All sheets that the commands open.
Item {
    id: root

    required property Session session
    required property Workspace workspace
    required property Commands commands
    readonly property alias importSheet: importDialog
    readonly property alias exportSheet: exportDialog
    readonly property alias report: reportDialog

    function begin(file: url) {
        if (String(file).toLowerCase().endsWith(".sqlite"))
            session.openPlan(String(file));
        else if (commands.importFile.enabled)
            importDialog.start(file, workspace.tableLayer);
    }
    function saveTable(table: AttributeTable) {
        xlsxFile.table = table;
        xlsxFile.open();
    }
    function choosePhotos() {
        photoFiles.open();
    }
    function showPhoto(source: url) {
        photo.show(source);
    }

    Connections {
        target: root.commands

        function onNewWanted() { newPlan.open(); }
        function onOpenWanted() { planFile.open(); }
        function onImportWanted() { importDialog.start("", ""); }
        function onExportWanted() { exportDialog.start(""); }
        function onCopyWanted() { copyFile.open(); }
        function onSettingsWanted() { settings.open(); }
        function onIdentityWanted() { identity.open(); }
        function onKeysWanted() { keys.open(); }
        function onAboutWanted() { about.open(); }
        function onHistoryWanted() { history.open(); }
    }
    Connections {
        target: root.workspace.transfer

        function onImported(report) { reportDialog.show(report, true); }
        function onExported(report) { reportDialog.show(report, false); }
    }
    NewPlanDialog {
        id: newPlan
        session: root.session
    }
    IdentityDialog {
        id: identity
    }
    SettingsDialog {
        id: settings
        layers: root.workspace.layers
    }
    KeysDialog {
        id: keys
        commands: root.commands
    }
    AboutDialog {
        id: about
    }
    HistoryDialog {
        id: history
        session: root.session
        commands: root.commands
    }
    ImportDialog {
        id: importDialog
        session: root.session
        transfer: root.workspace.transfer
    }
    ExportDialog {
        id: exportDialog
        session: root.session
        layers: root.workspace.layers
        transfer: root.workspace.transfer
    }
    ReportDialog {
        id: reportDialog
        onUndoWanted: root.commands.undo.trigger()
    }
    PhotoViewer {
        id: photo
    }
    FileDialog {
        id: planFile
        nameFilters: [qsTr("Tuban plan (*.sqlite)"), qsTr("All files (*)")]
        onAccepted: root.session.openPlan(String(selectedFile))
    }
    FileDialog {
        id: copyFile
        fileMode: FileDialog.SaveFile
        defaultSuffix: "sqlite"
        nameFilters: [qsTr("Tuban plan (*.sqlite)")]
        onAccepted: root.session.copyTo(String(selectedFile))
    }
    FileDialog {
        id: photoFiles
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("Photos (*.jpg *.jpeg *.png)")]
        onAccepted: root.workspace.mark.addPhotos(selectedFiles)
    }
    FileDialog {
        id: xlsxFile
        property AttributeTable table
        fileMode: FileDialog.SaveFile
        defaultSuffix: "xlsx"
        nameFilters: ["*.xlsx"]
        onAccepted: table.exportXlsx(String(selectedFile))
    }
    Timer {
        interval: 600
        running: root.session.open && !Preferences.identityKnown && !root.session.stamp
        onTriggered: identity.open()
    }
}
