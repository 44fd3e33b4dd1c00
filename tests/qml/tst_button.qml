import QtQuick
import QtTest
import Tuban

Item {
    width: 300
    height: 200

    Button {
        id: button
        text: "Import"
        iconName: "import"
    }
    IconButton {
        id: tool
        y: 60
        iconName: "mark"
        text: "Mark progress"
        keyText: "Ctrl+M"
    }
    SignalSpy {
        id: clicked
        target: button
        signalName: "clicked"
    }
    TestCase {
        name: "Button"
        when: windowShown

        function init() {
            clicked.clear();
            button.enabled = true;
        }
        function test_a_click_and_the_space_bar_act() {
            mouseClick(button);
            compare(clicked.count, 1);
            tool.forceActiveFocus(Qt.TabFocusReason);
            button.forceActiveFocus(Qt.TabFocusReason);
            verify(button.visualFocus);
            keyClick(Qt.Key_Space);
            compare(clicked.count, 2);
        }
        function test_a_disabled_button_does_nothing() {
            button.enabled = false;
            mouseClick(button);
            compare(clicked.count, 0);
        }
        function test_an_icon_button_speaks_its_name() {
            compare(tool.Accessible.name, "Mark progress");
            verify(tool.width >= 28);
        }
    }
}
