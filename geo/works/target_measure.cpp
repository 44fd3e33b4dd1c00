#include "geo/base/instant.h"
#include "geo/measure/area.h"
#include "geo/plan/work_state.h"
#include "geo/shape/linear.h"
#include "geo/works/target.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace tuban {

namespace {

double numberOf(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*whole);
    }
    const auto* real = std::get_if<double>(&value);
    return real != nullptr ? *real : 0;
}

/// True when one of the words of `tags` is the tag.
bool hasTag(std::string_view tags, std::string_view tag) {
    for (auto at = tags.find(tag); at != std::string_view::npos; at = tags.find(tag, at + 1)) {
        static constexpr std::string_view marks = " ,;|/\t";
        const auto before = tags.substr(0, at);
        const auto after = tags.substr(at + tag.size());
        const auto ends = [](std::string_view text, bool back) {
            if (text.empty()) {
                return true;
            }
            for (const std::string_view wide : {"、", "，", "；"}) {
                if (back ? text.ends_with(wide) : text.starts_with(wide)) {
                    return true;
                }
            }
            return marks.contains(back ? text.back() : text.front());
        };
        if (ends(before, true) && ends(after, false)) {
            return true;
        }
    }
    return false;
}

/// True when the place lies below every edge of the divider on its own easting; of one beyond its ends, below
/// its nearest point.
bool liesSouthOf(Point place, const Geometry& divider) {
    double lowest = std::numeric_limits<double>::infinity();
    Point nearest = divider.points.front();
    for (std::size_t part = 0; part < divider.partEnds.size(); ++part) {
        const auto points = divider.part(part);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Point a = points[i];
            const Point b = points[(i + 1) % points.size()];
            if (std::abs(a.x - place.x) < std::abs(nearest.x - place.x)) {
                nearest = a;
            }
            if (std::min(a.x, b.x) <= place.x && place.x <= std::max(a.x, b.x)) {
                const double share = a.x == b.x ? 0 : (place.x - a.x) / (b.x - a.x);
                lowest = std::min(lowest, a.y + share * (b.y - a.y));
            }
        }
    }
    return place.y < (std::isfinite(lowest) ? lowest : nearest.y);
}

/// A rule with its expressions parsed and the columns they need.
class Measurer {
public:
    static Result<Measurer> of(const Plan& plan,
                               const MarkLog& log,
                               const Target& target,
                               const TargetRule& rule,
                               const Clocks& clocks) {
        const auto layer = plan.catalogue().requireLayer(rule.layer);
        if (!layer) {
            return std::unexpected(layer.error());
        }
        Measurer measurer(plan, log, target, rule, clocks, **layer);
        const auto ready = measurer.prepare();
        return ready ? Result<Measurer>(std::move(measurer)) : std::unexpected(ready.error());
    }

    Result<Measured> run() {
        FeatureQuery query;
        query.layer = m_layer->name;
        query.columns = m_columns;
        query.where = m_where ? &*m_where : nullptr;
        query.withGeometry = needsShape();
        Result<void> done;
        const auto read = readFeatures(*m_plan, query, [&](const Feature& feature) {
            done = take(feature);
            return done.has_value();
        });
        if (!read || !done) {
            return std::unexpected(!read ? read.error() : done.error());
        }
        return finished();
    }

private:
    Measurer(const Plan& plan,
             const MarkLog& log,
             const Target& target,
             const TargetRule& rule,
             const Clocks& clocks,
             const Layer& layer)
        : m_plan(&plan), m_log(&log), m_target(&target), m_rule(&rule), m_clocks(&clocks), m_layer(&layer) {}

    [[nodiscard]] bool needsShape() const {
        return !m_rule->southOf.empty() || m_rule->measure == TargetRule::Measure::Area ||
               m_rule->measure == TargetRule::Measure::Length ||
               (m_layer->geometry == ShapeKind::Line && !m_layer->stages.empty() &&
                (m_stageRank != noRank || m_splitColumn.empty()));
    }

