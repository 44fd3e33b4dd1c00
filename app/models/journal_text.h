#pragma once

#include "app/session/session.h"
#include "geo/plan/journal.h"

#include <QString>

namespace tuban {

/// "Mark · Road projects · 科学大道: Building" from a journal entry, in the language of the program. GUI
/// thread.
[[nodiscard]] QString journalText(const Session& session, const JournalEntry& entry);

/// What kind of act it was, in words.
[[nodiscard]] QString journalKindText(const std::string& kind);

} // namespace tuban
