#pragma once

#include "app/cli/command.h"

#include <span>
#include <string_view>

namespace tuban {

/// True when the program's first argument belongs to the command line: a command, an option like `--help`, or
/// a word that is neither a file nor named like a plan (it is then told what is near). False for a plan file,
/// which the window opens.
[[nodiscard]] bool isCommand(std::string_view firstArgument, std::span<const ExtraCommand> extra);

/// Reads the arguments, runs the command they name, and speaks as the command line promises: the answer on
/// stdout, everything else on stderr. Takes SIGINT and SIGTERM while it runs; call it before any thread is
/// started.
/// \param extra commands beside those of this room
/// \return the exit code of the program
[[nodiscard]] int runCommandLine(int argc, char** argv, std::span<const ExtraCommand> extra = {});

} // namespace tuban
