#pragma once

class QQmlApplicationEngine;

namespace tuban {

class Session;

/// Opens the window and stays until it is closed. A plan named by the first argument is opened; at the very
/// first start the demo district is. \return the exit code of the program
[[nodiscard]] int runWindow(int argc, char** argv);

/// What the window's QML needs of C++ beside the session: pictures of photos and icons, and the list of
/// recent plans kept up to date. \param session outlives `engine`
void furnish(QQmlApplicationEngine& engine, Session& session);

} // namespace tuban