    Result<void> parse(const std::string& text, std::optional<Expression>& expression) {
        if (text.empty()) {
            return {};
        }
        auto parsed = Expression::parse(text, *m_layer);
        if (!parsed) {
            return std::unexpected(parsed.error());
        }
        expression = std::move(*parsed);
        for (const auto& column : expression->columns()) {
            need(column);
        }
        return {};
    }

    void need(const std::string& column) {
        if (!std::ranges::contains(m_columns, column) && m_layer->column(column) != nullptr) {
            m_columns.push_back(column);
        }
    }

    Result<void> prepare() {
        for (const char* name : {"retired_on", "tags", "stage"}) {
            need(name);
        }
        for (const auto* name : {&m_rule->on, &m_rule->split}) {
            if (!name->empty() && m_layer->column(*name) == nullptr) {
                return failure(ErrorCode::Usage, "layer " + m_layer->name + " has no column " + *name);
            }
            need(*name);
        }
        if (!m_target->cohortTag.empty() && m_layer->column("tags") == nullptr) {
            return failure(ErrorCode::Usage, "layer " + m_layer->name + " has no tags for a cohort");
        }
        m_splitColumn = m_rule->split;
        if (!m_rule->stage.empty()) {
            const auto* stage = m_layer->stage(m_rule->stage);
            if (stage == nullptr) {
                return failure(ErrorCode::Usage, "layer " + m_layer->name + " has no stage " + m_rule->stage);
            }
            m_stageRank = rankOf(*m_layer, stage->code);
        }
        auto done = readDivider();
        done = done ? parse(m_rule->where, m_where) : done;
        done = done ? parse(m_rule->value, m_value) : done;
        return done ? parse(m_rule->of, m_of) : done;
    }

    Result<void> readDivider() {
        if (m_rule->southOf.empty()) {
            return {};
        }
        FeatureQuery query{.layer = "area_unit", .columns = {"name"}, .withGeometry = true};
        const auto read = readFeatures(*m_plan, query, [&](const Feature& unit) {
            if (toText(unit.values[0]) == m_rule->southOf) {
                m_divider = unit.geometry;
            }
            return m_divider.empty();
        });
        if (!read) {
            return std::unexpected(read.error());
        }
        return m_divider.empty() ? failure(ErrorCode::Usage, "there is no area " + m_rule->southOf)
                                 : Result<void>();
    }

    [[nodiscard]] Value cell(const Feature& feature, std::string_view column) const {
        const auto found = std::ranges::find(m_columns, column);
        return found == m_columns.end() ? Value()
                                        : feature.values[static_cast<std::size_t>(found - m_columns.begin())];
    }

    [[nodiscard]] double evaluated(const std::optional<Expression>& expression,
                                   const Feature& feature) const {
        return !expression ? 0 : numberOf(expression->evaluate([&](std::size_t i) {
            return cell(feature, expression->columns()[i]);
        }));
    }

    Result<void> take(const Feature& feature) {
        const bool retired = !isNull(cell(feature, "retired_on"));
        if (retired ||
            (!m_target->cohortTag.empty() && !hasTag(toText(cell(feature, "tags")), m_target->cohortTag))) {
            return {};
        }
        if (!m_rule->southOf.empty() &&
            (feature.geometry.empty() || !liesSouthOf(anchorOf(feature.geometry), m_divider))) {
            return {};
        }
        const auto marks = m_log->upTo({m_layer->name, feature.uid}, m_clocks->asOf);
        const auto state = workState(m_geos,
                                     *m_layer,
                                     m_layer->geometry == ShapeKind::Line ? feature.geometry : Geometry(),
                                     rankOf(*m_layer, toText(cell(feature, "stage"))),
                                     marks);
        if (!state) {
            return within(m_layer->name + " " + feature.uid, state.error());
        }
        const FeatureRef ref{m_layer->name, feature.uid};
        switch (counts(feature, *state, marks)) {
        case Counts::No:
            return {};
        case Counts::Undated:
            m_found.undated.push_back(ref);
            return {};
        case Counts::Yes:
            break;
        }
        const auto amount = amountOf(feature);
        if (!amount) {
            return std::unexpected(amount.error());
        }
        m_over += evaluated(m_of, feature);
        if (*amount == 0 && m_rule->measure != TargetRule::Measure::Count &&
            m_rule->measure != TargetRule::Measure::Share) {
            return {}; // not in the figure
        }
        m_sum += *amount;
        m_found.features.push_back(ref);
        addToSplit(splitKey(feature, *state), *amount);
        return {};
    }

