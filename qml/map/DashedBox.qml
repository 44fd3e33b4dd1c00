import QtQuick
import QtQuick.Shapes
import Tuban

/// A dashed edge.
Shape {
    id: root

    ShapePath {
        strokeWidth: 1.25
        strokeColor: Theme.accent
        strokeStyle: ShapePath.DashLine
        dashPattern: [4, 3]
        fillColor: "transparent"
        startX: 0.5
        startY: 0.5

        PathLine {
            x: root.width - 0.5
            y: 0.5
        }
        PathLine {
            x: root.width - 0.5
            y: root.height - 0.5
        }
        PathLine {
            x: 0.5
            y: root.height - 0.5
        }
        PathLine {
            x: 0.5
            y: 0.5
        }
    }
}
