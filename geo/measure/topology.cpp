#include "geo/measure/topology.h"

#include "geo/measure/gaps.h"
#include "geo/measure/moments.h"
#include "geo/measure/overlaps.h"
#include "geo/shape/set_operations.h"
#include "geo/shape/validity.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace tuban {

namespace {

using Findings = std::vector<TopologyFinding>;
using Kind = TopologyFinding::Kind;

/// Two shapes of the same area that lie on each other but for this share of it are one.
constexpr double sameShare = 1e-9;

void findInvalid(const ShapesView& shapes,
                 const SoundAreas& sound,
                 const GeosContext& geos,
                 Findings& findings) {
    for (const auto& [feature, reason] : sound.repairs()) {
        const Geometry shape = shapes.geometry(feature);
        findings.push_back({.kind = Kind::Invalid,
                            .feature = feature,
                            .other = -1,
                            .at = validityOf(geos, shape).at,
                            .areaM2 = -1,
                            .reason = reason,
                            .shape = shape});
    }
}

void findSlivers(const SoundAreas& sound,
                 std::span<const std::uint32_t> chosen,
                 double widthM,
                 Findings& findings) {
    for (const std::uint32_t feature : chosen) {
        const AreaView area = sound.area(feature);
        if (area.empty()) {
            continue;
        }
        double perimeterM = 0;
        area.forEachRing([&](std::span<const Point> ring, bool) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                perimeterM += std::hypot(ring[i].x - ring[i - 1].x, ring[i].y - ring[i - 1].y);
            }
        });
        const double areaM2 = ArealScale::planar().areaM2(area);
        if (2 * areaM2 < widthM * perimeterM) {
            Geometry shape = sound.geometry(feature);
            const Point at = anchorOf(shape);
            findings.push_back({.kind = Kind::Sliver,
                                .feature = feature,
                                .other = -1,
                                .at = at,
                                .areaM2 = areaM2,
                                .reason = {},
                                .shape = std::move(shape)});
        }
    }
}

Result<void> findOverlaps(const SoundAreas& sound,
                          std::span<const std::uint32_t> chosen,
                          bool coverage,
                          const GeosContext& geos,
                          Findings& findings,
                          const Progress& progress) {
    const auto overlaps = overlapsOf(sound, chosen, progress);
    if (!overlaps) {
        return std::unexpected(overlaps.error());
    }
    const auto areaOf = [&](std::uint32_t feature) {
        return ArealScale::planar().areaM2(sound.area(feature));
    };
    for (const Overlap& overlap : *overlaps) {
        const double larger = std::max(areaOf(overlap.first), areaOf(overlap.second));
        const bool same = overlap.areaM2 >= larger * (1 - sameShare) - smallestOverlapM2;
        if (!same && !coverage) {
            continue;
        }
        auto shape = intersectionOf(geos, sound.geometry(overlap.first), sound.geometry(overlap.second));
        if (!shape) {
            return std::unexpected(shape.error());
        }
        if (shape->empty()) {
            continue;
        }
        const Point at = anchorOf(*shape);
        findings.push_back({.kind = same ? Kind::Duplicate : Kind::Overlap,
                            .feature = overlap.first,
                            .other = overlap.second,
                            .at = at,
                            .areaM2 = overlap.areaM2,
                            .reason = {},
                            .shape = std::move(*shape)});
    }
    return {};
}

Result<void> findGaps(const SoundAreas& sound,
                      std::span<const std::uint32_t> chosen,
                      double widthM,
                      Findings& findings,
                      const Progress& progress) {
    const std::vector<Side> open = openEdgesOf(sound, chosen);
    std::vector<CoverageGap> gaps = holesOf(sound, chosen, open);
    auto slits = slitsOf(sound, chosen, open, widthM, progress);
    if (!slits) {
        return std::unexpected(slits.error());
    }
    // A narrow hole is found both ways; it is told once, as the hole it is.
    for (CoverageGap& slit : *slits) {
        const Point at = anchorOf(slit.shape);
        if (std::ranges::none_of(gaps,
                                 [&](const CoverageGap& hole) { return containsPoint(hole.shape, at); })) {
            gaps.push_back(std::move(slit));
        }
    }
    for (CoverageGap& gap : gaps) {
        const Point at = anchorOf(gap.shape);
        findings.push_back({.kind = Kind::Gap,
                            .feature = std::min(gap.first, gap.second),
                            .other = std::max(gap.first, gap.second),
                            .at = at,
                            .areaM2 = gap.areaM2,
                            .reason = {},
                            .shape = std::move(gap.shape)});
    }
    return {};
}

} // namespace

Result<std::vector<TopologyFinding>> checkTopology(const ShapesView& shapes,
                                                   std::span<const std::uint32_t> chosen,
                                                   const TopologyRules& rules,
                                                   const Progress& progress) {
    const GeosContext geos;
    const SoundAreas sound(shapes, geos, chosen);
    Findings findings;
    findInvalid(shapes, sound, geos, findings);
    findSlivers(sound, chosen, rules.sliverWidthM, findings);
    if (const auto done = findOverlaps(sound, chosen, rules.coverage, geos, findings, progress); !done) {
        return std::unexpected(done.error());
    }
    if (rules.coverage) {
        if (const auto done = findGaps(sound, chosen, rules.gapWidthM, findings, progress); !done) {
            return std::unexpected(done.error());
        }
    }
    std::ranges::stable_sort(
        findings, {}, [](const TopologyFinding& f) { return std::tuple(f.kind, f.feature, f.other); });
    return findings;
}

} // namespace tuban
