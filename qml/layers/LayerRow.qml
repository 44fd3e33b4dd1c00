import QtQuick
import Tuban
import Tuban.App

/// One layer: on or off, its sign, title and count; under the pointer how strong it is drawn. Unfolds to its legend.
Item {
    id: root

    required property int index
    required property string name
    required property string title
    required property int count
    required property var model
    required property Session session
    required property LayerListModel layers
    property bool current: false
    property bool unfolded: model.hasLegend === true && name === "parcel"
    readonly property bool shown: model.visible === true
    readonly property bool touched: hover.hovered || drag.active || activeFocus
    signal shownWanted(bool shown)
    signal opacityWanted(real value)
    signal moveWanted(int to)
    signal chosen
    signal zoomWanted
    signal tableWanted

    height: head.height + (unfolded ? legend.height : 0)
    z: drag.active ? 2 : 1
    activeFocusOnTab: false
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2 features").arg(title).arg(count)
    Keys.onSpacePressed: root.shownWanted(!shown)
    Keys.onReturnPressed: root.tableWanted()
    Keys.onRightPressed: root.unfolded = model.hasLegend
    Keys.onLeftPressed: root.unfolded = false
    Keys.onPressed: event => {
        if (event.modifiers & Qt.AltModifier && (event.key === Qt.Key_Up || event.key === Qt.Key_Down)) {
            root.moveWanted(index + (event.key === Qt.Key_Up ? -1 : 1));
            event.accepted = true;
        }
    }

    Rectangle {
        id: head
        width: parent.width
        height: 32
        color: drag.active ? Theme.pressed : root.current ? Theme.chosen : hover.hovered ? Theme.hover : "transparent"

        HoverHandler {
            id: hover
        }
        TapHandler {
            onTapped: {
                root.ListView.view.currentIndex = root.index;
                root.chosen();
            }
            onDoubleTapped: root.zoomWanted()
        }
        TapHandler {
            acceptedButtons: Qt.RightButton
            onTapped: menu.popup()
        }
        DragHandler {
            id: drag
            target: null
            xAxis.enabled: false
            onActiveChanged: if (!active) root.moveWanted(root.index + Math.round(translation.y / head.height))
        }
        IconButton {
            id: fold
            x: 2
            anchors.verticalCenter: parent.verticalCenter
            side: 22
            iconName: root.unfolded ? "chevron-down" : "chevron-right"
            text: root.unfolded ? qsTr("Fold the legend") : qsTr("Unfold the legend")
            inkColour: Theme.secondary
            opacity: root.model.hasLegend ? 1 : 0
            enabled: root.model.hasLegend
            onClicked: root.unfolded = !root.unfolded
        }
        IconButton {
            id: eye
            anchors.left: fold.right
            anchors.verticalCenter: parent.verticalCenter
            side: 24
            iconName: root.shown ? "eye" : "eye-off"
            text: root.shown ? qsTr("Hide %1").arg(root.title) : qsTr("Show %1").arg(root.title)
            inkColour: root.shown ? Theme.ink : Theme.disabled
            onClicked: root.shownWanted(!root.shown)
        }
        LayerSign {
            id: sign
            anchors.left: eye.right
            anchors.leftMargin: Theme.s1
            anchors.verticalCenter: parent.verticalCenter
            geometry: root.model.geometry
            colour: root.model.colour
            opacity: root.shown ? 1 : 0.45
        }
        Label {
            anchors.left: sign.right
            anchors.leftMargin: Theme.s2
            anchors.right: strength.visible ? strength.left : figure.left
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            text: root.title
            elide: Text.ElideRight
            color: root.shown ? Theme.ink : Theme.secondary
            Accessible.ignored: true
        }
        Slider {
            id: strength
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            width: 76
            visible: (root.touched || pressed) && !drag.active
            from: 0.1
            to: 1
            value: root.model.opacity
            Accessible.name: qsTr("Opacity of %1").arg(root.title)
            onMoved: root.opacityWanted(value)

            ToolTip {
                shown: strength.hovered || strength.pressed
                text: qsTr("Opacity %1 %").arg(Math.round(strength.value * 100))
            }
        }
        Figure {
            id: figure
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            visible: !strength.visible
            text: root.count.toLocaleString(Qt.locale("en"), "f", 0)
            color: Theme.secondary
        }
        FocusRing {
            shown: root.activeFocus && root.ListView.view.activeFocus
            around: 0
            anchors.margins: 1
        }
    }
    LegendList {
        id: legend
        y: head.height
        width: parent.width
        visible: root.unfolded
        session: root.session
        layers: root.layers
        layerName: root.unfolded ? root.name : ""
        opacity: root.shown ? 1 : 0.5
        onStyleMenuWanted: styleMenu.popup()
    }
    LazyMenu {
        id: styleMenu
        sourceComponent: StyleMenu {
            styles: root.model.styles
            columns: root.model.columns
            methods: root.model.methods
            style: root.model.style
            onChosen: style => root.layers.setStyle(root.index, style)
        }
    }
    LazyMenu {
        id: menu
        sourceComponent: LayerMenu {
            index: root.index
            styles: root.model.styles
            columns: root.model.columns
            methods: root.model.methods
            style: root.model.style
            onStyleWanted: style => root.layers.setStyle(root.index, style)
            onZoomWanted: root.zoomWanted()
            onTableWanted: root.tableWanted()
            onMoveWanted: to => root.moveWanted(to)
        }
    }
}
