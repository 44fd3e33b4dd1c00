#pragma once

#include "geo/base/result.h"

#include <proj.h>

#include <memory>
#include <string>
#include <string_view>

namespace tuban {

/// Owners of PROJ's handles and what crs.cpp and transform.cpp both ask of them. Private to geo/crs and
/// geo/measure: no header of ours that others include names PROJ.

struct ProjContextDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct ProjDeleter {
    void operator()(PJ* object) const { proj_destroy(object); }
};
/// Handles made with a context must not outlive it, and stay on one thread with it.
using ProjContextPointer = std::unique_ptr<PJ_CONTEXT, ProjContextDeleter>;
using ProjPointer = std::unique_ptr<PJ, ProjDeleter>;

/// A silent context without network.
[[nodiscard]] ProjContextPointer makeProjContext();

/// The last words of PROJ on this context.
[[nodiscard]] std::string projMessage(PJ_CONTEXT* context);

/// The frame a system hangs on, as far as a planner in China must tell them apart.
enum class DatumFamily {
    Global,  ///< WGS 84 or CGCS2000, taken as one
    Beijing, ///< Beijing 1954 and New Beijing
    Xian,    ///< Xi'an 1980
    Other,
};
struct DatumInfo {
    DatumFamily family = DatumFamily::Other;
    bool chinaDatum2000 = false;
    std::string name;
};
[[nodiscard]] DatumInfo datumOf(PJ_CONTEXT* context, const PJ* crs);

/// A system from the text of a Crs. \return Error::BadCrs
[[nodiscard]] Result<ProjPointer> projFromWkt(PJ_CONTEXT* context, const std::string& wkt);

} // namespace tuban
