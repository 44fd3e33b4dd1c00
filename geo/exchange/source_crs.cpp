#include "geo/exchange/source_crs.h"

#include <cmath>
#include <format>

namespace tuban {
namespace {

bool outsideDegrees(const Box& box) {
    return !box.empty() && (box.minX < -360 || box.maxX > 360 || box.minY < -360 || box.maxY > 360);
}

/// Latitudes beyond the pole: north and east have changed places.
bool latitudeFirst(const Box& box) {
    return !box.empty() && !outsideDegrees(box) && (box.minY < -90.5 || box.maxY > 90.5) && box.minX >= -90 &&
           box.maxX <= 90;
}

Result<SourceCrs> fromDigits(const Box& box, const Crs& plan, std::string why) {
    const auto proposal = proposeCrs(box, plan.epsg);
    if (proposal.epsg == 0) {
        return failure(
            ErrorCode::BadCrs,
            std::format("{} and its coordinates (from {:.3f}, {:.3f} to {:.3f}, {:.3f}) do not tell it. Name "
                        "it with --crs, such as --crs EPSG:4547.",
                        why,
                        box.minX,
                        box.minY,
                        box.maxX,
                        box.maxY));
    }
    auto crs = crsFromText("EPSG:" + std::to_string(proposal.epsg));
    if (!crs) {
        return std::unexpected(crs.error());
    }
    SourceCrs chosen{.crs = *std::move(crs),
                     .from = "digits",
                     .reason = proposal.reason,
                     .swapped = proposal.swapped,
                     .warnings = {}};
    chosen.warnings.push_back(std::format("{}; taken as {} from its coordinates: {}{}",
                                          why,
                                          chosen.crs.code(),
                                          proposal.reason,
                                          proposal.certain ? "" : " Check it, or name it with --crs."));
    return chosen;
}

void mendSwap(SourceCrs& chosen, const Box& box, const Crs& plan) {
    const bool swapped = chosen.crs.geographic
                             ? latitudeFirst(box)
                             : chosen.crs.chinaDatum2000 && proposeCrs(box, plan.epsg).swapped;
    if (swapped) {
        chosen.swapped = true;
    }
    if (chosen.swapped) {
        chosen.warnings.emplace_back("The file gives north before east; they were put in their places.");
    }
}

} // namespace

Result<SourceCrs>
chooseCrs(const std::string& option, const std::string& fileText, const Box& box, const Crs& plan) {
    if (!option.empty()) {
        auto crs = crsFromText(option);
        if (!crs) {
            return std::unexpected(crs.error());
        }
        SourceCrs chosen{
            .crs = *std::move(crs), .from = "option", .reason = {}, .swapped = false, .warnings = {}};
        mendSwap(chosen, box, plan);
        return chosen;
    }
    Result<SourceCrs> chosen = failure(ErrorCode::BadCrs, "");
    if (fileText.empty()) {
        chosen = box.empty()
                     ? Result<SourceCrs>(SourceCrs{plan, "digits", "there are no coordinates", false, {}})
                     : fromDigits(box, plan, "The file names no coordinate system");
    } else {
        auto crs = fileText.starts_with("EPSG:") ? crsFromText(fileText) : crsFromWkt(fileText);
        if (!crs) {
            chosen = fromDigits(box, plan, "The file's coordinate system is not understood");
        } else if (crs->geographic && outsideDegrees(box)) {
            chosen = fromDigits(box, plan, "The file says degrees, which its coordinates are not");
        } else {
            const auto proposal = proposeCrs(box, plan.epsg);
            const bool contradicted = crs->chinaDatum2000 && !crs->geographic && proposal.certain &&
                                      proposal.epsg > 0 && proposal.epsg != crs->epsg;
            chosen = contradicted
                         ? fromDigits(
                               box,
                               plan,
                               std::format("The file says {}, which its coordinates contradict", crs->code()))
                         : Result<SourceCrs>(SourceCrs{*std::move(crs), "file", {}, false, {}});
        }
    }
    if (chosen) {
        mendSwap(*chosen, box, plan);
    }
    return chosen;
}

} // namespace tuban
