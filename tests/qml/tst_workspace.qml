import QtQuick
import QtTest
import Tuban
import Tuban.App

Item {
    Session {
        id: session
    }
    Workspace {
        id: workspace
        session: session
    }
    TestCase {
        name: "Workspace"

        function test_esc_ends_the_panel_before_the_tool() {
            workspace.useTool("mark");
            workspace.panel = "mark";
            workspace.stepBack();
            compare(workspace.panel, "");
            compare(workspace.tool, "mark");
            workspace.stepBack();
            compare(workspace.tool, "select");
        }
        function test_a_measuring_tool_starts_to_measure_and_another_stops_it() {
            workspace.useTool("area");
            compare(workspace.measure.mode, "area");
            workspace.useTool("select");
            compare(workspace.measure.mode, "none");
        }
        function test_the_table_opens_under_the_map() {
            workspace.page = 0;
            workspace.showTable("parcel");
            verify(workspace.tableBeside);
            compare(workspace.tableLayer, "parcel");
        }
    }
}
