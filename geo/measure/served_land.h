#pragma once

#include "geo/base/result.h"
#include "geo/shape/box_tree.h"
#include "geo/shape/geometry.h"
#include "geo/shape/geos.h"

#include <span>
#include <vector>

namespace tuban {

/// A place that serves what lies around it. `shape`: its edge, a valid Area, or a point where no edge is
/// known.
struct ServiceSite {
    Geometry shape;
    double radiusM = 0; ///< from the edge, straight; 0: serves nothing
};

/// The land within the service radius of sites: buffers in the plane of the plan with 64 segments a quarter
/// circle, united, so that what two sites serve counts once. Geometry by GEOS.
/// Immutable: share it const between threads.
class ServedLand {
public:
    /// \return Error::BadGeometry
    [[nodiscard]] static Result<ServedLand> around(std::span<const ServiceSite> sites,
                                                   const GeosContext& geos);

    /// What a further site would serve that no site serves yet. \return Error::BadGeometry
    [[nodiscard]] Result<Geometry> newLand(const GeosContext& geos, const ServiceSite& site) const;
    /// The union of all buffers; empty without sites.
    [[nodiscard]] const Geometry& whole() const { return m_whole; }
    /// The part of a valid Area that no site serves. \return Error::BadGeometry
    [[nodiscard]] Result<Geometry> bare(const GeosContext& geos, const Geometry& area) const;

private:
    std::vector<Geometry> m_buffers;
    BoxTree m_tree; // over the buffers
    Geometry m_whole{.kind = ShapeKind::Area, .points = {}, .partEnds = {}, .polygonEnds = {}};
};

} // namespace tuban
