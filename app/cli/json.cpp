#include "app/cli/json.h"

namespace tuban {

std::string jsonValue(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string jsonText(const Json& document) {
    return jsonValue(document) + "\n";
}

Json jsonOf(const Value& value) {
    return std::visit(
        [](const auto& held) -> Json {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>) {
                return nullptr;
            } else {
                return held;
            }
        },
        value);
}

Json jsonOf(const Box& box) {
    return box.empty() ? Json(nullptr) : Json::array({box.minX, box.minY, box.maxX, box.maxY});
}

} // namespace tuban
