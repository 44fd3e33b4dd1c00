#include "app/cli/command_line.h"
#include "app/cli/report_commands.h"
#include "app/print/render_command.h"
#include "app/print/report_pdf.h"
#include "app/window.h"

#include <array>

/// With a command: the command line, which needs no display. With a plan file or nothing: the window.
int main(int argc, char** argv) {
    const std::array extra{tuban::targetsCommand(tuban::printReport),
                           tuban::meetingCommand(tuban::printReport),
                           tuban::renderCommand()};
    if (argc > 1 && tuban::isCommand(argv[1], extra)) {
        return tuban::runCommandLine(argc, argv, extra);
    }
    return tuban::runWindow(argc, argv);
}
