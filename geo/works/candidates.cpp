#include "geo/shape/blob.h"
#include "geo/works/mark.h"
#include "geo/works/subject.h"

#include <algorithm>
#include <map>
#include <utility>

namespace tuban {

namespace {

struct Near {
    Candidate candidate;
    double size = 0; ///< area of the shape's box: of two that hold the place the smaller is meant
};

/// Nearest of each feature of one layer.
class LayerSearch {
public:
    LayerSearch(const Plan& plan, const Layer& layer, Point at, double radiusM)
        : m_plan(plan), m_layer(layer), m_at(at), m_radiusM(radiusM) {}

    Result<std::vector<Near>> run() {
        auto done = lookAtFeatures();
        for (const auto& companion : m_layer.companions) {
            if (done) {
                done = lookAtCompanion(companion.table);
            }
        }
        if (!done) {
            return std::unexpected(done.error());
        }
        std::vector<Near> all;
        for (auto& [uid, near] : m_found) {
            all.push_back(std::move(near));
        }
        return all;
    }

private:
    [[nodiscard]] Box window() const { return Box{m_at.x, m_at.y, m_at.x, m_at.y}.grown(m_radiusM); }

    Result<void> lookAtFeatures() {
        FeatureQuery query;
        query.layer = m_layer.name;
        query.columns = titleColumns(m_layer);
        query.withGeometry = true;
        query.window = window();
        const auto read = readFeatures(m_plan, query, [&](const Feature& feature) {
            if (feature.values.empty() || isNull(feature.values.back())) { // not retired
                offer(feature.uid, titleOf(feature), feature.geometry);
            }
            return true;
        });
        return read ? Result<void>() : std::unexpected(read.error());
    }

    /// Further shapes, such as the land of a project whose own shape is a point.
    Result<void> lookAtCompanion(const std::string& table) {
        Statement rows(m_plan.database(),
                       "SELECT of_uid, geom FROM \"" + table + "\" WHERE id IN (SELECT pkid FROM \"idx_" +
                           table + "_geom\" WHERE xmin <= ?3 AND xmax >= ?1 AND ymin <= ?4 AND ymax >= ?2)");
        const Box box = window();
        rows.bind(1, box.minX).bind(2, box.minY).bind(3, box.maxX).bind(4, box.maxY);
        for (auto row = rows.step(); !row || *row; row = rows.step()) {
            if (!row) {
                return std::unexpected(row.error());
            }
            const std::string owner(rows.text(0));
            const auto shape = decodeBlob(rows.blob(1));
            if (!shape) {
                return within(table + " of " + owner, shape.error());
            }
            const auto subject = readSubject(m_plan, {.layer = m_layer.name, .uid = owner});
            if (subject && !subject->retired) {
                offer(owner, subject->title, shape->geometry);
            }
        }
        return {};
    }

    void offer(const std::string& uid, const std::string& title, const Geometry& shape) {
        const double distance = shape.empty() ? m_radiusM + 1 : distanceTo(shape, m_at);
        if (distance > m_radiusM) {
            return;
        }
        const Box box = shape.box();
        Near near{{.feature = {.layer = m_layer.name, .uid = uid}, .title = title, .distanceM = distance},
                  box.width() * box.height()};
        const auto [place, added] = m_found.try_emplace(uid, near);
        if (!added && near.candidate.distanceM < place->second.candidate.distanceM) {
            place->second = std::move(near);
        }
    }

    const Plan& m_plan;
    const Layer& m_layer;
    Point m_at;
    double m_radiusM;
    std::map<std::string, Near> m_found;
};

bool before(const Near& one, const Near& other) {
    if (one.candidate.distanceM != other.candidate.distanceM) {
        return one.candidate.distanceM < other.candidate.distanceM;
    }
    return one.size < other.size;
}

} // namespace

Result<std::vector<Candidate>> candidatesAt(const Plan& plan, Point at, double radiusM, int limit) {
    std::vector<Near> all;
    for (const Layer& layer : plan.catalogue().layers()) {
        if (layer.stages.empty()) {
            continue;
        }
        auto found = LayerSearch(plan, layer, at, radiusM).run();
        if (!found) {
            return std::unexpected(found.error());
        }
        std::ranges::move(*found, std::back_inserter(all));
    }
    std::ranges::stable_sort(all, before);
    std::vector<Candidate> candidates;
    for (auto& near : all) {
        if (std::cmp_less(candidates.size(), limit)) {
            candidates.push_back(std::move(near.candidate));
        }
    }
    return candidates;
}

} // namespace tuban
