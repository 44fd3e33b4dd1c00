#include "geo/measure/overlay.h"

#include "geo/measure/overlaps.h"
#include "geo/measure/sound_areas.h"
#include "geo/measure/zone_index.h"
#include "geo/shape/set_operations.h"

#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace tuban {

namespace {

/// Below this a part is the rounding of coordinates along a border that both share.
constexpr double touchingM2 = 1e-6;

/// Features that hang together by overlaps, as a forest of indices.
class Clusters {
public:
    Clusters(std::size_t size, const std::vector<Overlap>& overlaps) : m_parent(size) {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
        for (const Overlap& overlap : overlaps) {
            m_parent[root(overlap.first)] = root(overlap.second);
        }
        for (const Overlap& overlap : overlaps) {
            m_members[root(overlap.first)];
        }
        for (std::uint32_t i = 0; i < size && !m_members.empty(); ++i) {
            if (const auto found = m_members.find(root(i)); found != m_members.end()) {
                found->second.push_back(i);
            }
        }
    }
    [[nodiscard]] const std::map<std::uint32_t, std::vector<std::uint32_t>>& members() const {
        return m_members;
    }

private:
    std::uint32_t root(std::uint32_t index) {
        while (m_parent[index] != index) {
            m_parent[index] = m_parent[m_parent[index]];
            index = m_parent[index];
        }
        return index;
    }
    std::vector<std::uint32_t> m_parent;
    std::map<std::uint32_t, std::vector<std::uint32_t>> m_members;
};

/// What is needed to say how much of a zone is covered more than once.
struct Cluster {
    Geometry whole; ///< the union
    std::vector<std::uint32_t> members;
};

/// Those whose box meets the box of a zone: what lies elsewhere is not looked at.
std::vector<std::uint32_t> nearZones(const SoundAreas& features, const SoundAreas& zones) {
    std::vector<std::uint32_t> near;
    for (std::uint32_t i = 0; i < features.size(); ++i) {
        for (std::uint32_t z = 0; z < zones.size(); ++z) {
            if (features.box(i).intersects(zones.box(z))) {
                near.push_back(i);
                break;
            }
        }
    }
    return near;
}

Result<std::vector<Cluster>> clustersOf(const SoundAreas& features,
                                        std::span<const std::uint32_t> chosen,
                                        const GeosContext& geos,
                                        const Progress& progress) {
    const auto overlaps = overlapsOf(features, chosen, progress);
    if (!overlaps) {
        return std::unexpected(overlaps.error());
    }
    std::vector<Cluster> clusters;
    const Clusters found(features.size(), *overlaps);
    for (const auto& [root, members] : found.members()) {
        std::vector<Geometry> shapes;
        shapes.reserve(members.size());
        for (const std::uint32_t member : members) {
            shapes.push_back(features.geometry(member));
        }
        auto whole = unionOf(geos, shapes);
        if (!whole) {
            return std::unexpected(whole.error());
        }
        clusters.push_back({.whole = std::move(*whole), .members = members});
    }
    return clusters;
}

/// Areas of whole features, each computed once and only when asked for.
class WholeAreas {
public:
    WholeAreas(const SoundAreas& features, const ArealScale& scale)
        : m_features(features),
          m_scale(scale),
          m_areas(features.size(), std::numeric_limits<double>::quiet_NaN()) {}
    double of(std::uint32_t index) {
        if (std::isnan(m_areas[index])) {
            m_areas[index] = m_scale.areaM2(m_features.area(index));
        }
        return m_areas[index];
    }

private:
    const SoundAreas& m_features;
    const ArealScale& m_scale;
    std::vector<double> m_areas;
};

double partInside(ZoneIndex& zone, const AreaView& area, const ArealScale& scale) {
    const Moments moments = zone.inside(area);
    return scale.areaM2(moments, area.box.centre());
}

} // namespace

Result<Overlay> overlay(const OverlayInput& input, const Progress& progress) {
    const GeosContext geos;
    const SoundAreas features(input.features, geos);
    const SoundAreas zones(input.zones, geos);
    const auto clusters = clustersOf(features, nearZones(features, zones), geos, progress);
    if (!clusters) {
        return std::unexpected(clusters.error());
    }
    WholeAreas whole(features, *input.scale);
    Overlay result{.zones = {}, .repairedFeatures = features.repairs(), .repairedZones = zones.repairs()};
    std::vector<double> parts(features.size(), 0);
    for (std::size_t z = 0; z < zones.size(); ++z) {
        if (progress.stopped()) {
            return failure(ErrorCode::Cancelled, "the overlay was stopped");
        }
        progress.at(static_cast<double>(z) / static_cast<double>(zones.size()), "cutting");
        ZoneIndex index(zones.area(z));
        Overlay::Zone zone{.areaM2 = input.scale->areaM2(zones.area(z)),
                           .groups = std::vector<Overlay::Group>(input.groups)};
        double sum = 0;
        for (std::uint32_t i = 0; i < features.size(); ++i) {
            parts[i] = 0;
            const Box& box = features.box(i);
            const auto place = index.placeOf(box);
            if (place == ZoneIndex::Place::Outside) {
                continue;
            }
            parts[i] = place == ZoneIndex::Place::Inside ? whole.of(i)
                                                         : partInside(index, features.area(i), *input.scale);
            if (parts[i] <= touchingM2) {
                parts[i] = 0;
                continue;
            }
            if (parts[i] > smallestOverlapM2) {
                zone.groups[input.groupOf[i]].count += 1;
            }
            zone.groups[input.groupOf[i]].areaM2 += parts[i];
            sum += parts[i];
        }
        for (const Cluster& cluster : *clusters) {
            double members = 0;
            for (const std::uint32_t member : cluster.members) {
                members += parts[member];
            }
            if (members > 0) {
                zone.doubleM2 += members - partInside(index, viewOf(cluster.whole), *input.scale);
            }
        }
        zone.doubleM2 = zone.doubleM2 > touchingM2 ? zone.doubleM2 : 0;
        const double noneM2 = zone.areaM2 - (sum - zone.doubleM2);
        zone.noneM2 = noneM2 > touchingM2 ? noneM2 : 0;
        result.zones.push_back(std::move(zone));
    }
    return result;
}

} // namespace tuban
