#include "geo/base/calendar.h"
#include "geo/works/target.h"

#include <algorithm>
#include <utility>

namespace tuban {

namespace {

constexpr int movedDays = 30;

/// Measures one target after the other over one reading of the marks and the lights.
class LedgerReader {
public:
    LedgerReader(const Plan& plan, const MarkLog& log, const Clocks& clocks)
        : m_plan(plan),
          m_log(log),
          m_clocks(clocks),
          m_reading(plan.database(),
                    "SELECT value FROM target_value WHERE target_id = ?1 AND substr(at, 1, 10) <= ?2 "
                    "AND (?3 = '' OR at <= ?3) ORDER BY at DESC, id DESC LIMIT 1"),
          m_note(
              plan.database(),
              "SELECT coalesce(problem, ''), coalesce(next_step, '') FROM target_note WHERE target_id = ?1 "
              "AND substr(at, 1, 10) <= ?2 AND (?3 = '' OR at <= ?3) ORDER BY at DESC, id DESC LIMIT 1") {}

    Result<void> readLightsOf(const std::vector<Target>& targets) {
        std::vector<std::string> layers;
        for (const auto& target : targets) {
            if (target.kind == TargetKind::Push && target.rule) {
                layers.push_back(target.rule->layer);
            }
        }
        if (layers.empty()) {
            return {};
        }
        auto lights = readLights(m_plan, m_log, m_clocks, layers);
        if (!lights) {
            return std::unexpected(lights.error());
        }
        m_lights = std::move(*lights);
        return {};
    }

    Result<TargetState> stateOf(Target target) {
        TargetState state;
        state.target = std::move(target);
        const auto done = measure(state).and_then([&] { return addReading(state); }).and_then([&] {
            return addNote(state);
        });
        if (!done) {
            return within("target " + state.target.code, done.error());
        }
        judgeTarget(state, m_clocks.asOf);
        if (state.target.kind == TargetKind::Push) {
            judgePush(state);
        }
        return state;
    }

private:
    Result<void> measure(TargetState& state) {
        const auto& target = state.target;
        if (!target.rule) {
            return {};
        }
        auto measured = measureTarget(m_plan, m_log, target, *target.rule, m_clocks);
        if (!measured) {
            return std::unexpected(measured.error());
        }
        state.measured = std::move(*measured);
        state.moved = static_cast<int>(std::ranges::count_if(
            state.measured.features, [&](const auto& feature) { return moved(feature); }));
        for (const auto& rule : target.rule->beside) {
            const auto beside = measureTarget(m_plan, m_log, target, rule, m_clocks);
            if (!beside) {
                return within(rule.name, beside.error());
            }
            if (beside->actual) {
                state.beside.emplace_back(rule.name, *beside->actual);
            }
        }
        return {};
    }

    /// True when some mark of the last days says another stage than the one before it.
    [[nodiscard]] bool moved(const FeatureRef& feature) const {
        const auto since = daysLater(m_clocks.asOf, -movedDays);
        int newer = noRank;
        for (const auto& mark : m_log.upTo(feature, m_clocks.asOf)) {
            if (mark.said.rank == noRank || !mark.workLayer.empty()) {
                continue;
            }
            if (newer != noRank && newer != mark.said.rank) {
                return true;
            }
            if (mark.onDate <= since) {
                return false;
            }
            newer = mark.said.rank;
        }
        return newer != noRank; // the first thing that was ever said of it
    }

    Result<void> addReading(TargetState& state) {
        m_reading.reset();
        const auto found =
            m_reading.bind(1, state.target.id).bind(2, m_clocks.asOf).bind(3, m_clocks.knownBy).step();
        if (!found) {
            return std::unexpected(found.error());
        }
        if (*found) {
            state.reading = m_reading.real(0);
        }
        return {};
    }

    Result<void> addNote(TargetState& state) {
        m_note.reset();
        const auto found =
            m_note.bind(1, state.target.id).bind(2, m_clocks.asOf).bind(3, m_clocks.knownBy).step();
        if (!found) {
            return std::unexpected(found.error());
        }
        if (*found) {
            state.problem = m_note.text(0);
            state.nextStep = m_note.text(1);
        }
        return {};
    }

    void judgePush(TargetState& state) const {
        state.why = {"没有承诺结果，其中没有可评价的工程。",
                     "No outcome is promised, and no work in it can be judged."};
        const LightOfWork* worst = nullptr;
        for (const auto& feature : state.measured.features) {
            const auto layer = m_lights.find(feature.layer);
            const auto light = layer == m_lights.end() ? nullptr : find(layer->second, feature.uid);
            if (light != nullptr && (worst == nullptr || light->light > worst->light)) {
                worst = light;
            }
        }
        if (worst != nullptr) {
            state.light = state.target.isPromised() ? worst->light : std::min(worst->light, Light::Late);
            state.why = {"其中最差的一个：" + worst->why.zh, "The worst of them: " + worst->why.en};
        }
    }

    static const LightOfWork* find(const std::unordered_map<std::string, LightOfWork>& lights,
                                   const std::string& uid) {
        const auto found = lights.find(uid);
        return found == lights.end() ? nullptr : &found->second;
    }

    const Plan& m_plan;
    const MarkLog& m_log;
    const Clocks& m_clocks;
    LightsByLayer m_lights;
    Statement m_reading;
    Statement m_note;
};

} // namespace

Result<std::vector<TargetState>> targetLedger(const Plan& plan, const MarkLog& log, const Clocks& clocks) {
    auto targets = readTargets(plan);
    if (!targets) {
        return std::unexpected(targets.error());
    }
    LedgerReader reader(plan, log, clocks);
    if (auto lit = reader.readLightsOf(*targets); !lit) {
        return std::unexpected(lit.error());
    }
    std::vector<TargetState> ledger;
    for (auto& target : *targets) {
        auto state = reader.stateOf(std::move(target));
        if (!state) {
            return std::unexpected(state.error());
        }
        ledger.push_back(std::move(*state));
    }
    return ledger;
}

Result<std::vector<TargetState>> targetLedger(const Plan& plan, const Clocks& clocks) {
    const auto log = MarkLog::read(plan, clocks.knownBy);
    return log ? targetLedger(plan, *log, clocks) : std::unexpected(log.error());
}

} // namespace tuban
