#pragma once

#include "geo/base/result.h"
#include "geo/plan/plan.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace tuban {

/// What happened to one row since two copies parted.
struct RowChanges {
    std::map<std::string, std::string>
        base; ///< of each changed column its value before, as text (blobs: "shape")
    bool inserted = false;
    bool deleted = false;
    std::string lastAt; ///< instant and uid of the last entry of the journal that touched it
};

/// What one copy did since it parted from another, as its journal tells.
class SideChanges {
public:
    /// \param common uids of the entries that both journals have
    [[nodiscard]] static Result<SideChanges> read(const Plan& plan,
                                                  const std::set<std::string, std::less<>>& common);

    /// nullptr when nothing is told of it.
    [[nodiscard]] const RowChanges* of(std::string_view table, std::string_view uid) const;
    /// Some entries do not tell what they changed: another program wrote.
    [[nodiscard]] bool isSilent() const { return m_silent; }

private:
    friend class ChangeReader;
    std::map<std::string, std::map<std::string, RowChanges, std::less<>>, std::less<>> m_rows;
    bool m_silent = false;
};

/// Uids of all entries of a journal.
[[nodiscard]] Result<std::set<std::string, std::less<>>> journalUids(const Plan& plan);

} // namespace tuban
