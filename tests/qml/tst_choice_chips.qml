import QtQuick
import QtTest
import Tuban

Item {
    width: 400
    height: 200

    ChoiceChips {
        id: stages
        width: 400
        title: "Stage"
        choices: [{code: "started", label: "开工"}, {code: "building", label: "在建"}]
        code: "started"
        onChosen: code => stages.code = code
    }
    TestCase {
        name: "ChoiceChips"
        when: windowShown

        function chip(label: string): Item {
            return findChild(stages, "chip_" + label);
        }
        function test_a_click_chooses_and_a_second_takes_back() {
            mouseClick(chip("building"));
            compare(stages.code, "building");
            verify(chip("building").on);
            verify(!chip("started").on);
            mouseClick(chip("building"));
            compare(stages.code, "");
        }
        function test_keys_reach_each_choice() {
            stages.code = "";
            chip("started").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right);
            verify(chip("building").activeFocus);
            keyClick(Qt.Key_Space);
            compare(stages.code, "building");
        }
    }
}
