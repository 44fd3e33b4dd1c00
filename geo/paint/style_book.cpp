#include "geo/paint/style_book.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <format>
#include <optional>
#include <utility>

namespace tuban {

std::string_view paintFile(std::string_view name); // made by tuban_embed

namespace {

using Json = nlohmann::json;

std::unexpected<Error> fault(std::string_view entry, std::string_view what) {
    return failure(ErrorCode::Corrupt, std::format("The entry {} of styles.json {}.", entry, what));
}

std::string textIn(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

LocalText titleIn(const Json& object) {
    return {.zh = textIn(object, "zh"), .en = textIn(object, "en")};
}

/// The value of a word; nullopt for an unknown one.
template <class Meaning, std::size_t Count>
std::optional<Meaning> meaningOf(const std::array<std::pair<std::string_view, Meaning>, Count>& words,
                                 std::string_view word) {
    const auto found = std::ranges::find(words, word, &std::pair<std::string_view, Meaning>::first);
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

constexpr std::array<std::pair<std::string_view, RuleKind>, 6> ruleKinds{{{"plain", RuleKind::Plain},
                                                                          {"land_use", RuleKind::LandUse},
                                                                          {"category", RuleKind::Category},
                                                                          {"graduated", RuleKind::Graduated},
                                                                          {"stage", RuleKind::Stage},
                                                                          {"light", RuleKind::Light}}};
constexpr std::array<std::pair<std::string_view, Hatch>, 2> hatches{
    {{"idle", Hatch::Idle}, {"inefficient", Hatch::Inefficient}}};
constexpr std::array<std::pair<std::string_view, LightShape>, 7> lightShapes{
    {{"ring", LightShape::Ring},
     {"disc", LightShape::Disc},
     {"triangle", LightShape::Triangle},
     {"square", LightShape::Square},
     {"diamond", LightShape::Diamond},
     {"check", LightShape::Check},
     {"bars", LightShape::Bars}}};

/// Reads styles.json into a book.
class BookReader {
public:
    explicit BookReader(const Json& json) : m_json(json) {}

    Result<StyleBook> read() {
        return readLayers()
            .and_then([this] { return readLights(); })
            .and_then([this] { return readColours("ramps", m_book.ramps); })
            .and_then([this] { return readColours("categories", m_book.categories); })
            .and_then([this] { return readSafeLandUse(); })
            .transform([this] { return std::move(m_book); });
    }

private:
    /// A word names one of the rules that every layer may have.
    [[nodiscard]] Result<StyleRule> ruleIn(const Json& item, const std::string& layer) const {
        if (item.is_string()) {
            const std::string name = item.get<std::string>();
            const auto kind = meaningOf(ruleKinds, name);
            if (!kind || !m_json["standard"].contains(name)) {
                return fault(layer, "has the unknown style " + name);
            }
            StyleRule rule;
            rule.name = name;
            rule.title = titleIn(m_json["standard"][name]);
            rule.kind = *kind;
            return rule;
        }
        StyleRule rule;
        rule.name = textIn(item, "name");
        rule.title = titleIn(item);
        rule.column = textIn(item, "column");
        rule.unit = {.zh = textIn(item, "unit"),
                     .en = textIn(item, item.contains("unit_en") ? "unit_en" : "unit")};
        rule.per = item.value("per", 1.0);
        rule.ramp = item.value("ramp", rule.ramp);
        rule.breaks = item.value("breaks", std::vector<double>());
        rule.widthsM = item.value("widths_m", std::map<std::string, double>());
        const auto kind = meaningOf(ruleKinds, textIn(item, "rule"));
        const auto method = breakMethodOf(item.value("method", std::string("listed")));
        if (!kind || !method || rule.name.empty() || rule.title.zh.empty() || rule.column.empty()) {
            return fault(layer + "." + rule.name, "lacks a rule, a title or a column");
        }
        rule.kind = *kind;
        rule.method = *method;
        return rule;
    }

    static Result<std::vector<HatchRule>> hatchesIn(const Json& layer, const std::string& name) {
        std::vector<HatchRule> rules;
        for (const Json& item : layer.value("hatches", Json::array())) {
            const auto hatch = meaningOf(hatches, textIn(item, "hatch"));
            if (!hatch) {
                return fault(name, "has an unknown hatch");
            }
            rules.push_back({.column = textIn(item, "column"), .hatch = *hatch, .label = titleIn(item)});
        }
        return rules;
    }

    Result<void> readLayers() {
        for (const auto& [name, layer] : m_json["layers"].items()) {
            const auto marks = hatchesIn(layer, name);
            if (!marks) {
                return std::unexpected(marks.error());
            }
            for (const Json& item : layer["styles"]) {
                auto rule = ruleIn(item, name);
                if (!rule) {
                    return std::unexpected(rule.error());
                }
                if (rule->kind == RuleKind::LandUse) {
                    rule->hatches = *marks;
                }
                m_book.rules[name].push_back(*std::move(rule));
            }
        }
        return {};
    }

    Result<void> readLights() {
        for (const Json& item : m_json["lights"]) {
            const auto shape = meaningOf(lightShapes, textIn(item, "shape"));
            if (!shape) {
                return fault("lights", "has an unknown shape");
            }
            m_book.lights.push_back({.code = textIn(item, "code"), .label = titleIn(item), .shape = *shape});
        }
        return {};
    }

    Result<void> readColours(const char* entry,
                             std::map<std::string, std::vector<Colour>, std::less<>>& into) {
        for (const auto& [name, list] : m_json[entry].items()) {
            for (const Json& hex : list) {
                const auto colour = colourFromHex(hex.get<std::string>());
                if (!colour) {
                    return std::unexpected(colour.error());
                }
                into[name].push_back(*colour);
            }
        }
        return {};
    }

    Result<void> readSafeLandUse() {
        for (const auto& [name, hex] : m_json["safe_land_use"].items()) {
            const auto colour = colourFromHex(hex.get<std::string>());
            if (!colour) {
                return std::unexpected(colour.error());
            }
            m_book.safeLandUse.emplace(name, *colour);
        }
        return {};
    }

    const Json& m_json;
    StyleBook m_book;
};

} // namespace

Result<StyleBook> StyleBook::load() {
    const Json json = Json::parse(paintFile("catalogue/styles.json"), nullptr, false);
    if (json.is_discarded()) {
        return fault("as a whole", "is not JSON");
    }
    return BookReader(json).read();
}

const StyleBook& styleBook() {
    static const StyleBook book = StyleBook::load().value_or(StyleBook());
    return book;
}

} // namespace tuban
