import QtQuick
import Tuban
import Tuban.App

/// What was chosen for an import; what was not chosen is left to the program.
QtObject {
    id: root

    required property TransferController transfer
    required property url file
    property string wantedLayer
    property string sourceLayer
    property string crs
    property string encoding
    property string match
    property string onMatch
    property string onInvalid: "repair"
    property var changedFields: ({}) ///< column: field, "" leaves the column empty
    readonly property string layer: wantedLayer || transfer.source.suggestedLayer
    readonly property var options: ({source: String(file), layer: layer, sourceLayer: sourceLayer, crs: crs, encoding: encoding,
            map: changedFields, match: match, onMatch: onMatch, onInvalid: onInvalid})

    function reset(layer: string) {
        wantedLayer = layer;
        sourceLayer = crs = encoding = match = onMatch = "";
        onInvalid = "repair";
        changedFields = {};
    }
    function look() {
        transfer.preview(String(file), {layer: wantedLayer, sourceLayer: sourceLayer, crs: crs, encoding: encoding});
    }
    function setField(column: string, field: string) {
        changedFields = Object.assign({}, changedFields, {[column]: field});
    }
}
