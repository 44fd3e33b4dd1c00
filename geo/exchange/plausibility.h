#pragma once

#include "geo/exchange/row_match.h"

namespace tuban {

/// Warns of what is possible but seldom meant: features far from all others of the plan or from its central
/// meridian, and registered areas that look like hectares or mu where square metres are expected.
void warnOfTheUnlikely(const Plan& plan,
                       const Incoming& incoming,
                       const RowMatches& matches,
                       ImportReport& report);

} // namespace tuban
