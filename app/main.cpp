#include "app/cli/command_line.h"
#include "app/print/render_command.h"
#include "app/window.h"

#include <array>

/// With a command: the command line, which needs no display. With a plan file or nothing: the window.
int main(int argc, char** argv) {
    if (argc > 1 && tuban::isCommand(argv[1])) {
        const std::array<tuban::ExtraCommand, 1> extra{tuban::renderCommand()};
        return tuban::runCommandLine(argc, argv, extra);
    }
    return tuban::runWindow(argc, argv);
}
