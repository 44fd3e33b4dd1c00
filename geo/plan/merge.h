#pragma once

#include "geo/base/result.h"
#include "geo/plan/plan.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// A value that both copies changed, or a row that one changed and the other took out. Both values stay in
/// table `conflict`; the plan holds the one written later, whichever copy is merged into which.
struct MergeConflict {
    std::string table{}, uid{}, column{}; ///< column empty: the row itself
    std::string base{}, mine{}, theirs{}; ///< as text; `base` empty when the journal does not tell
    bool keptMine = true;
};

struct MergeReport {
    std::int64_t marks = 0;   ///< with their photos, stretches and parts
    std::int64_t added = 0;   ///< rows of features and of what is written about works
    std::int64_t changed = 0; ///< rows
    std::int64_t removed = 0;
    std::vector<MergeConflict> conflicts;
    [[nodiscard]] bool anything() const {
        return marks + added + changed + removed > 0 || !conflicts.empty();
    }
};

/// Brings in what another copy of the plan has that this one has not, as one act that can be undone. Rows are
/// matched by uid; what only one side changed since the copies parted is taken from it, as the journals of
/// both tell. Merging again changes nothing more. \return Error::Unreadable when `other` is no copy of the
/// plan; Busy, ReadOnly, Sql
[[nodiscard]] Result<MergeReport> mergePlan(Plan& plan, const Plan& other, std::string_view by);

} // namespace tuban
