pragma ComponentBehavior: Bound

import QtQuick
import Tuban
import Tuban.App

/// The targets of the year that the feature is counted in; each lights up all that are.
Section {
    id: root

    required property FeatureTargets targets
    signal featuresWanted(int row)

    title: qsTr("Counts towards")

    Repeater {
        model: root.targets

        TargetRow {
            onClicked: root.featuresWanted(index)
        }
    }
}
