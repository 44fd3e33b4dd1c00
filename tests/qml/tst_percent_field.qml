import QtQuick
import QtTest
import Tuban

Item {
    width: 300
    height: 100

    PercentField {
        id: field
        width: 300
        title: "Progress"
        percent: -1
        onChosen: percent => field.percent = percent
    }
    TestCase {
        name: "PercentField"
        when: windowShown

        function number(): Item {
            return findChild(field, "number");
        }
        function test_a_number_is_taken_and_an_empty_field_means_none() {
            number().forceActiveFocus();
            number().selectAll();
            keyClick("4");
            keyClick("2");
            keyClick(Qt.Key_Return);
            compare(field.percent, 42);
            number().selectAll();
            keyClick(Qt.Key_Delete);
            keyClick(Qt.Key_Return);
            compare(field.percent, -1);
        }
        function test_the_slider_steps_by_five() {
            field.percent = 40;
            findChild(field, "slider").forceActiveFocus();
            keyClick(Qt.Key_Right);
            compare(field.percent, 45);
            compare(number().text, "45");
        }
        function test_more_than_a_hundred_is_not_taken() {
            field.percent = 10;
            number().forceActiveFocus();
            number().selectAll();
            keyClick("1");
            keyClick("5");
            keyClick("0");
            compare(number().text, "15");
        }
    }
}
