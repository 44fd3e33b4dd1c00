#include "geo/works/progress.h"

#include "geo/base/instant.h"
#include "geo/works/subject.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace tuban {

namespace {

/// Progress of the features of one layer.
class LayerProgress {
public:
    LayerProgress(const Plan& plan,
                  const MarkLog& log,
                  const Layer& layer,
                  const ProgressQuery& query,
                  std::vector<FeatureProgress>& found)
        : m_plan(plan), m_log(log), m_layer(layer), m_query(query), m_found(found) {}

    Result<void> run() {
        FeatureQuery query;
        query.layer = m_layer.name;
        query.columns = {"stage"};
        for (const char* name : {"plan_start", "plan_complete"}) {
            if (m_layer.column(name) != nullptr) {
                query.columns.emplace_back(name);
            }
        }
        m_titleAt = query.columns.size();
        std::ranges::copy(titleColumns(m_layer), std::back_inserter(query.columns));
        query.withGeometry =
            m_layer.geometry == ShapeKind::Line || (ownsArea() && m_log.hasParts(m_layer.name));
        m_columns = query.columns;
        Result<void> done;
        const auto read = readFeatures(m_plan, query, [&](const Feature& feature) {
            done = take(feature);
            return done.has_value();
        });
        return !done || read ? done : std::unexpected(read.error());
    }

private:
    [[nodiscard]] bool ownsArea() const { return m_layer.geometry == ShapeKind::Area; }

    Result<void> take(const Feature& feature) {
        const auto marks = m_log.upTo({m_layer.name, feature.uid}, m_query.clocks.asOf);
        const auto stage = toText(feature.values[0]);
        const bool retired = !isNull(feature.values.back());
        if (retired || (m_query.layer.empty() && marks.empty() && stage.empty())) {
            return {};
        }
        const auto shape = shapeOf(feature, marks);
        if (!shape) {
            return std::unexpected(shape.error());
        }
        auto state = workState(m_geos, m_layer, *shape, rankOf(m_layer, stage), marks);
        if (!state) {
            return within(m_layer.name + " " + feature.uid, state.error());
        }
        auto workLayers = workLayersOf(marks, state->totalAmount);
        FeatureProgress progress{.feature = {m_layer.name, feature.uid},
                                 .layer = &m_layer,
                                 .name = nameOf(feature),
                                 .state = std::move(*state),
                                 .workLayers = std::move(workLayers)};
        setDays(feature, progress);
        m_found.push_back(std::move(progress));
        return {};
    }

    [[nodiscard]] std::string nameOf(const Feature& feature) const {
        Feature titled;
        titled.uid = feature.uid;
        titled.values.assign(feature.values.begin() + static_cast<std::ptrdiff_t>(m_titleAt),
                             feature.values.end());
        return titleOf(titled);
    }

    Result<Geometry> shapeOf(const Feature& feature, std::span<const WorkMark> marks) const {
        const bool inParts =
            std::ranges::any_of(marks, [](const WorkMark& mark) { return !mark.said.part.empty(); });
        if (m_layer.geometry == ShapeKind::Point && inParts) {
            return workShape(m_geos, m_plan.database(), m_layer, feature.uid);
        }
        return feature.geometry;
    }

    [[nodiscard]] std::vector<std::pair<std::string, std::vector<Tile>>>
    workLayersOf(std::span<const WorkMark> marks, double lengthM) const {
        std::map<std::string, std::vector<Said>> byLayer;
        if (m_layer.geometry == ShapeKind::Line) {
            for (const auto& mark : marks) {
                if (!mark.workLayer.empty() && mark.said.rank != noRank) {
                    byLayer[mark.workLayer].push_back(mark.said);
                }
            }
        }
        std::vector<std::pair<std::string, std::vector<Tile>>> layers;
        for (const auto& [name, said] : byLayer) {
            layers.emplace_back(name, tileLine(lengthM, noRank, said));
        }
        return layers;
    }

    void setDays(const Feature& feature, FeatureProgress& progress) const {
        const auto day = [&](std::string_view column) {
            for (std::size_t i = 1; i < m_titleAt; ++i) {
                if (m_columns[i] == column) {
                    return parseDay(toText(feature.values[i])).value_or("");
                }
            }
            return std::string();
        };
        const auto& asOf = m_query.clocks.asOf;
        if (progress.state.rank < startedRank(m_layer)) {
            progress.planned = day("plan_start");
        } else if (progress.state.rank < serviceRank(m_layer)) {
            progress.planned = day("plan_complete");
        }
        if (!progress.planned.empty()) {
            progress.lateDays = std::max(0, daysBetween(progress.planned, asOf));
        }
        if (!progress.state.lastSeen.empty()) {
            progress.daysSilent = daysBetween(progress.state.lastSeen, asOf);
        }
    }

    const Plan& m_plan;
    const MarkLog& m_log;
    const Layer& m_layer;
    const ProgressQuery& m_query;
    std::vector<FeatureProgress>& m_found;
    GeosContext m_geos;
    std::vector<std::string> m_columns;
    std::size_t m_titleAt = 0;
};

} // namespace

std::optional<double> FeatureProgress::statedDifference() const {
    if (!state.measured || !state.percent || !state.statedPercent) {
        return std::nullopt;
    }
    const double points = std::abs(*state.percent - *state.statedPercent);
    return points > tolerableDifferencePoints ? std::optional(points) : std::nullopt;
}

std::string FeatureProgress::stage() const {
    return state.rank == noRank ? std::string() : layer->stages[static_cast<std::size_t>(state.rank)].code;
}

Result<std::vector<FeatureProgress>> progressOf(const Plan& plan, const ProgressQuery& query) {
    const auto log = MarkLog::read(plan, query.clocks.knownBy);
    return log ? progressOf(plan, *log, query) : std::unexpected(log.error());
}

Result<std::vector<FeatureProgress>>
progressOf(const Plan& plan, const MarkLog& log, const ProgressQuery& query) {
    if (!query.layer.empty()) {
        const auto layer = plan.catalogue().requireLayer(query.layer);
        if (!layer) {
            return std::unexpected(layer.error());
        }
        if ((*layer)->stages.empty()) {
            return failure(ErrorCode::Usage, "layer " + query.layer + " has no stages, so no progress");
        }
    }
    std::vector<FeatureProgress> found;
    for (const Layer& layer : plan.catalogue().layers()) {
        if (layer.stages.empty() || (!query.layer.empty() && layer.name != query.layer)) {
            continue;
        }
        if (auto done = LayerProgress(plan, log, layer, query, found).run(); !done) {
            return std::unexpected(done.error());
        }
    }
    return found;
}

} // namespace tuban
