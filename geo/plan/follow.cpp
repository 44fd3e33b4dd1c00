#include "geo/plan/follow.h"

#include "geo/plan/search_index.h"
#include "geo/plan/state_now.h"

namespace tuban {

Result<void>
refreshFeatures(const Database& database, const Layer& layer, const std::vector<std::string>& uids) {
    SearchIndex index(database, layer);
    for (const std::string& uid : uids) {
        auto done = index.refresh(uid);
        if (done && !layer.stages.empty()) {
            done = refreshStateNow(database, layer, uid);
        }
        if (!done) {
            return done;
        }
    }
    return {};
}

} // namespace tuban
