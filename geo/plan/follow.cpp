#include "geo/plan/follow.h"

#include "geo/plan/search_index.h"
#include "geo/plan/state_now.h"

namespace tuban {

Result<void>
refreshFeatures(const Database& database, const Layer& layer, const std::vector<std::string>& uids) {
    SearchIndex index(database, layer);
    StateNow states(database, layer);
    for (const std::string& uid : uids) {
        if (const auto refreshed = index.refresh(uid); !refreshed) {
            return std::unexpected(refreshed.error());
        }
        if (layer.stages.empty()) {
            continue;
        }
        if (const auto done = states.refresh(uid); !done) {
            return done;
        }
    }
    return {};
}

} // namespace tuban
