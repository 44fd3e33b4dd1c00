#include "app/paint/mark_stages.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace tuban {

StagesByLayer stagesOf(std::span<const Mark> marks, std::string_view day) {
    std::vector<const Mark*> saying;
    for (const Mark& mark : marks) {
        if (!mark.stage.empty() && !mark.isVoid && mark.onDate <= day) {
            saying.push_back(&mark);
        }
    }
    std::ranges::sort(saying, [](const Mark* a, const Mark* b) {
        return std::tie(a->onDate, a->recordedAt, a->uid) < std::tie(b->onDate, b->recordedAt, b->uid);
    });
    std::map<std::string, std::shared_ptr<StageByUid>> stages;
    for (const Mark* mark : saying) {
        auto& ofLayer = stages[mark->subject.layer];
        if (ofLayer == nullptr) {
            ofLayer = std::make_shared<StageByUid>();
        }
        ofLayer->insert_or_assign(mark->subject.uid, mark->stage);
    }
    return {stages.begin(), stages.end()};
}

} // namespace tuban
