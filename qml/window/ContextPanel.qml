import QtQuick
import Tuban
import Tuban.App

/// The panel at the right: the inspector or the mark sheet, one at a time.
Item {
    id: root

    required property Session session
    required property Workspace workspace
    signal photoWanted(url source)
    signal photosWanted

    InspectorPanel {
        anchors.fill: parent
        visible: root.workspace.panel === "inspector"
        session: root.session
        workspace: root.workspace
        onPhotoWanted: source => root.photoWanted(source)
    }
    MarkSheet {
        anchors.fill: parent
        visible: root.workspace.panel === "mark"
        mark: root.workspace.mark
        writable: !root.session.readOnly
        onCloseWanted: root.workspace.closePanel()
        onPhotosWanted: root.photosWanted()
    }
}
