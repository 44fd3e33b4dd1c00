import Tuban

/// A command of the list as a drawing.
IconButton {
    id: root

    required property Command command

    iconName: command.iconName
    text: command.text
    keyText: command.keyText
    on: command.on
    enabled: command.enabled
    onClicked: command.trigger()
}
