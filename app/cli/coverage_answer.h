#pragma once

#include "app/cli/service.h"
#include "geo/measure/coverage.h"
#include "geo/measure/nearest.h"

#include <optional>
#include <string>
#include <vector>

namespace tuban {

class PlaceReader;

struct CoverageOptions {
    std::string plan;
    ServiceOptions service;
    std::vector<std::string> add; ///< sites to try, as given
    std::string gaps;             ///< file for them; empty: none
    bool planned = false;
};

/// What a question about coverage is answered with. Positions are those of ServiceCase::chosen.
struct CoverageAnswer {
    /// What no site serves of one feature.
    struct Gap {
        std::size_t demand = 0;
        double areaM2 = 0;
        Geometry shape; ///< plan CRS
    };

    ServiceCase service;
    std::size_t added = 0; ///< sites at the end of the list that are only thought of
    Coverage figures;
    std::optional<double> servedBeforeM2;  ///< without those
    std::optional<double> servedPlannedM2; ///< with what is planned
    std::vector<NearestShape::Answer> nearest;
    std::vector<Gap> gaps;          ///< largest first
    std::vector<std::size_t> order; ///< most unserved households first, or most unserved land
    std::vector<double> households; ///< empty where the demand's layer counts none

    [[nodiscard]] std::string uid(std::size_t demand) const {
        return service.demand->uid(service.chosen[demand]);
    }
    [[nodiscard]] std::string name(std::size_t demand) const {
        return nameOf(*service.demandLayer, *service.demand, service.chosen[demand]);
    }
    /// Sites that serve something by the rule.
    [[nodiscard]] std::size_t sites() const;
};

/// \param added shapes of the sites to try, plan CRS
[[nodiscard]] Result<CoverageAnswer> answerOf(const Plan& plan,
                                              const CoverageOptions& options,
                                              const std::vector<Geometry>& added,
                                              const Progress& progress);

[[nodiscard]] Result<std::string>
coverageJson(const CoverageAnswer& answer, const ServiceOptions& options, const PlaceReader& places);
[[nodiscard]] std::string coverageText(const CoverageAnswer& answer);
/// The gaps as GeoJSON (RFC 7946): polygons in degrees, each with what lies there.
[[nodiscard]] Result<void> writeGaps(const CoverageAnswer& answer, const Crs& crs, const std::string& path);

} // namespace tuban
