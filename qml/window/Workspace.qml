import QtQuick
import Tuban.App

/// Everything that works on the open plan, and what the window shows of it.
Item {
    id: root

    required property Session session

    readonly property Selection selection: Selection {
        session: root.session
    }
    readonly property LayerListModel layers: LayerListModel {
        session: root.session
    }
    readonly property ThemeListModel themes: ThemeListModel {
        layers: root.layers
    }
    readonly property UndoController undo: UndoController {
        session: root.session
    }
    readonly property MarkController mark: MarkController {
        session: root.session
        selection: root.selection
    }
    readonly property MeasureController measure: MeasureController {
        session: root.session
    }
    readonly property MapReadout readout: MapReadout {
        session: root.session
    }
    readonly property Lasso lasso: Lasso {}
    readonly property ViewHistory views: ViewHistory {
        session: root.session
    }
    readonly property BaseMap baseMap: BaseMap {
        session: root.session
    }
    readonly property TransferController transfer: TransferController {
        session: root.session
    }

    property string tool: "select"    ///< select, box, lasso, zoom, length, area, mark
    property string panel: ""         ///< inspector, mark, or nothing
    property int page: 0              ///< 0 map, 1 attribute table
    property bool tableBeside: false  ///< the table stands under the map
    property bool layersOpen: true
    property bool stepsClosed: false
    property string tableLayer: ""
    property real metersPerPixel: 0
    property bool graticule: String(Preferences.value("map/graticule", false)) === "true"

    onGraticuleChanged: Preferences.setValue("map/graticule", graticule)

    signal flyTo(var rectangle)
    signal flyToPoint(real lon, real lat)
    signal zoomBy(real steps)
    signal zoomToScale(real denominator)
    signal northWanted

    function showFeature(layer: string, uid: string) {
        selection.select(layer, [uid], "set");
        zoomToFeature(layer, uid);
    }
    function zoomToLayer(layer: string) {
        flyTo(session.layerExtent(layer));
    }
    function zoomToFeature(layer: string, uid: string) {
        flyTo(session.featureExtent(layer, uid));
    }
    function beginMark(layer: string, uid: string) {
        mark.beginFor(layer, uid);
        panel = "mark";
    }
    function closePanel() {
        if (panel === "mark")
            mark.cancel();
        panel = "";
    }
    /// Esc: ends what is being drawn, then the panel, then the tool, then the selection.
    function stepBack() {
        if (measure.points.length > 0)
            measure.clear();
        else if (lasso.corners > 0)
            lasso.clear();
        else if (panel)
            closePanel();
        else if (tool !== "select")
            useTool("select");
        else
            selection.clear();
    }
    function useTool(name: string) {
        tool = name;
        lasso.clear();
        measure.mode = name === "length" || name === "area" ? name : "none";
    }
    function showTable(layer: string) {
        tableLayer = layer;
        tableBeside = page === 0;
    }

    Connections {
        target: root.selection

        function onChanged() {
            if (root.panel !== "mark")
                root.panel = root.selection.currentUid ? "inspector" : "";
            if (root.selection.currentLayer)
                root.tableLayer = root.selection.currentLayer;
        }
    }
    Connections {
        target: root.mark

        function onCommitted() {
            root.selection.select(root.mark.subjectLayer, [root.mark.subjectUid], "set");
            root.panel = "inspector";
        }
    }
    Connections {
        target: root.session

        function onClosed() {
            root.panel = "";
            root.tableLayer = "";
        }
    }
}
