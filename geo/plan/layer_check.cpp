#include "geo/plan/layer_check.h"

#include "geo/measure/coverage.h"
#include "geo/measure/sound_areas.h"
#include "geo/plan/features.h"
#include "geo/plan/snapshot_shapes.h"
#include "geo/shape/set_operations.h"

#include <algorithm>
#include <array>
#include <format>
#include <string_view>

namespace tuban {

namespace {

constexpr double smallestOutsideM2 = 1;

/// The union of the administrative areas; empty where there are none.
Result<Geometry> boundaryOf(const Plan& plan, const GeosContext& geos) {
    const auto units = readSnapshot(plan, "area_unit", {"kind"});
    if (!units) {
        return std::unexpected(units.error());
    }
    const SoundAreas sound(shapesOf(**units), geos);
    std::vector<Geometry> admin;
    for (std::size_t i = 0; i < (*units)->size(); ++i) {
        if (toText((*units)->cell(0, i)) == "admin") {
            admin.push_back(sound.geometry(i));
        }
    }
    return unionOf(geos, admin);
}

std::vector<std::uint32_t> present(const LayerSnapshot& snapshot) {
    const int retired = snapshot.columnIndex("retired_on");
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t i = 0; i < snapshot.size(); ++i) {
        if (!snapshot.box(i).empty() && (retired < 0 || isNull(snapshot.cell(retired, i)))) {
            chosen.push_back(i);
        }
    }
    return chosen;
}

Result<void> findOutside(LayerCheck& check,
                         std::span<const std::uint32_t> chosen,
                         const Geometry& boundary,
                         const GeosContext& geos,
                         const Progress& progress) {
    const auto inside = coverage(shapesOf(*check.snapshot), chosen, boundary, ArealScale::planar(), progress);
    if (!inside) {
        return std::unexpected(inside.error());
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const double areaM2 = inside->demand[i].areaM2 - inside->demand[i].servedM2;
        if (areaM2 <= smallestOutsideM2) {
            continue;
        }
        const std::array<std::uint32_t, 1> one{chosen[i]};
        const SoundAreas sound(shapesOf(*check.snapshot), geos, one);
        auto part = differenceOf(geos, sound.geometry(chosen[i]), boundary);
        if (!part) {
            return std::unexpected(part.error());
        }
        const Point at = anchorOf(part->empty() ? sound.geometry(chosen[i]) : *part);
        check.findings.push_back({.kind = TopologyFinding::Kind::Outside,
                                  .feature = chosen[i],
                                  .other = -1,
                                  .at = at,
                                  .areaM2 = areaM2,
                                  .reason = {},
                                  .shape = std::move(*part)});
    }
    return {};
}

Result<LayerCheck> checkLayer(const Plan& plan,
                              const Layer& layer,
                              const Geometry& boundary,
                              const GeosContext& geos,
                              const Progress& progress) {
    std::vector<std::string> columns;
    if (layer.column("retired_on") != nullptr) {
        columns.emplace_back("retired_on");
    }
    auto snapshot = readSnapshot(plan, layer.name, columns, progress);
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    LayerCheck check{
        .snapshot = std::move(*snapshot), .checked = 0, .coverage = isCoverage(layer), .findings = {}};
    const std::vector<std::uint32_t> chosen = present(*check.snapshot);
    check.checked = chosen.size();
    auto findings = checkTopology(shapesOf(*check.snapshot), chosen, {.coverage = check.coverage}, progress);
    if (!findings) {
        return within(layer.name, findings.error());
    }
    check.findings = std::move(*findings);
    if (check.coverage && !boundary.empty()) {
        if (const auto done = findOutside(check, chosen, boundary, geos, progress); !done) {
            return within(layer.name, done.error());
        }
    }
    return check;
}

} // namespace

bool isCoverage(const Layer& layer) {
    static constexpr std::array<std::string_view, 3> coverages{"parcel", "plan_block", "survey_patch"};
    return std::ranges::contains(coverages, layer.name);
}

Result<std::vector<LayerCheck>>
checkLayers(const Plan& plan, const std::string& layer, const Progress& progress) {
    std::vector<const Layer*> layers;
    if (layer.empty()) {
        for (const Layer& each : plan.catalogue().layers()) {
            if (each.geometry == ShapeKind::Area) {
                layers.push_back(&each);
            }
        }
    } else {
        const auto known = plan.catalogue().requireLayer(layer);
        if (!known) {
            return std::unexpected(known.error());
        }
        if ((*known)->geometry != ShapeKind::Area) {
            return failure(
                ErrorCode::Usage,
                std::format("the layer {} holds no areas; points and lines have no topology to check.",
                            layer));
        }
        layers.push_back(*known);
    }
    const GeosContext geos;
    const auto boundary = boundaryOf(plan, geos);
    if (!boundary) {
        return std::unexpected(boundary.error());
    }
    std::vector<LayerCheck> checks;
    for (const Layer* const each : layers) {
        auto check = checkLayer(plan, *each, *boundary, geos, progress);
        if (!check) {
            return std::unexpected(check.error());
        }
        if (check->checked > 0 || !layer.empty()) {
            checks.push_back(std::move(*check));
        }
    }
    return checks;
}

} // namespace tuban
