#include "app/cli/targets_report.h"

#include "app/cli/figures.h"
#include "app/cli/table.h"

#include <cmath>
#include <format>

namespace tuban {

namespace {

Json textOrNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json numberOrNull(const std::optional<double>& number) {
    return number ? Json(*number) : Json(nullptr);
}

Json namesOf(const std::vector<FeatureRef>& features) {
    Json names = Json::array();
    for (const auto& feature : features) {
        names.push_back(feature.layer + ":" + feature.uid);
    }
    return names;
}

Json splitOf(const std::vector<std::pair<std::string, double>>& split) {
    Json parts = Json::array();
    for (const auto& [key, actual] : split) {
        parts.push_back({{"key", key}, {"actual", actual}});
    }
    return parts;
}

/// What stands beside the figures that the contract names.
void addBeside(const TargetState& state, Json& entry) {
    const auto& target = state.target;
    entry["remaining"] = numberOrNull(state.remaining());
    entry["reading"] = numberOrNull(state.reading);
    for (const auto& [name, value] : state.beside) {
        entry["beside"].push_back({{"name", name}, {"value", value}});
    }
    if (target.kind == TargetKind::Push) {
        entry["moved_30_days"] = state.moved;
    }
    if (!state.measured.undated.empty()) {
        entry["undated"] = namesOf(state.measured.undated);
    }
    entry["dept"] = textOrNull(target.dept);
    entry["person"] = textOrNull(target.person);
    entry["leader"] = textOrNull(target.leader);
    entry["source"] = textOrNull(target.source);
    entry["problem"] = textOrNull(state.problem);
    entry["next_step"] = textOrNull(state.nextStep);
}

Json entryOf(const TargetState& state, const std::string& language) {
    const auto& target = state.target;
    Json entry{{"code", target.code},
               {"name", target.name},
               {"kind", codeOf(target.kind)},
               {"word", textOrNull(target.word)},
               {"unit", target.unit},
               {"plan", {numberOrNull(target.planMin), numberOrNull(target.planMax)}},
               {"window", {textOrNull(target.windowFrom), textOrNull(target.windowTo)}},
               {"due", textOrNull(target.due)},
               {"actual", numberOrNull(state.actual())},
               {"baseline", numberOrNull(target.baseline)}};
    if (state.share) {
        entry["share"] = *state.share;
    }
    if (state.expectedShare) {
        entry["expected_share"] = *state.expectedShare;
    }
    entry["light"] = codeOf(state.light);
    entry["why"] = state.why.in(language);
    entry["split"] = splitOf(state.measured.split);
    entry["features"] = namesOf(state.measured.features);
    addBeside(state, entry);
    return entry;
}

/// At most two decimals, none where there are none.
std::string figure(const std::optional<double>& number) {
    return number ? grouped(*number, std::abs(*number - std::round(*number)) < 1e-9 ? 0 : 2) : "";
}

std::string planText(const Target& target) {
    return target.planMax ? figure(target.planMin) + "–" + figure(target.planMax) : figure(target.planMin);
}

std::string percentOf(const std::optional<double>& share) {
    return share ? std::format("{:.1f} %", 100 * *share) : "";
}

} // namespace

Json targetsDocument(const std::vector<TargetState>& ledger,
                     const Clocks& clocks,
                     const std::string& language) {
    Json targets = Json::array();
    for (const auto& state : ledger) {
        targets.push_back(entryOf(state, language));
    }
    Json document{{"as_of", clocks.asOf}, {"targets", std::move(targets)}};
    if (!clocks.knownBy.empty()) {
        document["known_by"] = clocks.knownBy;
    }
    return document;
}

std::string targetsTable(const std::vector<TargetState>& ledger, const std::string& language) {
    using Align = Table::Align;
    Table table({{"code"},
                 {"target"},
                 {"word"},
                 {"plan", Align::Right},
                 {"actual", Align::Right},
                 {"unit"},
                 {"share", Align::Right},
                 {"should be", Align::Right},
                 {"due"},
                 {"light"},
                 {"why"}});
    for (const auto& state : ledger) {
        const auto& target = state.target;
        table.addRow({target.code,
                      target.name,
                      target.word,
                      planText(target),
                      figure(state.actual()),
                      target.unit,
                      percentOf(state.share),
                      percentOf(state.expectedShare),
                      target.due,
                      std::string(codeOf(state.light)),
                      state.why.in(language)});
    }
    return table.text();
}

} // namespace tuban
