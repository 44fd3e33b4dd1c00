// The program without its window: what the sanitized build runs.
#include "app/cli/command_line.h"
#include "app/cli/report_commands.h"

#include <array>

int main(int argc, char** argv) {
    const std::array extra{tuban::targetsCommand({}), tuban::meetingCommand({})};
    return tuban::runCommandLine(argc, argv, extra);
}
