#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace tuban {

class Invocation;

/// What a command does once its options are read. \return the exit code (0, or 1 when findings exist); a
/// failure is told on stderr and becomes the exit code of its ErrorCode.
using CommandAction = std::function<Result<int>(Invocation&)>;

/// One command of the command line. `--json` and `--help` are added to each.
struct Command {
    std::string name;    ///< "info"
    std::string summary; ///< one sentence, shown in the list of commands
    std::string example; ///< one real command line, shown last in its help
    /// Adds the command's own options and gives its action. What the options write to has to live as long as
    /// the action: share it between both.
    std::function<CommandAction(CLI::App&)> define;
};

/// A command that the program brings along: one that draws and so may not live in this room.
using ExtraCommand = Command;

} // namespace tuban
