#pragma once

#include <QFont>

namespace tuban {

/// The type of the program, named explicitly so that Chinese is drawn alike on every system.
/// \param sizePx logical pixels
[[nodiscard]] QFont textFont(int sizePx, QFont::Weight weight = QFont::Normal);

} // namespace tuban
