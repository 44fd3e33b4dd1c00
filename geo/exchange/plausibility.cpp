#include "geo/exchange/plausibility.h"

#include "geo/base/units.h"
#include "geo/measure/area.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace tuban {
namespace {

/// Extent of the layer; of the whole plan where the layer is empty.
Box extentOf(const Plan& plan, const RowMatches& matches) {
    Box extent;
    for (const auto& row : matches.present) {
        extent.add(row.shape.box());
    }
    if (extent.empty()) {
        if (const auto layers = plan.summarise()) {
            for (const auto& layer : *layers) {
                extent.add(layer.extent);
            }
        }
    }
    return extent;
}

void warnOfPlace(const Plan& plan,
                 const Incoming& incoming,
                 const RowMatches& matches,
                 ImportReport& report) {
    Box box;
    for (const auto& row : incoming.rows) {
        box.add(row.shape.empty() ? row.further.box() : row.shape.box());
    }
    if (box.empty()) {
        return;
    }
    const auto extent = extentOf(plan, matches);
    constexpr double elsewhereM = 50'000;
    if (!extent.empty() && !extent.grown(elsewhereM).intersects(box)) {
        report.warnings.emplace_back("The features lie more than 50 km from what the plan holds: check the "
                                     "coordinate system (--crs).");
    }
    constexpr double zoneHalfWidthM = 350'000;
    const double fromMeridianM = std::abs(std::fmod(box.centre().x, 1e6) - 500'000);
    if (extent.empty() && plan.crs().chinaDatum2000 && fromMeridianM > zoneHalfWidthM) {
        report.warnings.push_back(
            std::format("The features lie {:.0f} km from the central meridian of {}: areas in the "
                        "plane will be too large, a plan in another zone fits better.",
                        fromMeridianM / 1000,
                        plan.crs().code()));
    }
}

/// Registered over planar area, the middle one of all rows that have both; 0 when there is none.
double middleRatio(const Incoming& incoming, std::size_t position) {
    std::vector<double> ratios;
    for (const auto& row : incoming.rows) {
        const auto* legalM2 = std::get_if<double>(&row.values[position]);
        const double planarM2 = row.shape.kind == ShapeKind::Area ? planarAreaM2(row.shape) : 0;
        if (legalM2 != nullptr && *legalM2 > 0 && planarM2 > 0) {
            ratios.push_back(*legalM2 / planarM2);
        }
    }
    if (ratios.empty()) {
        return 0;
    }
    const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
    std::ranges::nth_element(ratios, middle);
    return *middle;
}

void warnOfUnit(const Incoming& incoming, ImportReport& report) {
    const auto found = std::ranges::find(incoming.columns, "area_legal_m2", &Column::name);
    if (found == incoming.columns.end()) {
        return;
    }
    const double ratio = middleRatio(incoming, static_cast<std::size_t>(found - incoming.columns.begin()));
    struct Unit {
        const char* name;
        double squareMetres;
    };
    constexpr double tolerance = 0.2;
    for (const auto& unit : {Unit{"hectares", squareMetresPerHectare}, Unit{"mu", squareMetresPerMu}}) {
        if (ratio > 0 && std::abs(ratio * unit.squareMetres - 1) < tolerance) {
            report.warnings.push_back(
                std::format("The values of {} (area_legal_m2) look like {}, but were taken as m². "
                            "Put the unit into the field's name, such as 面积(公顷) or 面积(亩), "
                            "and import again.",
                            (*found)->title.zh,
                            unit.name));
        }
    }
}

} // namespace

void warnOfTheUnlikely(const Plan& plan,
                       const Incoming& incoming,
                       const RowMatches& matches,
                       ImportReport& report) {
    warnOfPlace(plan, incoming, matches, report);
    warnOfUnit(incoming, report);
}

} // namespace tuban
