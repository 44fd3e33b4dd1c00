#pragma once

#include "geo/base/result.h"
#include "geo/plan/features.h"

#include <string>
#include <string_view>
#include <vector>

namespace tuban {

struct SearchHit {
    FeatureRef feature;
    std::string title;  ///< name or number that was met
    std::string detail; ///< further words: number, location
};

/// Features whose name, number, uid, other texts or pinyin initials hold the words, best first. One or two
/// Chinese characters suffice. Safe for any text. \return at most `limit` hits
[[nodiscard]] Result<std::vector<SearchHit>> search(const Plan& plan, std::string_view words, int limit = 50);

/// Fills the index of a layer anew (after a foreign edit or a bulk import), inside the caller's transaction.
[[nodiscard]] Result<void> reindexLayer(Plan& plan, std::string_view layer);

} // namespace tuban
