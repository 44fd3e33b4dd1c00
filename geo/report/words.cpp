#include "geo/report/words.h"

#include <array>

namespace tuban {

std::string lightName(Light light, const std::string& language) {
    static const std::array<LocalText, 7> names{{{"已完成", "Done"},
                                                 {"正常", "On plan"},
                                                 {"未排期/无数据", "Not planned or no data"},
                                                 {"停工", "Halted"},
                                                 {"临期/偏慢", "Due or slow"},
                                                 {"滞后", "Late"},
                                                 {"严重滞后", "Badly late"}}};
    return names.at(static_cast<std::size_t>(light)).in(language);
}

Value plannedOf(const Target& target) {
    const Value least = numberOrNull(target.planMin);
    const auto text = [](const Value& number) { return cellText(number, ReportList::Kind::Number); };
    return target.planMax ? Value(text(least) + "–" + text(*target.planMax)) : least;
}

} // namespace tuban
