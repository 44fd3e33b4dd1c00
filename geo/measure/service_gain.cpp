#include "geo/measure/service_gain.h"

#include "geo/measure/zone_index.h"

namespace tuban {

ServiceGain::ServiceGain(const ShapesView& demand,
                         std::span<const std::uint32_t> chosen,
                         const ArealScale& scale)
    : m_chosen(chosen), m_scale(&scale), m_sound(demand, m_geos, chosen) {
    std::vector<Box> boxes;
    boxes.reserve(chosen.size());
    for (const std::uint32_t feature : chosen) {
        boxes.push_back(m_sound.box(feature));
    }
    m_tree = BoxTree(std::move(boxes));
}

Result<double> ServiceGain::gainM2(const ServedLand& served, const ServiceSite& site) const {
    const auto land = served.newLand(m_geos, site);
    if (!land) {
        return std::unexpected(land.error());
    }
    ZoneIndex index(viewOf(*land));
    double gainM2 = 0;
    visitNear(land->box(), [&](std::uint32_t place) {
        const AreaView area = m_sound.area(m_chosen[place]);
        gainM2 += m_scale->areaM2(index.inside(area), area.box.centre());
    });
    return gainM2;
}

} // namespace tuban
