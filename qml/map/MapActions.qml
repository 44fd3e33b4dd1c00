import QtQuick
import Tuban

/// What a click on the map does, by the tool in use.
QtObject {
    id: root

    required property Workspace workspace
    required property real radiusM

    function click(coordinate: var, modifiers: int) {
        const lon = coordinate.longitude, lat = coordinate.latitude;
        if (workspace.tool === "mark") {
            workspace.panel = "mark";
            workspace.mark.beginAt(lon, lat, radiusM);
        } else if (workspace.measure.mode !== "none") {
            workspace.measure.add(lon, lat);
        } else if (modifiers & (Qt.ShiftModifier | Qt.AltModifier)) {
            workspace.selection.pickWith(lon, lat, radiusM, modifiers & Qt.AltModifier ? "remove" : "toggle");
        } else {
            if (workspace.selection.pick(lon, lat, radiusM))
                workspace.panel = "inspector"; // also where it was selected already
        }
    }
    function point(coordinate: var) {
        workspace.readout.setCursor(coordinate.longitude, coordinate.latitude);
        if (workspace.measure.mode !== "none")
            workspace.measure.move(coordinate.longitude, coordinate.latitude);
        else if (workspace.tool === "select")
            workspace.selection.hover(coordinate.longitude, coordinate.latitude, radiusM);
    }
    function finish() {
        workspace.measure.finish();
    }
    function key(key: int): bool {
        if (workspace.measure.mode !== "none" && key === Qt.Key_Backspace) {
            workspace.measure.undoPoint();
            return true;
        }
        return false;
    }
}
