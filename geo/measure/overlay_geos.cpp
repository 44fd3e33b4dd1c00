#include "geo/measure/overlay.h"
#include "geo/measure/sound_areas.h"
#include "geo/shape/set_operations.h"

namespace tuban {

/// Every part is made by OverlayNG, what lies wholly in a zone as well; none and double come from the union
/// of all parts, by differences of geometry and not of figures.
Result<Overlay> overlayByGeos(const OverlayInput& input) {
    const GeosContext geos;
    const SoundAreas features(input.features, geos);
    const SoundAreas zones(input.zones, geos);
    Overlay result{.zones = {}, .repairedFeatures = features.repairs(), .repairedZones = zones.repairs()};
    for (std::size_t z = 0; z < zones.size(); ++z) {
        const Geometry shape = zones.geometry(z);
        Overlay::Zone zone{.areaM2 = input.scale->areaM2(shape),
                           .groups = std::vector<Overlay::Group>(input.groups)};
        std::vector<Geometry> parts;
        double sum = 0;
        for (std::uint32_t i = 0; i < features.size(); ++i) {
            if (!features.box(i).intersects(zones.box(z))) {
                continue;
            }
            auto part = intersectionOf(geos, features.geometry(i), shape);
            if (!part) {
                return std::unexpected(part.error());
            }
            if (part->empty()) {
                continue;
            }
            const double areaM2 = input.scale->areaM2(*part);
            zone.groups[input.groupOf[i]].count += 1;
            zone.groups[input.groupOf[i]].areaM2 += areaM2;
            sum += areaM2;
            parts.push_back(std::move(*part));
        }
        const auto covered = unionOf(geos, parts);
        if (!covered) {
            return std::unexpected(covered.error());
        }
        const auto bare = covered->empty() ? Result<Geometry>(shape) : differenceOf(geos, shape, *covered);
        if (!bare) {
            return std::unexpected(bare.error());
        }
        zone.noneM2 = input.scale->areaM2(*bare);
        zone.doubleM2 = sum - input.scale->areaM2(*covered);
        result.zones.push_back(std::move(zone));
    }
    return result;
}

} // namespace tuban
