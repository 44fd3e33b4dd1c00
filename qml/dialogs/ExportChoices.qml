import QtQuick
import Tuban.App

/// What was chosen for an export; the last choice is kept.
QtObject {
    id: root

    required property Session session
    readonly property var presets: [
        {code: "arcgis", title: qsTr("ArcGIS, QGIS: shapefile, UTF-8"), detail: qsTr("Chinese as it is; names of fields of at most 10 letters")},
        {code: "cass", title: qsTr("CASS and older tools: shapefile, GBK"), detail: qsTr("With the language mark that old programs look for; rare characters may be lost")},
        {code: "gpkg", title: qsTr("GeoPackage"), detail: qsTr("One file, nothing cut; styles for QGIS inside")},
        {code: "geojson", title: qsTr("GeoJSON"), detail: qsTr("For the web, in degrees")},
        {code: "csv", title: qsTr("Table (CSV)"), detail: qsTr("Attributes only")}]
    property string preset: Preferences.value("export/preset", "arcgis")
    property string crs
    property string names: Preferences.value("export/names", "pinyin")
    property string values: Preferences.value("export/values", "label")
    property list<string> layers
    readonly property bool shapefile: preset === "arcgis" || preset === "cass"
    readonly property string format: shapefile ? "shp" : preset
    readonly property bool fixedCrs: preset === "geojson"
    readonly property bool intoFolder: shapefile || (layers.length > 1 && preset !== "gpkg")
    readonly property string limits: shapefile
        ? qsTr("A shapefile holds texts of at most 254 bytes and names of 10. A table of long and short names lies beside it; every cut value and lost character is listed, and the file is read back and compared.")
        : qsTr("The file is read back and compared with the plan; what differs is listed.")
    readonly property var options: ({layers: Array.from(layers), format: format, crs: fixedCrs ? "" : crs,
            encoding: preset === "cass" ? "GBK" : "UTF-8", names: names, values: values})

    function toggle(layer: string) {
        layers = layers.includes(layer) ? layers.filter(name => name !== layer) : [...layers, layer];
    }
    function remember() {
        Preferences.setValue("export/preset", preset);
        Preferences.setValue("export/names", names);
        Preferences.setValue("export/values", values);
    }
}
