#pragma once

#include "geo/plan/features.h"
#include "geo/plan/plan.h"
#include "geo/works/mark.h"

#include <optional>
#include <string>

namespace tuban {

/// A plan in a folder of its own that goes with it: two parcels side by side, a road along them and a project
/// whose land is the second parcel.
class WorksPlan {
public:
    WorksPlan();
    ~WorksPlan();
    WorksPlan(const WorksPlan&) = delete;
    WorksPlan& operator=(const WorksPlan&) = delete;

    [[nodiscard]] Plan& plan() { return *m_plan; }
    [[nodiscard]] const std::string& path() const { return m_path; }

    FeatureRef west;    ///< parcel 100 m × 100 m from 458800, 3853600; imported stage "land"
    FeatureRef east;    ///< parcel to its right, without stage
    FeatureRef road;    ///< along their south side, 10 m away
    FeatureRef project; ///< point in the middle of the east parcel, its land is the parcel

private:
    std::string m_folder;
    std::string m_path;
    std::optional<Plan> m_plan;
};

/// A mark of a stage at the anchor of a feature.
[[nodiscard]] MarkDraft draftOf(const FeatureRef& subject, std::string stage);

} // namespace tuban
