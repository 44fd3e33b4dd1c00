import QtQuick
import QtTest
import Tuban
import Tuban.App

Item {
    width: 300
    height: 200

    Session {
        id: session
    }
    Workspace {
        id: workspace
        session: session
    }
    Commands {
        id: commands
        workspace: workspace
        session: session
    }
    SignalSpy {
        id: keysWanted
        target: commands
        signalName: "keysWanted"
    }
    SignalSpy {
        id: importWanted
        target: commands
        signalName: "importWanted"
    }
    TestCase {
        name: "Commands"
        when: windowShown

        function test_each_command_has_a_name_and_a_group_and_no_two_share_a_key() {
            const taken = {};
            for (const command of commands.all) {
                verify(command.name.length > 0);
                verify(command.group.length > 0, command.name);
                for (const key of command.keys) {
                    verify(!(key in taken), key + " is taken twice: " + command.name + ", " + taken[key]);
                    taken[key] = command.name;
                }
            }
            verify(commands.all.length > 25);
        }
        function test_the_keys_of_qgis_are_ours() {
            compare(commands.zoomFull.keys[0], "Ctrl+Shift+F");
            compare(commands.zoomSelection.keys[0], "Ctrl+J");
            compare(commands.selectTool.keys[0], "Ctrl+Shift+I");
            compare(commands.lengthTool.keys[0], "Ctrl+Shift+M");
            compare(commands.areaTool.keys[0], "Ctrl+Shift+J");
            compare(commands.table.keys[0], "F6");
            compare(commands.selectNone.keys[0], "Ctrl+Shift+A");
            verify(commands.redo.keys.includes("Ctrl+Shift+Z"));
        }
        function test_a_key_triggers_its_command() {
            keyClick(Qt.Key_F1);
            tryCompare(keysWanted, "count", 1);
        }
        function test_what_needs_a_plan_waits_for_one() {
            verify(!session.open);
            verify(!commands.importFile.enabled);
            keyClick(Qt.Key_I, Qt.ControlModifier);
            compare(importWanted.count, 0);
            verify(commands.newPlan.enabled);
        }
    }
}
