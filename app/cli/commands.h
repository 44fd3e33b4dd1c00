#pragma once

#include "app/cli/command.h"

#include <vector>

namespace tuban {

[[nodiscard]] Command newCommand();
[[nodiscard]] Command demoCommand();
[[nodiscard]] Command infoCommand();
[[nodiscard]] Command importCommand();
[[nodiscard]] Command exportCommand();
/// What a file holds, for the window; not in the help.
[[nodiscard]] Command previewCommand();
[[nodiscard]] Command copyCommand();
[[nodiscard]] Command verifyCommand();
[[nodiscard]] Command areaCommand();
[[nodiscard]] Command listCommand();
[[nodiscard]] Command overlayCommand();
[[nodiscard]] Command coverageCommand();
[[nodiscard]] Command siteCommand();
[[nodiscard]] Command networkCommand();
[[nodiscard]] Command checkCommand();
[[nodiscard]] Command markCommand();
[[nodiscard]] Command progressCommand();
[[nodiscard]] Command idleCommand();
[[nodiscard]] Command mergeCommand();
[[nodiscard]] Command historyCommand();
[[nodiscard]] Command undoCommand();
[[nodiscard]] Command redoCommand();

/// The commands of this room in the order of the help.
[[nodiscard]] std::vector<Command> ownCommands();

} // namespace tuban
