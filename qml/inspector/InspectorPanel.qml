pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Tuban
import Tuban.App

/// All that is known of the selected feature.
Rectangle {
    id: root

    required property Session session
    required property Workspace workspace
    readonly property Selection selection: workspace.selection
    signal photoWanted(url source)

    color: Theme.surface
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Inspector")

    InspectorModel {
        id: card
        session: root.session
        layer: root.selection.currentLayer
        uid: root.selection.currentUid
    }
    FeatureTargets {
        id: feeds
        session: root.session
        selection: root.selection
        layer: root.selection.currentLayer
        uid: root.selection.currentUid
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        InspectorHead {
            Layout.fillWidth: true
            card: card
            several: root.selection.count
            summary: root.selection.summary
            writable: !root.session.readOnly
            markable: root.session.markableLayers.some(layer => layer.name === card.layer)
            onCloseWanted: root.workspace.panel = ""
            onMarkWanted: root.workspace.beginMark(card.layer, card.uid)
            onZoomWanted: root.workspace.flyTo(root.session.featureExtent(card.layer, card.uid))
        }
        HLine {
            Layout.fillWidth: true
        }
        Flickable {
            id: scroll
            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: content.height + Theme.s4
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}

            ColumnLayout {
                id: content
                x: Theme.s3
                y: Theme.s2
                width: scroll.width - 2 * Theme.s3
                spacing: Theme.s3

                AreaTable {
                    Layout.fillWidth: true
                    visible: card.areas.length > 0
                    areas: card.areas
                }
                MarkHistory {
                    objectName: "markHistory"
                    Layout.fillWidth: true
                    session: root.session
                    layerName: card.layer
                    uid: card.uid
                    onPhotoWanted: source => root.photoWanted(source)
                }
                CountsTowards {
                    objectName: "countsTowards"
                    Layout.fillWidth: true
                    visible: feeds.count > 0
                    targets: feeds
                    onFeaturesWanted: row => feeds.selectFeatures(row)
                }
                FieldList {
                    Layout.fillWidth: true
                    card: card
                    writable: !root.session.readOnly
                }
                LiesIn {
                    Layout.fillWidth: true
                    visible: card.liesIn.length > 0
                    features: card.liesIn
                    onFeatureWanted: (layer, uid) => root.workspace.showFeature(layer, uid)
                }
                SelectableText {
                    Layout.fillWidth: true
                    text: card.uid ? card.layer + ":" + card.uid : ""
                }
            }
        }
    }
}