    enum class Counts { No, Yes, Undated };

    [[nodiscard]] Counts
    counts(const Feature& feature, const WorkState& state, std::span<const WorkMark> marks) const {
        const auto on = m_rule->on.empty() ? std::nullopt : parseDay(toText(cell(feature, m_rule->on)));
        if (m_stageRank == noRank) {
            return m_rule->on.empty() || !m_target->flow ? Counts::Yes
                   : on && inWindow(*on)                 ? Counts::Yes
                                                         : Counts::No;
        }
        if (!isKept(state)) {
            return Counts::No;
        }
        if (state.rank < m_stageRank) {
            // A date is evidence too, where no mark says otherwise.
            return on && !state.fromMarks && inWindow(*on) ? Counts::Yes : Counts::No;
        }
        if (!m_target->flow) {
            return Counts::Yes;
        }
        const auto since = reachedOn(state, marks, feature);
        const auto day = since.empty() ? on.value_or("") : since;
        return day.empty() ? Counts::Undated : inWindow(day) ? Counts::Yes : Counts::No;
    }

    /// A rule that asks for a stage in service asks that it still is: a closed site has no spaces. What has
    /// always been there was not reached.
    [[nodiscard]] bool isKept(const WorkState& state) const {
        if (state.rank == noRank) {
            return true;
        }
        const Stage& stage = m_layer->stages[static_cast<std::size_t>(state.rank)];
        const bool asksService =
            m_layer->stages[static_cast<std::size_t>(m_stageRank)].means == Stage::Means::InService;
        const bool alwaysThere = m_target->flow && stage.code == "existing" && !state.fromMarks;
        return !(asksService && stage.means == Stage::Means::Closed) && !alwaysThere;
    }

    /// Day of the first of the marks that say this stage or a later one without a break; empty when the stage
    /// was imported so and no mark says from when.
    [[nodiscard]] std::string
    reachedOn(const WorkState& state, std::span<const WorkMark> marks, const Feature& feature) const {
        if (state.measured) {
            return state.since;
        }
        std::string day;
        for (const auto& mark : marks) {
            if (!mark.workLayer.empty() || mark.said.rank == noRank || !mark.said.ofWhole()) {
                continue;
            }
            if (mark.said.rank < m_stageRank) {
                return day;
            }
            day = mark.onDate;
        }
        const bool importedSo = rankOf(*m_layer, toText(cell(feature, "stage"))) >= m_stageRank;
        return importedSo ? std::string() : day;
    }

    [[nodiscard]] bool inWindow(std::string_view day) const {
        return day <= m_clocks->asOf && (m_target->windowFrom.empty() || day >= m_target->windowFrom) &&
               (m_target->windowTo.empty() || day <= m_target->windowTo);
    }

