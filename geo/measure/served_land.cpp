#include "geo/measure/served_land.h"

#include "geo/shape/set_operations.h"

namespace tuban {

Result<ServedLand> ServedLand::around(std::span<const ServiceSite> sites, const GeosContext& geos) {
    ServedLand land;
    std::vector<Box> boxes;
    for (const ServiceSite& site : sites) {
        if (site.shape.empty() || site.radiusM <= 0) {
            continue;
        }
        auto buffer = bufferOf(geos, site.shape, site.radiusM);
        if (!buffer) {
            return std::unexpected(buffer.error());
        }
        boxes.push_back(buffer->box());
        land.m_buffers.push_back(std::move(*buffer));
    }
    auto whole = unionOf(geos, land.m_buffers);
    if (!whole) {
        return std::unexpected(whole.error());
    }
    land.m_whole = std::move(*whole);
    land.m_tree = BoxTree(std::move(boxes));
    return land;
}

Result<Geometry> ServedLand::newLand(const GeosContext& geos, const ServiceSite& site) const {
    const auto buffer = bufferOf(geos, site.shape, site.radiusM);
    return buffer ? bare(geos, *buffer) : std::unexpected(buffer.error());
}

Result<Geometry> ServedLand::bare(const GeosContext& geos, const Geometry& area) const {
    // The few buffers around the area, not the whole: cutting by that costs its size each time.
    std::vector<Geometry> near;
    for (const std::uint32_t index : m_tree.query(area.box())) {
        near.push_back(m_buffers[index]);
    }
    if (near.empty()) {
        return area;
    }
    const auto served = unionOf(geos, near);
    return served ? differenceOf(geos, area, *served) : std::unexpected(served.error());
}

} // namespace tuban
