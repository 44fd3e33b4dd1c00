#include "geo/crs/crs.h"

#include <cmath>
#include <format>

namespace tuban {

namespace {

struct Range {
    double low, high;
    [[nodiscard]] bool holds(double first, double last) const { return first >= low && last <= high; }
};

// Sources: extent of the land of China in degrees, and its Gauss-Kruger coordinates in metres (EPSG
// registry).
constexpr Range longitudes{73, 136};
constexpr Range latitudes{3, 54};
constexpr Range northings{0.3e6, 6.0e6};
constexpr Range plainEastings{1.0e5, 9.0e5};
constexpr Range mercatorEastings{8.1e6, 13.0e6};

/// A box with east before north.
Box turned(const Box& box) {
    return {box.minY, box.minX, box.maxY, box.maxX};
}

/// The zone number in front of 8-digit eastings, 0 when there is none.
int zonePrefix(const Box& box) {
    const int zone = static_cast<int>(std::floor(box.minX / 1e6));
    const double base = zone * 1e6;
    const bool oneZone = plainEastings.holds(box.minX - base, box.maxX - base);
    return oneZone && zone >= 13 && zone <= 45 && zone != 24 ? zone : 0;
}

CrsProposal fromPrefix(int zone) {
    if (zone >= 25) {
        return {
            .epsg = 4488 + zone,
            .swapped = false,
            .certain = true,
            .reason = std::format(
                "The eastings begin with {}: 3-degree zone {}, central meridian {}E.", zone, zone, zone * 3)};
    }
    // Zones 13 to 15 lie in the far west, and their eastings are also those of Web Mercator in the east.
    return {
        .epsg = 4478 + zone,
        .swapped = false,
        .certain = zone >= 16,
        .reason = std::format(
            "The eastings begin with {}: 6-degree zone {}, central meridian {}E.", zone, zone, zone * 6 - 3)};
}

CrsProposal fromPlan(int fallbackEpsg) {
    int epsg = fallbackEpsg;
    const bool prefixed = (epsg >= 4513 && epsg <= 4533) || (epsg >= 4491 && epsg <= 4501);
    if (prefixed) {
        epsg = sisterEpsg(epsg).value_or(0);
    }
    return {.epsg = epsg,
            .swapped = false,
            .certain = false,
            .reason = "Six-digit eastings do not tell the central meridian: it is taken from the plan."};
}

CrsProposal proposeInOrder(const Box& box, int fallbackEpsg) {
    if (longitudes.holds(box.minX, box.maxX) && latitudes.holds(box.minY, box.maxY)) {
        return {.epsg = 4490,
                .swapped = false,
                .certain = true,
                .reason = "The numbers are degrees of longitude and latitude in China."};
    }
    if (!northings.holds(box.minY, box.maxY)) {
        return {};
    }
    if (const int zone = zonePrefix(box); zone > 0) {
        return fromPrefix(zone);
    }
    // Below 1,900 km north a six-digit number could as well be a local grid.
    if (plainEastings.holds(box.minX, box.maxX) && box.minY >= 1.9e6) {
        return fromPlan(fallbackEpsg);
    }
    if (mercatorEastings.holds(box.minX, box.maxX)) {
        return {.epsg = 3857,
                .swapped = false,
                .certain = false,
                .reason = "The numbers look like Web Mercator metres."};
    }
    return {};
}

} // namespace

CrsProposal proposeCrs(const Box& box, int fallbackEpsg) {
    if (box.empty()) {
        return {.epsg = 0, .swapped = false, .certain = false, .reason = "There are no coordinates."};
    }
    auto proposal = proposeInOrder(box, fallbackEpsg);
    if (!proposal.reason.empty()) {
        return proposal;
    }
    proposal = proposeInOrder(turned(box), fallbackEpsg);
    if (!proposal.reason.empty()) {
        proposal.swapped = true;
        proposal.reason += " North stands before east.";
        return proposal;
    }
    return {.epsg = 0,
            .swapped = false,
            .certain = false,
            .reason = std::format("Coordinates from {:.1f}, {:.1f} to {:.1f}, {:.1f} fit no system of China: "
                                  "they may be a local grid.",
                                  box.minX,
                                  box.minY,
                                  box.maxX,
                                  box.maxY)};
}

} // namespace tuban
