#pragma once

#include "app/cli/measuring.h"
#include "geo/measure/served_land.h"
#include "geo/measure/service_rule.h"
#include "geo/plan/service_sites.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tuban {

/// What a question about service takes from the command line.
struct ServiceOptions {
    std::string of;   ///< layer of the sites
    std::string over; ///< layer of the demand
    std::string where, sitesWhere;
    double radiusM = 0; ///< 0: not given
    std::string preset; ///< empty: not given
    std::string method = "ellipsoidal";
};

/// Adds `--of --radius --preset --over --where --sites-where --method`.
void addServiceOptions(CLI::App& app, ServiceOptions& options);

/// A site with what it serves by the rule.
struct Site {
    std::string uid; ///< empty for one that is only thought of
    std::string name;
    ServiceSite service;
};

/// Sites and demand of a plan under one rule.
struct ServiceCase {
    const Layer* sitesLayer = nullptr;
    const Layer* demandLayer = nullptr;
    ServiceRule rule;
    std::string condition; ///< of the sites that count
    std::vector<Site> sites;
    std::shared_ptr<const LayerSnapshot> demand;
    std::vector<std::uint32_t> chosen; ///< positions of the demand that counts
    ArealScale scale = ArealScale::planar();

    /// The radius of a shape by its size, in the method of the case.
    [[nodiscard]] double radiusOf(const Geometry& shape) const;
};

/// \param columns further columns of the demand's layer to read where it has them
/// \return Error::Usage for unknown layers and bad conditions
[[nodiscard]] Result<ServiceCase> readService(const Plan& plan,
                                              const ServiceOptions& options,
                                              const std::vector<std::string>& columns,
                                              const Progress& progress);

/// Sites for which another condition holds, under the rule of a case.
[[nodiscard]] Result<std::vector<Site>>
sitesWhere(const Plan& plan, const ServiceCase& service, const std::string& condition);

/// What a list of sites serves.
[[nodiscard]] Result<ServedLand> landServedBy(const std::vector<Site>& sites, const GeosContext& geos);

} // namespace tuban
