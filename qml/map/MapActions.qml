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
        } else if (workspace.tool === "lasso") {
            workspace.lasso.add(coordinate, at.x);
        } else if (modifiers & (Qt.ShiftModifier | Qt.ControlModifier)) {
            workspace.selection.pickWith(lon, lat, radiusM, modifiers & Qt.ControlModifier ? "toggle" : "add");
        } else if (workspace.selection.pick(lon, lat, radiusM)) {
            workspace.panel = "inspector"; // also where it was selected already
            if (workspace.selection.hitCount > 1)
                severalFound(at);
        }
    }
    function point(coordinate: var, at: point) {
        workspace.readout.setCursor(coordinate.longitude, coordinate.latitude);
        if (workspace.measure.mode !== "none")
            workspace.measure.move(coordinate.longitude, coordinate.latitude);
        else if (workspace.tool === "lasso")
            workspace.lasso.move(coordinate, at.x);
        else if (workspace.tool === "select")
            workspace.selection.hover(coordinate.longitude, coordinate.latitude, radiusM);
    }
    function mode(modifiers: int): string {
        const shift = modifiers & Qt.ShiftModifier, control = modifiers & Qt.ControlModifier;
        return shift && control ? "keep" : shift ? "add" : control ? "remove" : "set";
    }
    /// \param corners four of a box on the screen; to the left it selects what it touches
    function selectBox(corners: list<var>, toTheLeft: bool, modifiers: int) {
        workspace.selection.selectWithin(corners, toTheLeft, mode(modifiers));
    }
    function finish(modifiers: int) {
        if (workspace.tool === "lasso") {
            const touching = workspace.lasso.touching;
            const ring = workspace.lasso.finished();
            if (ring.length > 0)
                workspace.selection.selectWithin(ring, touching, mode(modifiers));
        } else {
            workspace.measure.finish();
        }
    }
    function key(key: int, modifiers: int): bool {
        const lasso = workspace.tool === "lasso";
        if (!lasso && workspace.measure.mode === "none")
            return false;
        if (key === Qt.Key_Backspace)
            lasso ? workspace.lasso.undoCorner() : workspace.measure.undoPoint();
        else if (key === Qt.Key_Return)
            finish(modifiers);
        else
            return false;
        return true;
    }
}
