import QtQuick
import Tuban

/// What a click on the map does, by the tool in use.
QtObject {
    id: root

    required property Workspace workspace
    required property real radiusM
    signal severalFound(point at)

    function click(coordinate: var, at: point, modifiers: int) {
        const lon = coordinate.longitude, lat = coordinate.latitude;
        if (workspace.tool === "mark") {
            workspace.panel = "mark";
            workspace.mark.beginAt(lon, lat, radiusM);
        } else if (workspace.measure.mode !== "none") {
            workspace.measure.add(lon, lat);
        } else if (modifiers & (Qt.ShiftModifier | Qt.ControlModifier)) {
            workspace.selection.pickWith(lon, lat, radiusM, modifiers & Qt.ControlModifier ? "toggle" : "add");
        } else if (workspace.selection.pick(lon, lat, radiusM)) {
            workspace.panel = "inspector"; // also where it was selected already
            if (workspace.selection.hitCount > 1)
                severalFound(at);
        }
    }
    function point(coordinate: var) {
        workspace.readout.setCursor(coordinate.longitude, coordinate.latitude);
        if (workspace.measure.mode !== "none")
            workspace.measure.move(coordinate.longitude, coordinate.latitude);
        else if (workspace.tool === "select")
            workspace.selection.hover(coordinate.longitude, coordinate.latitude, radiusM);
    }
    function selectBox(from: var, to: var, modifiers: int) {
        workspace.selection.selectBox(Math.min(from.longitude, to.longitude), Math.min(from.latitude, to.latitude),
                                      Math.max(from.longitude, to.longitude), Math.max(from.latitude, to.latitude),
                                      modifiers & Qt.ShiftModifier ? "add" : "set");
    }
    function finish() {
        workspace.measure.finish();
    }
    function key(key: int): bool {
        if (workspace.measure.mode !== "none" && (key === Qt.Key_Backspace || key === Qt.Key_Return)) {
            key === Qt.Key_Backspace ? workspace.measure.undoPoint() : finish();
            return true;
        }
        return false;
    }
}
