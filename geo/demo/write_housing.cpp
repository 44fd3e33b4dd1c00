#include "geo/demo/content.h"
#include "geo/demo/names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace tuban {

namespace {

constexpr int buildingsOfProject = 12;
constexpr int bought = 10;   // from this one on flats are bought ready, the last is paid out
constexpr double longM = 44; // a building of three stairs
constexpr double deepM = 18;
constexpr double apartM = 12; // from one building to the next, in this model of a site
constexpr int storeys = 33;

double rounded(double value) {
    return std::round(value * 1000) / 1000;
}

/// Places of buildings on a site, in rows from its south-west: as many as there is room for.
std::vector<Geometry> footprints(const Geometry& site) {
    std::vector<Geometry> found;
    const Box box = site.box();
    for (double y = box.minY + apartM; y + deepM < box.maxY; y += deepM + apartM) {
        for (double x = box.minX + apartM; x + longM < box.maxX; x += longM + apartM) {
            const std::array<Point, 4> corners{Point{rounded(x), rounded(y)},
                                               Point{rounded(x + longM), rounded(y)},
                                               Point{rounded(x + longM), rounded(y + deepM)},
                                               Point{rounded(x), rounded(y + deepM)}};
            const bool within =
                std::ranges::all_of(corners, [&](Point corner) { return containsPoint(site, corner); });
            if (within && found.size() < buildingsOfProject) {
                found.push_back(makePolygon({{corners.begin(), corners.end()}}));
            }
        }
    }
    return found;
}

struct Built {
    std::string_view stage;
    int days = 0; ///< since it was completed; 0: not yet
};

/// The buildings of a site have come to different stages; those of a finished one were handed over in turn.
Built builtOf(const DemoProject& project, int number) {
    if (project.stage == "completed") {
        return {.stage = "basically_built", .days = 6 + 9 * number};
    }
    static constexpr std::array<Built, 6> going{{{"basically_built", 12},
                                                 {"structure"},
                                                 {"fitout"},
                                                 {"basically_built", 33},
                                                 {"topped"},
                                                 {"foundation"}}};
    return going[static_cast<std::size_t>(number) % going.size()];
}

Result<void> writeBuilding(DemoLayer& layer, const DemoProject& project, int number, Geometry shape) {
    DemoRow row = shape.empty() ? DemoRow() : DemoRow(std::move(shape));
    const auto built = builtOf(project, number);
    row.set("code", std::format("{}", number + 1)).set("name", std::format("{}号楼", number + 1));
    row.set("subject", "key_project").set("subject_uid", project.uid);
    row.set("mode", number < bought ? "build" : number + 1 < buildingsOfProject ? "buy" : "cash");
    row.set("floor_area_m2", longM * deepM * storeys).set("storeys", storeys).set("units", 6 * storeys);
    row.set("stage", built.stage)
        .set("plan_start", demoDayPlus(project.startDays))
        .set("plan_complete", "2024-12-20");
    row.set("actual_start", demoDayPlus(project.startDays + 7 * number));
    if (built.days > 0) {
        row.set("actual_complete", demoDayPlus(-built.days));
    }
    const auto uid = layer.add(std::move(row));
    return uid ? Result<void>() : std::unexpected(uid.error());
}

} // namespace

Result<void> writeHousing(DemoContent& content) {
    auto layer = content.layer("project_part");
    if (!layer) {
        return std::unexpected(layer.error());
    }
    for (const auto& project : content.projects) {
        if (project.kind != "resettlement" || project.parcel < 0) {
            continue;
        }
        auto places = footprints(content.shapeOf(project.parcel));
        places.resize(buildingsOfProject);
        for (int number = 0; number < buildingsOfProject; ++number) {
            auto done =
                writeBuilding(*layer, project, number, std::move(places[static_cast<std::size_t>(number)]));
            if (!done) {
                return done;
            }
        }
    }
    return {};
}

} // namespace tuban
