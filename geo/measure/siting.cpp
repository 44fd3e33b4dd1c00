#include "geo/measure/siting.h"

#include "geo/measure/coverage.h"
#include "geo/measure/sound_areas.h"
#include "geo/measure/zone_index.h"

#include <queue>

#include <algorithm>
#include <tuple>

namespace tuban {

namespace {

constexpr double leastGainM2 = 1;

/// What a candidate may gain: what it gained or may have gained before, which never grows.
struct Bound {
    int rank = 0;
    double gainM2 = 0;
    std::size_t candidate = 0;
    std::size_t round = 0; ///< picks made when it was measured

    friend bool operator<(const Bound& a, const Bound& b) {
        return std::tuple(-a.rank, a.gainM2, b.candidate) < std::tuple(-b.rank, b.gainM2, a.candidate);
    }
};

class Siting {
public:
    Siting(const SitingInput& input, const Progress& progress)
        : m_input(input),
          m_progress(progress),
          m_sound(input.demand, m_geos, input.chosen),
          m_sites(input.sites.begin(), input.sites.end()) {
        std::vector<Box> boxes;
        boxes.reserve(input.chosen.size());
        for (const std::uint32_t feature : input.chosen) {
            boxes.push_back(m_sound.box(feature));
        }
        m_tree = BoxTree(std::move(boxes));
    }

    Result<std::vector<SitePick>> pick() {
        auto served = ServedLand::around(m_sites, m_geos);
        if (!served) {
            return std::unexpected(served.error());
        }
        auto bounds = firstBounds(*served);
        if (!bounds) {
            return std::unexpected(bounds.error());
        }
        std::priority_queue<Bound> queue(std::less<Bound>{}, std::move(*bounds));
        std::vector<SitePick> picks;
        while (picks.size() < m_input.count && !queue.empty()) {
            if (m_progress.stopped()) {
                return failure(ErrorCode::Cancelled, "the search for sites was stopped");
            }
            Bound best = queue.top();
            queue.pop();
            if (best.gainM2 < leastGainM2) {
                continue; // the next rank may still gain
            }
            const ServiceSite& site = m_input.candidates[best.candidate].site;
            if (best.round == picks.size() + 1) {
                picks.push_back({.candidate = best.candidate, .gainM2 = best.gainM2});
                m_progress.at(static_cast<double>(picks.size()) / static_cast<double>(m_input.count),
                              "siting");
                m_sites.push_back(site);
                served = ServedLand::around(m_sites, m_geos);
                if (!served) {
                    return std::unexpected(served.error());
                }
                continue;
            }
            const auto gainM2 = gainOf(*served, site);
            if (!gainM2) {
                return std::unexpected(gainM2.error());
            }
            best.gainM2 = *gainM2;
            best.round = picks.size() + 1;
            queue.push(best);
        }
        return picks;
    }

private:
    /// All bare demand whose box meets a candidate's reach.
    Result<std::vector<Bound>> firstBounds(const ServedLand& served) {
        const auto now = coverage(m_input.demand, m_input.chosen, served.whole(), *m_input.scale, m_progress);
        if (!now) {
            return std::unexpected(now.error());
        }
        std::vector<Bound> bounds;
        for (std::size_t i = 0; i < m_input.candidates.size(); ++i) {
            const SiteCandidate& candidate = m_input.candidates[i];
            Bound bound{.rank = candidate.rank, .gainM2 = 0, .candidate = i, .round = 0};
            if (candidate.site.radiusM > 0) {
                m_tree.query(candidate.site.shape.box().grown(candidate.site.radiusM),
                             [&](std::uint32_t slot) {
                                 bound.gainM2 += now->demand[slot].areaM2 - now->demand[slot].servedM2;
                                 return true;
                             });
            }
            bounds.push_back(bound);
        }
        return bounds;
    }

    Result<double> gainOf(const ServedLand& served, const ServiceSite& site) {
        const auto land = served.newLand(m_geos, site);
        if (!land) {
            return std::unexpected(land.error());
        }
        ZoneIndex index(viewOf(*land));
        double gainM2 = 0;
        m_tree.query(land->box(), [&](std::uint32_t slot) {
            const AreaView area = m_sound.area(m_input.chosen[slot]);
            gainM2 += m_input.scale->areaM2(index.inside(area), area.box.centre());
            return true;
        });
        return gainM2;
    }

    const SitingInput& m_input;
    const Progress& m_progress;
    GeosContext m_geos;
    SoundAreas m_sound;
    std::vector<ServiceSite> m_sites;
    BoxTree m_tree; // over the chosen demand
};

} // namespace

Result<std::vector<SitePick>> pickSites(const SitingInput& input, const Progress& progress) {
    return Siting(input, progress).pick();
}

} // namespace tuban
