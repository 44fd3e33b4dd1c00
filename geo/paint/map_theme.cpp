#include "geo/paint/map_theme.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <format>

namespace tuban {

std::string_view paintFile(std::string_view name); // made by tuban_embed

namespace {

using Json = nlohmann::json;

std::string textIn(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

MapTheme themeIn(const Json& json) {
    MapTheme theme;
    theme.name = textIn(json, "name");
    theme.title = {.zh = textIn(json, "zh"), .en = textIn(json, "en")};
    for (const Json& item : json.value("layers", Json::array())) {
        if (item.is_object() && item.contains("layer")) {
            const Json opacity = item.value("opacity", Json(1.0));
            theme.layers.push_back(
                {.layer = textIn(item, "layer"),
                 .style = textIn(item, "style"),
                 .opacity = opacity.is_number() ? std::clamp(opacity.get<double>(), 0.0, 1.0) : 1.0});
        }
    }
    return theme;
}

std::vector<MapTheme> readBuiltIn() {
    auto themes = themesFromJson(paintFile("catalogue/themes.json")).value_or(std::vector<MapTheme>());
    for (MapTheme& theme : themes) {
        theme.isBuiltIn = true;
    }
    return themes;
}

} // namespace

const std::vector<MapTheme>& builtInThemes() {
    static const std::vector<MapTheme> themes = readBuiltIn();
    return themes;
}

std::string themesToJson(std::span<const MapTheme> themes) {
    Json list = Json::array();
    for (const MapTheme& theme : themes) {
        Json layers = Json::array();
        for (const MapTheme::Entry& entry : theme.layers) {
            layers.push_back({{"layer", entry.layer}, {"style", entry.style}, {"opacity", entry.opacity}});
        }
        list.push_back(
            {{"name", theme.name}, {"zh", theme.title.zh}, {"en", theme.title.en}, {"layers", layers}});
    }
    return list.dump();
}

Result<std::vector<MapTheme>> themesFromJson(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_array()) {
        return failure(ErrorCode::Corrupt, "The saved themes are not a list.");
    }
    std::vector<MapTheme> themes;
    for (const Json& item : json) {
        if (item.is_object() && !textIn(item, "name").empty()) {
            themes.push_back(themeIn(item));
        }
    }
    return themes;
}

Result<MapTheme> themeNamed(std::span<const MapTheme> themes, std::string_view name) {
    const std::string word = lowerAscii(trimmed(name));
    std::string known;
    for (const MapTheme& theme : themes) {
        if (word == lowerAscii(theme.name) || word == lowerAscii(theme.title.zh) ||
            word == lowerAscii(theme.title.en)) {
            return theme;
        }
        known += (known.empty() ? "" : ", ") + theme.name + " (" + theme.title.zh + ")";
    }
    return failure(ErrorCode::Usage, std::format("There is no theme \"{}\"; there are {}.", name, known));
}

} // namespace tuban
