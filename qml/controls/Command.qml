import QtQuick
import QtQuick.Templates as T
import Tuban

/// A command of the program: its name, keys and drawing. `text` is the name.
T.Action {
    property string name: text ///< without what it would act on
    property string iconName
    property string group
    property bool on: false ///< what it switches is on: a tool in use, a panel in sight
    property list<string> keys
    readonly property string keyText: keys.length ? keys[0] : ""
}
