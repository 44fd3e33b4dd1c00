#include "geo/base/uid.h"
#include "geo/plan/catalogue_files.h"
#include "geo/works/target.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace tuban {

namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 6> kinds{"done", "push", "level", "node", "range", "watch"};
constexpr std::array<std::string_view, 7> measures{
    "count", "sum", "share", "area", "length", "invest", "milestones"};

template <class Enumeration, class Names>
std::optional<Enumeration> named(const Names& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt
                                : std::optional(static_cast<Enumeration>(found - names.begin()));
}

Result<TargetRule> ruleOf(const Json& document);

Result<void> setBeside(TargetRule& rule, const Json& list) {
    for (const auto& each : list) {
        auto beside = ruleOf(each);
        if (!beside) {
            return std::unexpected(beside.error());
        }
        rule.beside.push_back(std::move(*beside));
    }
    return {};
}

Result<void> setKey(TargetRule& rule, const std::string& key, const Json& value) {
    const std::array<std::pair<std::string_view, std::string*>, 10> texts{{{"layer", &rule.layer},
                                                                           {"where", &rule.where},
                                                                           {"stage", &rule.stage},
                                                                           {"on", &rule.on},
                                                                           {"value", &rule.value},
                                                                           {"of", &rule.of},
                                                                           {"split", &rule.split},
                                                                           {"milestone", &rule.milestone},
                                                                           {"south_of", &rule.southOf},
                                                                           {"name", &rule.name}}};
    const auto text = std::ranges::find(texts, key, &std::pair<std::string_view, std::string*>::first);
    if (text != texts.end() && value.is_string()) {
        *text->second = value.get<std::string>();
        return {};
    }
    if (key == "beside" && value.is_array()) {
        return setBeside(rule, value);
    }
    if (key == "per" && value.is_number() && value.get<double>() > 0) {
        rule.per = value.get<double>();
        return {};
    }
    if (key == "measure" && value.is_string()) {
        if (const auto measure = named<TargetRule::Measure>(measures, value.get<std::string>())) {
            rule.measure = *measure;
            return {};
        }
    }
    return failure(ErrorCode::Corrupt, "a target's rule cannot have \"" + key + "\": " + value.dump());
}

Result<TargetRule> ruleOf(const Json& document) {
    if (!document.is_object()) {
        return failure(ErrorCode::Corrupt, "a target's rule is no JSON object");
    }
    TargetRule rule;
    for (const auto& [key, value] : document.items()) {
        if (auto set = setKey(rule, key, value); !set) {
            return std::unexpected(set.error());
        }
    }
    if (rule.layer.empty()) {
        return failure(ErrorCode::Corrupt, "a target's rule names no layer");
    }
    return rule;
}

std::optional<double> realOf(const Statement& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(row.real(column));
}

constexpr std::string_view selectTargets =
    "SELECT id, code, name, unit, coalesce(word, ''), coalesce(dept, ''), coalesce(person, ''), "
    "coalesce(leader, ''), coalesce(source, ''), kind, plan_min, plan_max, baseline, coalesce(window_from, "
    "''), "
    "coalesce(window_to, ''), coalesce(due, ''), flow, coalesce(cohort_tag, ''), rule FROM target "
    "ORDER BY year, code";

Result<Target> targetOf(const Statement& row) {
    Target target;
    target.id = row.integer(0);
    const std::array<std::string*, 8> texts{&target.code,
                                            &target.name,
                                            &target.unit,
                                            &target.word,
                                            &target.dept,
                                            &target.person,
                                            &target.leader,
                                            &target.source};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        *texts[i] = row.text(static_cast<int>(i) + 1);
    }
    target.kind = named<TargetKind>(kinds, row.text(9)).value_or(TargetKind::Watch);
    target.planMin = realOf(row, 10);
    target.planMax = realOf(row, 11);
    target.baseline = realOf(row, 12);
    target.windowFrom = row.text(13);
    target.windowTo = row.text(14);
    target.due = row.text(15);
    target.flow = row.integer(16) != 0;
    target.cohortTag = row.text(17);
    if (!row.isNull(18)) {
        auto rule = parseTargetRule(row.text(18));
        if (!rule) {
            return within("target " + target.code, rule.error());
        }
        target.rule = std::move(*rule);
    }
    return target;
}

/// A cell of the template as a value of a column.
Value valueOf(const Json& cell) {
    if (cell.is_null()) {
        return {};
    }
    if (cell.is_number_integer()) {
        return cell.get<std::int64_t>();
    }
    if (cell.is_number()) {
        return cell.get<double>();
    }
    return cell.is_string() ? cell.get<std::string>() : cell.dump(); // the rule stays JSON
}

/// The template's rows are the same targets in every plan, so that copies of plans merge.
constexpr std::uint64_t templateSeed = 2024;

constexpr std::array<std::string_view, 17> templateColumns{"year",
                                                           "code",
                                                           "name",
                                                           "kind",
                                                           "word",
                                                           "unit",
                                                           "plan_min",
                                                           "plan_max",
                                                           "window_from",
                                                           "window_to",
                                                           "due",
                                                           "flow",
                                                           "cohort_tag",
                                                           "measure",
                                                           "rule",
                                                           "source",
                                                           "note"};

} // namespace

Result<TargetRule> parseTargetRule(std::string_view json) {
    return ruleOf(Json::parse(json, nullptr, false));
}

Result<std::vector<Target>> readTargets(const Plan& plan) {
    std::vector<Target> targets;
    Statement rows(plan.database(), selectTargets);
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        auto target = row ? targetOf(rows) : Result<Target>(std::unexpected(row.error()));
        if (!target) {
            return std::unexpected(target.error());
        }
        targets.push_back(std::move(*target));
    }
    return targets;
}

std::string_view codeOf(TargetKind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

Result<void> insertTargetTemplate(const Database& database) {
    const Json rows = Json::parse(embeddedFile("targets/2024.json"), nullptr, false);
    if (!rows.is_array()) {
        return failure(ErrorCode::Corrupt, "the template of targets is no list");
    }
    Statement insert(
        database,
        "INSERT INTO target(uid, year, code, name, kind, word, unit, plan_min, plan_max, window_from, "
        "window_to, due, flow, cohort_tag, measure, rule, source, note) VALUES (?1, ?2, ?3, ?4, ?5, "
        "?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18) ON CONFLICT(year, code) DO NOTHING");
    std::uint64_t number = 0;
    for (const auto& row : rows) {
        insert.bind(1, derivedUid(templateSeed, (std::uint64_t{1} << 40U) | ++number));
        for (std::size_t i = 0; i < templateColumns.size(); ++i) {
            const auto cell = row.find(templateColumns[i]);
            insert.bind(static_cast<int>(i) + 2, cell == row.end() ? Value() : valueOf(*cell));
        }
        if (auto done = insert.run(); !done) {
            return done;
        }
        insert.reset();
    }
    return {};
}

} // namespace tuban
