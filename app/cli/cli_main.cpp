// The program without its window: what the sanitized build runs.
#include "app/cli/command_line.h"

int main(int argc, char** argv) {
    return tuban::runCommandLine(argc, argv);
}
