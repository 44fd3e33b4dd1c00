#pragma once

#include "geo/base/result.h"
#include "geo/crs/transform.h"
#include "geo/plan/plan.h"

#include <string>
#include <string_view>

namespace tuban {

/// Positions as the command line has them, to and from those of a plan. Thread rule: one per thread.
class PlaceReader {
public:
    /// \param crs empty: degrees, LON,LAT. \return Error::Usage for an unknown system
    [[nodiscard]] static Result<PlaceReader> forPlan(const Plan& plan, const std::string& crs);

    /// "113.56,34.81" in the plan's system. \param option it was given with, for the complaint
    /// \return Error::Usage naming what is wrong with the text
    [[nodiscard]] Result<Point> read(const std::string& text, std::string_view option = "--at") const;
    /// Longitude and latitude of a position of the plan.
    [[nodiscard]] Result<Point> degrees(Point position) const;

private:
    PlaceReader(bool geographic, Transform in, Transform out)
        : m_geographic(geographic), m_in(std::move(in)), m_out(std::move(out)) {}

    bool m_geographic;
    Transform m_in;
    Transform m_out;
};

} // namespace tuban
