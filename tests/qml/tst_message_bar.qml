import QtQuick
import QtTest
import Tuban

Item {
    id: sheet
    width: 700
    height: 300

    Messages {
        id: bar
    }
    SignalSpy {
        id: wanted
        target: bar
        signalName: "actionWanted"
    }
    TestCase {
        name: "Messages"
        when: windowShown

        function init() {
            wanted.clear();
            bar.visible = false;
        }
        function test_the_action_is_offered_and_puts_the_bar_away() {
            bar.show("2,033 parcels imported", "", false, "undo");
            verify(bar.visible);
            mouseClick(findChild(bar, "action"));
            compare(wanted.count, 1);
            compare(wanted.signalArguments[0][0], "undo");
            verify(!bar.visible);
        }
        function test_details_unfold_and_can_be_copied() {
            bar.show("The file cannot be read", "land.shp: record 12 is cut", true, "");
            const folded = bar.height;
            mouseClick(findChild(bar, "details"));
            verify(bar.unfolded);
            tryVerify(() => bar.height > folded);
        }
        function test_markup_in_a_message_stays_text() {
            bar.show("<b>bold</b>", "", false, "");
            compare(findChild(bar, "sentence").textFormat, Text.PlainText);
        }
    }
}
