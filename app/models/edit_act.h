#pragma once

#include "app/session/act_queue.h"
#include "geo/plan/features.h"

#include <string>

namespace tuban {

/// An act that sets attributes of one feature, as one journal entry.
/// \param title how the journal names the feature
[[nodiscard]] ActWork editAct(std::string layer, FeatureEdit edit, std::string title, std::string by);

} // namespace tuban
