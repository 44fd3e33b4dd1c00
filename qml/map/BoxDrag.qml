import QtQuick

/// A box drawn by dragging, in the coordinates of the parent.
DragHandler {
    id: root

    signal drawn(point from, point to, int modifiers)

    target: null
    onActiveChanged: if (!active) root.drawn(centroid.pressPosition, centroid.position, centroid.modifiers)
}
