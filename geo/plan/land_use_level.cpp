#include "geo/plan/land_use_level.h"

namespace tuban {

std::string
landUseAtLevel(const Catalogue& catalogue, std::string_view scheme, std::string_view code, int level) {
    const LandUse* use = catalogue.landUse(scheme, code);
    while (use != nullptr && use->level > level) {
        const LandUse* parent = catalogue.landUse(scheme, use->parent);
        if (parent == nullptr || parent->level >= use->level) {
            break;
        }
        use = parent;
    }
    return use == nullptr ? std::string(code) : use->code;
}

} // namespace tuban
