pragma ComponentBehavior: Bound

import QtQuick
import QtQml.Models
import Tuban
import Tuban.App

/// The menu under the name of the plan.
Menu {
    id: root

    required property Commands commands
    required property Session session

    MenuItem {
        action: root.commands.newPlan
    }
    MenuItem {
        action: root.commands.openPlan
    }
    Menu {
        id: recent
        title: qsTr("Recent plans")

        Instantiator {
            model: RecentPlans
            delegate: MenuItem {
                required property string path
                required property string name

                text: name
                onTriggered: root.session.openPlan(path)
            }
            onObjectAdded: (index, item) => recent.insertItem(index, item)
            onObjectRemoved: (index, item) => recent.removeItem(item)
        }
    }
    MenuItem {
        action: root.commands.openDemo
    }
    MenuLine {}
    MenuItem {
        action: root.commands.importFile
    }
    MenuItem {
        action: root.commands.exportFile
    }
    MenuItem {
        action: root.commands.copyPlan
    }
    MenuLine {}
    MenuItem {
        action: root.commands.history
    }
    MenuItem {
        action: root.commands.settings
    }
    MenuItem {
        action: root.commands.identity
    }
    MenuItem {
        action: root.commands.sheetOfKeys
    }
    MenuItem {
        action: root.commands.about
    }
    MenuLine {}
    MenuItem {
        action: root.commands.closePlan
    }
    MenuItem {
        action: root.commands.quit
    }
}
