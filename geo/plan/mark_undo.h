#pragma once

#include "geo/base/result.h"
#include "geo/plan/database.h"

#include <string>
#include <string_view>

namespace tuban {

/// The log of marks is never changed: what a mark said is taken back, or said again, by a further mark of its
/// chain.
enum class ChainState { BeforeMark, AfterMark };

/// What the further mark is and whose state it changes.
struct FurtherMark {
    std::string uid;
    std::string subject;
    std::string subjectUid;
};

/// Appends the mark that brings the chain of `markUid` back to what it said before that mark (a withdrawal
/// where it said nothing) or with it. Photos and shapes of the copied mark come along. Inside the caller's
/// transaction. \return Error::NotFound when there is no such mark
[[nodiscard]] Result<FurtherMark>
appendChainState(const Database& database, std::string_view markUid, ChainState state, std::string_view by);

} // namespace tuban
