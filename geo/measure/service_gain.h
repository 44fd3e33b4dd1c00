#pragma once

#include "geo/base/result.h"
#include "geo/measure/moments.h"
#include "geo/measure/served_land.h"
#include "geo/measure/sound_areas.h"
#include "geo/shape/box_tree.h"
#include "geo/shape/shapes_view.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tuban {

/// What a further site would newly serve, fast enough to be asked while it is dragged: only the demand around
/// it is looked at. Thread rule: one object per thread.
class ServiceGain {
public:
    /// \param chosen positions of the demand that counts; both must outlive this
    ServiceGain(const ShapesView& demand, std::span<const std::uint32_t> chosen, const ArealScale& scale);

    /// Demand in m² that `site` serves and `served` does not. \return Error::BadGeometry
    [[nodiscard]] Result<double> gainM2(const ServedLand& served, const ServiceSite& site) const;
    /// Calls `visit` with the place in `chosen` of all demand whose box meets `window`.
    template <class Visit>
    void visitNear(const Box& window, Visit visit) const {
        m_tree.query(window, [&visit](std::uint32_t place) {
            visit(place);
            return true;
        });
    }
    [[nodiscard]] const GeosContext& geos() const { return m_geos; }

private:
    std::span<const std::uint32_t> m_chosen;
    const ArealScale* m_scale;
    GeosContext m_geos;
    SoundAreas m_sound;
    BoxTree m_tree; // over the chosen demand
};

} // namespace tuban