    Result<double> amountOf(const Feature& feature) {
        switch (m_rule->measure) {
        case TargetRule::Measure::Count:
            return 1;
        case TargetRule::Measure::Sum:
        case TargetRule::Measure::Share:
            return evaluated(m_value, feature);
        case TargetRule::Measure::Length:
            return feature.geometry.kind == ShapeKind::Line ? lineLength(feature.geometry) : 0;
        case TargetRule::Measure::Area:
            return area(feature);
        case TargetRule::Measure::Invest:
            return single(
                "SELECT coalesce(sum(done_wan), 0) FROM invest WHERE subject = ?1 AND subject_uid = ?2 "
                "AND month >= substr(?3, 1, 7) AND month <= substr(?4, 1, 7)",
                feature.uid);
        case TargetRule::Measure::Milestones:
            return single("SELECT count(*) FROM milestone WHERE subject = ?1 AND subject_uid = ?2 "
                          "AND actual_date >= ?3 AND actual_date <= ?4 AND name = ?5",
                          feature.uid);
        }
        return 0;
    }

    Result<double> area(const Feature& feature) {
        if (feature.geometry.kind == ShapeKind::Area) {
            return planarAreaM2(feature.geometry);
        }
        const auto shape = workShape(m_geos, m_plan->database(), *m_layer, feature.uid);
        return shape ? Result<double>(planarAreaM2(*shape)) : std::unexpected(shape.error());
    }

    Result<double> single(std::string_view sql, const std::string& uid) const {
        Statement row(m_plan->database(), sql);
        const std::string last =
            m_target->windowTo.empty() ? m_clocks->asOf : std::min(m_target->windowTo, m_clocks->asOf);
        row.bind(1, m_layer->name).bind(2, uid).bind(3, m_target->windowFrom).bind(4, last);
        if (m_rule->measure == TargetRule::Measure::Milestones) {
            row.bind(5, m_rule->milestone);
        }
        const auto found = row.step();
        return found ? Result<double>(row.real(0)) : std::unexpected(found.error());
    }

    [[nodiscard]] std::string splitKey(const Feature& feature, const WorkState& state) const {
        if (!m_splitColumn.empty()) {
            return toText(cell(feature, m_splitColumn));
        }
        return state.rank == noRank ? "" : m_layer->stages[static_cast<std::size_t>(state.rank)].code;
    }

    void addToSplit(const std::string& key, double amount) {
        const auto found = std::ranges::find(m_found.split, key, &std::pair<std::string, double>::first);
        if (found == m_found.split.end()) {
            m_found.split.emplace_back(key, amount);
        } else {
            found->second += amount;
        }
    }

    [[nodiscard]] Measured finished() {
        const bool share = m_rule->measure == TargetRule::Measure::Share ||
                           (m_rule->measure == TargetRule::Measure::Invest && m_of.has_value());
        if (share) {
            m_found.actual = m_over > 0 ? std::optional(100 * m_sum / m_over) : std::nullopt;
        } else {
            m_found.actual = m_sum / m_rule->per;
        }
        for (auto& [key, amount] : m_found.split) {
            amount = share ? amount * 100 / (m_over > 0 ? m_over : 1) : amount / m_rule->per;
        }
        if (m_splitColumn.empty() && m_target->kind != TargetKind::Push) {
            m_found.split.clear();
        }
        return std::move(m_found);
    }

    const Plan* m_plan;
    const MarkLog* m_log;
    const Target* m_target;
    const TargetRule* m_rule;
    const Clocks* m_clocks;
    const Layer* m_layer;
    std::vector<std::string> m_columns;
    std::optional<Expression> m_where, m_value, m_of;
    std::string m_splitColumn;
    Geometry m_divider;
    int m_stageRank = noRank;
    std::unique_ptr<GeosContext> m_context = std::make_unique<GeosContext>();
    const GeosContext& m_geos = *m_context;
    Measured m_found;
    double m_sum = 0;
    double m_over = 0;
};

} // namespace

Result<Measured> measureTarget(const Plan& plan,
                               const MarkLog& log,
                               const Target& target,
                               const TargetRule& rule,
                               const Clocks& clocks) {
    auto measurer = Measurer::of(plan, log, target, rule, clocks);
    return measurer ? measurer->run() : std::unexpected(measurer.error());
}

} // namespace tuban
