#include "geo/measure/coverage.h"

#include "geo/measure/sound_areas.h"
#include "geo/measure/zone_index.h"

#include <algorithm>

namespace tuban {

Result<Coverage> coverage(const ShapesView& shapes,
                          std::span<const std::uint32_t> chosen,
                          const Geometry& land,
                          const ArealScale& scale,
                          const Progress& progress) {
    const GeosContext geos;
    const SoundAreas sound(shapes, geos, chosen);
    ZoneIndex index(viewOf(land));
    Coverage result;
    result.demand.reserve(chosen.size());
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (i % 4096 == 0) {
            if (progress.stopped()) {
                return failure(ErrorCode::Cancelled, "the coverage was stopped");
            }
            progress.at(static_cast<double>(i) / static_cast<double>(chosen.size()), "covering");
        }
        const AreaView area = sound.area(chosen[i]);
        Coverage::Demand demand{.areaM2 = scale.areaM2(area), .servedM2 = 0};
        const auto place = index.placeOf(area.box);
        if (place == ZoneIndex::Place::Inside) {
            demand.servedM2 = demand.areaM2;
        } else if (place == ZoneIndex::Place::Mixed) {
            demand.servedM2 =
                std::clamp(scale.areaM2(index.inside(area), area.box.centre()), 0.0, demand.areaM2);
        }
        result.demandM2 += demand.areaM2;
        result.servedM2 += demand.servedM2;
        result.demand.push_back(demand);
    }
    result.repaired = sound.repairs();
    return result;
}

} // namespace tuban
