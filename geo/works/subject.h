#pragma once

#include "geo/base/result.h"
#include "geo/plan/features.h"
#include "geo/plan/plan.h"

#include <optional>
#include <string>

namespace tuban {

/// A feature as marks see it.
struct Subject {
    const Layer* layer = nullptr;
    std::string uid;
    std::string title; ///< its label, else its name, else its uid
    std::string stage; ///< the imported one; may be empty
    bool retired = false;
    Geometry geometry; ///< empty while it is not placed on the map
};

/// \return Error::Usage for the layer, NotFound for the feature
[[nodiscard]] Result<Subject> readSubject(const Plan& plan, const FeatureRef& ref);

/// Columns that `titleOf` reads from a row, then `retired_on`.
[[nodiscard]] std::vector<std::string> titleColumns(const Layer& layer);
/// The first of the title columns that is not empty, else the uid.
[[nodiscard]] std::string titleOf(const Feature& feature);

/// Distance in metres from a place to the subject: to its shape or the nearest of its further shapes, 0
/// inside. \return nullopt when it has no shape at all
[[nodiscard]] Result<std::optional<double>>
distanceToSubject(const Plan& plan, const Subject& subject, Point place);

} // namespace tuban
