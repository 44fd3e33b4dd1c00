#include "geo/crs/proj.h"

#include "geo/base/text.h"

#include <algorithm>
#include <array>

namespace tuban {

namespace {

/// Lower-case letters and digits of a name: "D_China_2000" and "China 2000" then differ by the D alone.
std::string squeezed(std::string_view name) {
    std::string low = lowerAscii(name);
    std::erase_if(low, [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
    return low;
}

bool containsAny(const std::string& name, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return name.contains(word); });
}

} // namespace

ProjContextPointer makeProjContext() {
    ProjContextPointer context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    return context;
}

std::string projMessage(PJ_CONTEXT* context) {
    const int code = proj_context_errno(context);
    const char* const message = code == 0 ? nullptr : proj_context_errno_string(context, code);
    return message == nullptr ? "it is not known" : message;
}

DatumInfo datumOf(PJ_CONTEXT* context, const PJ* crs) {
    const ProjPointer datum(proj_crs_get_datum_forced(context, crs));
    DatumInfo info;
    if (!datum || proj_get_name(datum.get()) == nullptr) {
        return info;
    }
    info.name = proj_get_name(datum.get());
    const auto name = squeezed(info.name);
    info.chinaDatum2000 = containsAny(name, {"china2000", "cgcs", "chinageodetic"});
    if (info.chinaDatum2000 || containsAny(name, {"worldgeodeticsystem1984", "wgs1984", "wgs84"})) {
        info.family = DatumFamily::Global;
    } else if (name.contains("beijing")) {
        info.family = DatumFamily::Beijing;
    } else if (containsAny(name, {"xian1980", "xian80"})) {
        info.family = DatumFamily::Xian;
    }
    return info;
}

Result<ProjPointer> projFromWkt(PJ_CONTEXT* context, const std::string& wkt) {
    static constexpr std::array<const char*, 2> options{"STRICT=NO", nullptr};
    ProjPointer crs(proj_create_from_wkt(context, wkt.c_str(), options.data(), nullptr, nullptr));
    if (!crs) {
        return failure(ErrorCode::BadCrs, "coordinate system not understood: " + projMessage(context));
    }
    return crs;
}

} // namespace tuban
