#include "app/cli/commands.h"

namespace tuban {

std::vector<Command> ownCommands() {
    return {newCommand(),
            demoCommand(),
            infoCommand(),
            importCommand(),
            exportCommand(),
            copyCommand(),
            verifyCommand(),
            areaCommand(),
            listCommand(),
            overlayCommand(),
            coverageCommand(),
            siteCommand(),
            networkCommand(),
            checkCommand(),
            markCommand(),
            progressCommand(),
            idleCommand(),
            mergeCommand(),
            historyCommand(),
            undoCommand(),
            redoCommand(),
            previewCommand()};
}

} // namespace tuban
