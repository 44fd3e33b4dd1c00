#pragma once

#include "geo/base/result.h"
#include "geo/shape/geometry.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// A coordinate reference system by its EPSG code or WKT. Plain value.
struct Crs {
    int epsg = 0;     ///< 0 when the system has no code
    std::string name; ///< "CGCS2000 / 3-degree Gauss-Kruger CM 114E"
    std::string wkt;  ///< WKT2:2019, always set
    bool geographic = false;
    bool chinaDatum2000 =
        false; ///< on the CGCS2000 datum (treated as WGS 84: the difference is below survey use)
    double semiMajorM = 6378137.0;
    double inverseFlattening = 298.257222101;

    [[nodiscard]] std::string code() const { return epsg > 0 ? "EPSG:" + std::to_string(epsg) : name; }
    /// What a planner reads in the status bar: "CGCS2000 3°带 114E" / "CGCS2000 3° CM 114E".
    [[nodiscard]] std::string shortName(std::string_view language) const;
};

/// From "EPSG:4547", "4547", a PROJ string or WKT. \return Error::BadCrs naming the text
[[nodiscard]] Result<Crs> crsFromText(std::string_view text);

/// The EPSG code a WKT of a .prj means, found by name and parameters where it carries none.
[[nodiscard]] Result<Crs> crsFromWkt(std::string_view wkt);

/// The longitude and latitude system that `crs` is built on; itself when it is geographic. \return
/// Error::BadCrs
[[nodiscard]] Result<Crs> geographicOf(const Crs& crs);

/// EPSG code of CGCS2000 3-degree Gauss-Kruger: with the zone in the easting (4513..4533) or without
/// (4534..4554).
[[nodiscard]] std::optional<int> gaussKrugerEpsg(int centralMeridian, bool zonePrefix);
/// The sister of a 3-degree or 6-degree CGCS2000 system with or without the zone prefix (4547 ↔ 4526).
[[nodiscard]] std::optional<int> sisterEpsg(int epsg);

/// What the digits of coordinates say about their system (sources: EPSG registry; domain rules for China).
struct CrsProposal {
    int epsg = 0;         ///< 0: cannot tell
    bool swapped = false; ///< the file gives north before east
    bool certain = false; ///< a zone prefix or degrees; otherwise it rests on `fallbackEpsg`
    std::string reason;   ///< one sentence
};
/// \param box extent of the coordinates as they stand in the file
/// \param fallbackEpsg system of the plan, proposed for six-digit eastings
[[nodiscard]] CrsProposal proposeCrs(const Box& box, int fallbackEpsg);

} // namespace tuban
