#include "app/paint/light_codes.h"

namespace tuban {

LightByUid lightCodesOf(const std::unordered_map<std::string, LightOfWork>& lights) {
    LightByUid codes;
    for (const auto& [uid, work] : lights) {
        codes.emplace(uid, LightCode{.code = std::string(codeOf(work.light)), .silent = work.silent});
    }
    return codes;
}

} // namespace tuban
