import QtQuick
import Tuban

/// A number: tabular figures.
Label {
    font.features: ({"tnum": 1})
    font.pixelSize: Theme.small
}
