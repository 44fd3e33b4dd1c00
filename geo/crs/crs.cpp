#include "geo/crs/crs.h"

#include "geo/base/text.h"
#include "geo/crs/proj.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <format>
#include <numbers>

namespace tuban {

namespace {

/// PROJ's confidence from which a system of the registry means the same coordinates under another name.
constexpr int equivalentConfidence = 70;

std::unexpected<Error> notUnderstood(std::string_view text, std::string_view why) {
    return failure(
        ErrorCode::BadCrs,
        std::format("coordinate system \"{}\": {}; give it as EPSG:4547 or as WKT", cutUtf8(text, 80), why));
}

bool isGeographic(const PJ* crs) {
    const auto type = proj_get_type(crs);
    return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
}

/// The horizontal system inside one with a shift attached (TOWGS84) or a height system.
ProjPointer horizontalPart(PJ_CONTEXT* context, ProjPointer crs) {
    const auto type = proj_get_type(crs.get());
    if (type == PJ_TYPE_BOUND_CRS) {
        return horizontalPart(context, ProjPointer(proj_get_source_crs(context, crs.get())));
    }
    if (type == PJ_TYPE_COMPOUND_CRS) {
        return horizontalPart(context, ProjPointer(proj_crs_get_sub_crs(context, crs.get(), 0)));
    }
    return crs;
}

int ownEpsg(const PJ* crs) {
    const char* const authority = proj_get_id_auth_name(crs, 0);
    return authority != nullptr && std::string_view(authority) == "EPSG"
               ? std::atoi(proj_get_id_code(crs, 0)) // NOLINT: digits by PROJ's promise
               : 0;
}

int identifiedEpsg(PJ_CONTEXT* context, const PJ* crs) {
    int* confidence = nullptr;
    PJ_OBJ_LIST* const found = proj_identify(context, crs, "EPSG", nullptr, &confidence);
    int epsg = 0;
    if (found != nullptr && proj_list_get_count(found) > 0 && confidence[0] >= equivalentConfidence) {
        const ProjPointer best(proj_list_get(context, found, 0));
        epsg = ownEpsg(best.get());
    }
    proj_int_list_destroy(confidence);
    proj_list_destroy(found);
    return epsg;
}

/// Value of a parameter of a projection by its EPSG code, in SI units or degrees; NaN when it has none.
double parameterOf(PJ_CONTEXT* context, const PJ* conversion, std::string_view epsg) {
    const int count = proj_coordoperation_get_param_count(context, conversion);
    for (int i = 0; i < count; ++i) {
        const char* code = nullptr;
        double value = 0;
        double toSi = 1;
        const char* category = nullptr;
        proj_coordoperation_get_param(context,
                                      conversion,
                                      i,
                                      nullptr,
                                      nullptr,
                                      &code,
                                      &value,
                                      nullptr,
                                      &toSi,
                                      nullptr,
                                      nullptr,
                                      nullptr,
                                      &category);
        if (code != nullptr && code == epsg) {
            const bool angle = category != nullptr && std::string_view(category) == "angular";
            return angle ? value * toSi * 180 / std::numbers::pi : value * toSi;
        }
    }
    return std::nan("");
}

/// The code of a CGCS2000 system whose names the registry does not know, by the numbers of its projection.
int epsgByParameters(PJ_CONTEXT* context, const PJ* crs) {
    if (!datumOf(context, crs).chinaDatum2000) {
        return 0;
    }
    if (isGeographic(crs)) {
        return 4490;
    }
    const ProjPointer conversion(proj_crs_get_coordoperation(context, crs));
    const auto value = [&](std::string_view code) { return parameterOf(context, conversion.get(), code); };
    const double falseEasting = value("8806");
    const double meridian = value("8802");
    if (value("8801") != 0 || value("8805") != 1 || value("8807") != 0 ||
        std::abs(meridian - std::round(meridian)) > 1e-9) {
        return 0;
    }
    const int degrees = static_cast<int>(std::lround(meridian));
    if (falseEasting == 500'000) {
        return gaussKrugerEpsg(degrees, false).value_or(0);
    }
    return falseEasting == degrees / 3 * 1e6 + 500'000 ? gaussKrugerEpsg(degrees, true).value_or(0) : 0;
}

Result<Crs> describe(PJ_CONTEXT* context, ProjPointer given, std::string_view text) {
    const auto crs = horizontalPart(context, std::move(given));
    if (!crs || (!isGeographic(crs.get()) && proj_get_type(crs.get()) != PJ_TYPE_PROJECTED_CRS)) {
        return notUnderstood(text, "it is neither a map projection nor longitude and latitude");
    }
    Crs described;
    described.epsg = ownEpsg(crs.get());
    described.name = proj_get_name(crs.get());
    described.geographic = isGeographic(crs.get());
    described.chinaDatum2000 = datumOf(context, crs.get()).chinaDatum2000;
    static constexpr std::array<const char*, 2> options{"MULTILINE=NO", nullptr};
    const char* const wkt = proj_as_wkt(context, crs.get(), PJ_WKT2_2019, options.data());
    const ProjPointer ellipsoid(proj_get_ellipsoid(context, crs.get()));
    if (wkt == nullptr || !ellipsoid) {
        return notUnderstood(text, "it has no ellipsoid");
    }
    described.wkt = wkt;
    proj_ellipsoid_get_parameters(
        context, ellipsoid.get(), &described.semiMajorM, nullptr, nullptr, &described.inverseFlattening);
    return described;
}

bool allDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// A PROJ string says of itself that it is a system, not an operation.
std::string asProjInput(std::string_view text) {
    if (allDigits(text)) {
        return "EPSG:" + std::string(text);
    }
    std::string input(text);
    if (text.starts_with("+") && !text.contains("+type=crs")) {
        input += " +type=crs";
    }
    return input;
}

} // namespace

std::string Crs::shortName(std::string_view language) const {
    const bool chinese = language == "zh";
    if (epsg >= 4513 && epsg <= 4533) {
        return std::format("CGCS2000 {} {}", chinese ? "3°带 带号" : "3° zone", epsg - 4488);
    }
    if (epsg >= 4534 && epsg <= 4554) {
        return std::format("CGCS2000 {} {}E", chinese ? "3°带" : "3° CM", (epsg - 4509) * 3);
    }
    if (epsg >= 4491 && epsg <= 4501) {
        return std::format("CGCS2000 {} {}", chinese ? "6°带 带号" : "6° zone", epsg - 4478);
    }
    if (epsg >= 4502 && epsg <= 4512) {
        return std::format("CGCS2000 {} {}E", chinese ? "6°带" : "6° CM", (epsg - 4502) * 6 + 75);
    }
    if (epsg == 4490 || epsg == 4326) {
        return std::format("{} {}", epsg == 4490 ? "CGCS2000" : "WGS 84", chinese ? "经纬度" : "lon/lat");
    }
    return name;
}

Result<Crs> crsFromText(std::string_view text) {
    const auto wanted = trimmed(text);
    if (wanted.contains('[')) {
        return crsFromWkt(wanted);
    }
    // A bare name would be matched loosely by PROJ: refuse it.
    if (!allDigits(wanted) && !wanted.contains(':') && !wanted.starts_with("+")) {
        return notUnderstood(text, "not a code");
    }
    const auto context = makeProjContext();
    ProjPointer crs(proj_create(context.get(), asProjInput(wanted).c_str()));
    if (!crs) {
        return notUnderstood(text, projMessage(context.get()));
    }
    return describe(context.get(), std::move(crs), text);
}

Result<Crs> crsFromWkt(std::string_view wkt) {
    static constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    auto text = trimmed(wkt);
    if (text.starts_with(byteOrderMark)) {
        text.remove_prefix(byteOrderMark.size());
    }
    const auto context = makeProjContext();
    auto made = projFromWkt(context.get(), std::string(text));
    if (!made) {
        return notUnderstood(wkt, made.error().message);
    }
    auto crs = horizontalPart(context.get(), std::move(*made));
    int epsg = crs ? ownEpsg(crs.get()) : 0;
    if (crs && epsg == 0) {
        epsg = identifiedEpsg(context.get(), crs.get());
    }
    if (crs && epsg == 0) {
        epsg = epsgByParameters(context.get(), crs.get());
    }
    if (epsg != 0) {
        return crsFromText(std::to_string(epsg));
    }
    return describe(context.get(), std::move(crs), wkt);
}

Result<Crs> geographicOf(const Crs& crs) {
    if (crs.geographic) {
        return crs;
    }
    const auto context = makeProjContext();
    const auto made = projFromWkt(context.get(), crs.wkt);
    if (!made) {
        return std::unexpected(made.error());
    }
    return describe(
        context.get(), ProjPointer(proj_crs_get_geodetic_crs(context.get(), made->get())), crs.code());
}

std::optional<int> gaussKrugerEpsg(int centralMeridian, bool zonePrefix) {
    if (centralMeridian < 75 || centralMeridian > 135 || centralMeridian % 3 != 0) {
        return std::nullopt;
    }
    return (zonePrefix ? 4488 : 4509) + centralMeridian / 3;
}

std::optional<int> sisterEpsg(int epsg) {
    struct Run {
        int first, last, step;
    };
    static constexpr std::array<Run, 4> runs{
        {{4513, 4533, 21}, {4534, 4554, -21}, {4491, 4501, 11}, {4502, 4512, -11}}};
    for (const auto& run : runs) {
        if (epsg >= run.first && epsg <= run.last) {
            return epsg + run.step;
        }
    }
    return std::nullopt;
}

} // namespace tuban
