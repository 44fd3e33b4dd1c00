#pragma once

#include "geo/plan/merge.h"
#include "geo/plan/merge_changes.h"

#include <set>
#include <string>
#include <utility>

namespace tuban {

/// What the merging of tables shares; inside the caller's act.
struct MergeContext {
    Plan& plan;
    const Plan& other;
    const SideChanges& mine;
    const SideChanges& theirs;
    MergeReport& report;
    /// Rows written or removed, as table and uid.
    std::set<std::pair<std::string, std::string>> touched{};
};

/// A table with uids: three ways, by what both sides changed since they parted.
[[nodiscard]] Result<void> mergeRows(MergeContext& context, const std::string& table);

/// A table of lines that are only ever added: those whose key is not here are taken.
/// \param key names of the columns that tell a line
[[nodiscard]] Result<std::int64_t>
addLines(MergeContext& context, const std::string& table, const std::vector<std::string>& key);

} // namespace tuban
