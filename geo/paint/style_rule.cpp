#include "geo/paint/style_rule.h"

#include "geo/paint/style_book.h"

#include <algorithm>

namespace tuban {

namespace {

/// A layer that the book does not name (one of the user's) takes the rules that its style and stages give.
std::vector<StyleRule> rulesInBook(const Layer& layer) {
    const auto& rules = styleBook().rules;
    if (const auto found = rules.find(layer.name); found != rules.end()) {
        return found->second;
    }
    std::vector<StyleRule> usual;
    if (layer.style == "stage" && !layer.stages.empty()) {
        usual.push_back({.name = "stage", .title = {"进度阶段", "Stage"}, .kind = RuleKind::Stage});
    } else if (layer.style == "land_use") {
        usual.push_back({.name = "land_use", .title = {"规划用地", "Land use"}, .kind = RuleKind::LandUse});
    }
    usual.push_back({.name = "plain", .title = {"单色", "Plain"}, .kind = RuleKind::Plain});
    return usual;
}

bool isCategory(const Column& column) {
    return column.values != nullptr && column.role != ColumnRole::Internal && column.name != "stage" &&
           column.name != "lu_scheme";
}

} // namespace

std::vector<StyleRule> styleRules(const Layer& layer) {
    std::vector<StyleRule> rules = rulesInBook(layer);
    for (const Column& column : layer.columns) {
        if (isCategory(column) && !std::ranges::contains(rules, column.name, &StyleRule::name)) {
            rules.push_back({.name = column.name,
                             .title = column.title,
                             .kind = RuleKind::Category,
                             .column = column.name});
        }
    }
    return rules;
}

StyleRule styleRule(const Layer& layer, std::string_view name) {
    const auto rules = styleRules(layer);
    const auto colon = name.find(':');
    const auto found = std::ranges::find(rules, name.substr(0, colon), &StyleRule::name);
    StyleRule rule = found == rules.end() ? rules.front() : *found;
    if (colon != std::string_view::npos && rule.kind == RuleKind::Graduated) {
        const auto method = breakMethodOf(name.substr(colon + 1));
        if (method && (*method != BreakMethod::Listed || !rule.breaks.empty())) {
            rule.method = *method;
        }
    }
    return rule;
}

} // namespace tuban
