import QtQuick
import Tuban

/// The coordinate systems a district works in: CGCS2000, 3-degree zones by their meridian, without or with the
/// zone number before the easting; and degrees.
ComboBox {
    id: root

    property bool withZones: true   ///< also those with the zone number
    property bool withDegrees: false
    property string code: "EPSG:4547"
    property string firstLabel      ///< a first choice that leaves it open; its code is ""
    signal chosen(string code)

    readonly property var zones: Array.from({length: 21}, (_, i) => 25 + i)

    textRole: "label"
    valueRole: "code"
    model: [].concat(firstLabel ? [{code: "", label: firstLabel}] : [],
        zones.map(zone => ({code: "EPSG:" + (4509 + zone), label: qsTr("CGCS2000, 3° zone, meridian %1° E").arg(3 * zone)})),
        withZones ? zones.map(zone => ({code: "EPSG:" + (4488 + zone), label: qsTr("CGCS2000, 3° zone %1, with zone number").arg(zone)})) : [],
        withDegrees ? [{code: "EPSG:4490", label: qsTr("CGCS2000, degrees")}, {code: "EPSG:4326", label: qsTr("WGS 84, degrees")}] : [])
    currentIndex: Math.max(0, model.findIndex(entry => entry.code === code))
    Accessible.name: qsTr("Coordinate system")
    onActivated: chosen(currentValue)
}
