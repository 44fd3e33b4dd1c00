#include "geo/measure/siting.h"

#include "geo/measure/coverage.h"
#include "geo/measure/service_gain.h"

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
          m_gain(input.demand, input.chosen, *input.scale),
          m_sites(input.sites.begin(), input.sites.end()) {}

    Result<std::vector<SitePick>> pick() {
        auto served = ServedLand::around(m_sites, m_gain.geos());
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
                served = ServedLand::around(m_sites, m_gain.geos());
                if (!served) {
                    return std::unexpected(served.error());
                }
                continue;
            }
            const auto gainM2 = m_gain.gainM2(*served, site);
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
                const Box reach = candidate.site.shape.box().grown(candidate.site.radiusM);
                m_gain.visitNear(reach, [&](std::uint32_t place) {
                    bound.gainM2 += now->demand[place].areaM2 - now->demand[place].servedM2;
                });
            }
            bounds.push_back(bound);
        }
        return bounds;
    }

    const SitingInput& m_input;
    const Progress& m_progress;
    ServiceGain m_gain;
    std::vector<ServiceSite> m_sites;
};

} // namespace

Result<std::vector<SitePick>> pickSites(const SitingInput& input, const Progress& progress) {
    return Siting(input, progress).pick();
}

} // namespace tuban
