#include "geo/demo/content.h"
#include "geo/demo/names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <numeric>

namespace tuban {

namespace {

constexpr int parkingSites = 24;
constexpr int newSpaces = 4'000;
constexpr int openedSpaces = 2'310;
constexpr std::size_t pocketParks = 20;

struct ParkingSite {
    int parcel = 0;
    std::string_view method;
    bool open = false;
    int spaces = 0;
};

/// Shares `total` out in steps of ten at random, all of it.
void shareOut(std::vector<ParkingSite*> sites, int total, Random& random) {
    std::vector<double> weights;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        weights.push_back(random.between(0.5, 1.6));
    }
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    int given = 0;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        sites[i]->spaces = static_cast<int>(weights[i] / sum * total / 10) * 10;
        given += sites[i]->spaces;
    }
    if (!sites.empty()) {
        sites.front()->spaces += total - given;
    }
}

std::vector<ParkingSite> planParking(DemoContent& content) {
    static constexpr std::array<std::string_view, 1> own{"120803"};
    static constexpr std::array<std::string_view, 6> shared{
        "0901", "0902", "070102", "0802", "080601", "0801"};
    static constexpr std::array<std::string_view, 3> methods{"build", "revitalise", "share"};
    auto places = content.parcelsOf(own);
    places.resize(std::min<std::size_t>(places.size(), parkingSites / 3)); // a third is built, the rest found
    const auto others = content.parcelsOf(shared);
    for (std::size_t i = 0; i < others.size() && places.size() < parkingSites; ++i) {
        places.push_back(others[i * 7 % others.size()]);
    }
    std::vector<ParkingSite> sites;
    for (std::size_t i = 0; i < places.size() && i < parkingSites; ++i) {
        const auto& code = content.district.parcels[static_cast<std::size_t>(places[i])].code;
        const std::string_view method = code == "120803" ? methods[0] : methods[1 + i % 2];
        sites.push_back({.parcel = places[i], .method = method, .open = i % 5 < 3});
    }
    std::vector<ParkingSite*> opened;
    std::vector<ParkingSite*> coming;
    for (auto& site : sites) {
        (site.open ? opened : coming).push_back(&site);
    }
    shareOut(opened, openedSpaces, content.random);
    shareOut(coming, newSpaces - openedSpaces, content.random);
    return sites;
}

DemoRow parkingRow(DemoContent& content, const ParkingSite& site, int number) {
    const auto shape = content.shapeOf(site.parcel);
    const auto& parcel = content.district.parcels[static_cast<std::size_t>(site.parcel)];
    const auto& block = content.district.blocks[static_cast<std::size_t>(parcel.block)];
    const auto& name = content.parcels[static_cast<std::size_t>(site.parcel)].name;
    DemoRow row(makePoint(anchorOf(shape)));
    row.set("code", std::format("TC-{:03}", number));
    row.set("name", (name.empty() ? content.district.streetName(false, block.row) : name) + "停车场");
    row.set("location", content.locationOf(block)).set("method", site.method);
    row.set("kind", site.method == "share" ? "attached" : "public");
    row.set("mechanical", site.method == "build" && number % 4 == 0 ? 1 : 0);
    row.set("spaces_before", site.method == "build" ? 0 : 40 + number % 5 * 20);
    row.set("spaces_after", site.spaces + (site.method == "build" ? 0 : 40 + number % 5 * 20));
    row.set("spaces_ev", site.spaces / 10).set("spaces_accessible", std::max(1, site.spaces / 50));
    row.set("leader", content.random.of(leaders)).set("dept", "城市管理局").set("tags", "2024停车位");
    row.set("plan_complete",
            demoDayPlus(site.open ? -content.random.whole(10, 90) : content.random.whole(-15, 130)));
    row.set("stage", site.open ? "building" : number % 3 == 0 ? "planned" : "approval");
    if (site.method == "build") {
        row.companion("parking_site_area", shape);
    }
    return row;
}

/// Parks: whole blocks first, then the small ones near homes.
std::vector<int> parkParcels(const DemoContent& content) {
    static constexpr std::array<std::string_view, 1> park{"1401"};
    auto parcels = content.parcelsOf(park);
    const auto kindOf = [&](int parcel) {
        const int block = content.district.parcels[static_cast<std::size_t>(parcel)].block;
        return content.district.blocks[static_cast<std::size_t>(block)].kind;
    };
    std::ranges::stable_partition(parcels, [&](int parcel) { return kindOf(parcel) == BlockKind::Park; });
    return parcels;
}

DemoRow parkRow(DemoContent& content, int parcel, bool large, int number) {
    const auto shape = content.shapeOf(parcel);
    const auto& land = content.district.parcels[static_cast<std::size_t>(parcel)];
    const auto& block = content.district.blocks[static_cast<std::size_t>(land.block)];
    static constexpr std::array<std::string_view, 8> words{
        "银杏", "海棠", "石榴", "樱花", "玉兰", "丁香", "梧桐", "翠竹"};
    const std::string name =
        std::format("{}{}", words[static_cast<std::size_t>(number) % words.size()], large ? "公园" : "游园");
    DemoRow row(shape);
    row.set("code", std::format("YL-{:03}", number)).set("location", content.locationOf(block));
    row.set("name", number < 9 ? name : name + std::to_string(number / 8));
    row.set("kind", large ? "comprehensive" : "pocket").set("area_m2", std::round(land.areaM2));
    row.set("green_m2", std::round(land.areaM2 * 0.72)).set("service_radius_m", large ? 500 : 300);
    row.set("park_plus", number == 1 ? 1 : 0)
        .set("leader", content.random.of(leaders))
        .set("dept", "城市管理局");
    row.set("plan_complete", demoDayPlus(content.random.whole(-30, 130)));
    return row.companion("park_entrance", makePoint(land.ring.front()));
}

Result<void> writeCorridors(DemoContent& content) {
    auto layer = content.layer("eco_corridor");
    if (!layer) {
        return std::unexpected(layer.error());
    }
    static constexpr std::array<std::string_view, 5> along{"river", "road", "road", "expressway", "road"};
    for (std::size_t i = 0; i < corridorNames.size(); ++i) {
        Geometry shape{.kind = ShapeKind::Area, .points = {}, .partEnds = {}, .polygonEnds = {}};
        for (const auto& parcel : content.district.parcels) {
            if (parcel.corridor == static_cast<int>(i) && parcel.code != "1701") {
                append(shape, shapeOf(parcel));
            }
        }
        if (shape.empty()) {
            continue;
        }
        const Point at = anchorOf(shape);
        const std::string stage = i < 2 ? "building" : i < 4 ? "approval" : "planned";
        DemoRow row(std::move(shape));
        row.set("code", std::format("LD-{}", i + 1)).set("name", corridorNames[i]).set("along", along[i]);
        row.set("stage", stage).set("leader", content.random.of(leaders)).set("dept", "城市管理局");
        row.set("plan_complete", demoDayPlus(content.random.whole(20, 130))).set("tags", "2024生态廊道");
        const auto uid = layer->add(std::move(row));
        if (!uid) {
            return std::unexpected(uid.error());
        }
        content.works.push_back({.feature = {"eco_corridor", *uid}, .stages = {stage}, .at = at});
    }
    return {};
}

} // namespace

Result<void> writeParking(DemoContent& content) {
    auto layer = content.layer("parking_site");
    if (!layer) {
        return std::unexpected(layer.error());
    }
    int number = 0;
    for (const auto& site : planParking(content)) {
        const auto uid = layer->add(parkingRow(content, site, ++number));
        if (!uid) {
            return std::unexpected(uid.error());
        }
        if (site.open) {
            content.works.push_back({.feature = {"parking_site", *uid},
                                     .stages = {"building", "open"},
                                     .at = anchorOf(content.shapeOf(site.parcel))});
        }
    }
    return {};
}

Result<void> writeParks(DemoContent& content) {
    auto layer = content.bulk("park_site",
                              {"code",
                               "location",
                               "name",
                               "kind",
                               "area_m2",
                               "green_m2",
                               "service_radius_m",
                               "park_plus",
                               "leader",
                               "dept",
                               "plan_complete",
                               "stage",
                               "open_to_public",
                               "tags"});
    if (!layer) {
        return std::unexpected(layer.error());
    }
    int number = 0;
    std::size_t pockets = 0;
    for (const int parcel : parkParcels(content)) {
        const int block = content.district.parcels[static_cast<std::size_t>(parcel)].block;
        const bool large = content.district.blocks[static_cast<std::size_t>(block)].kind == BlockKind::Park;
        if (!large && pockets++ >= pocketParks) {
            break;
        }
        auto row = parkRow(content, parcel, large, ++number);
        const bool moving = number % 3 != 0;
        row.set("stage", large || !moving ? "existing" : number % 2 == 0 ? "building" : "approval");
        row.set("open_to_public", 1).set("tags", large ? "" : "2024游园");
        const auto uid = layer->add(row);
        if (!uid) {
            return std::unexpected(uid.error());
        }
        if (!large && moving) {
            const std::string stage = number % 2 == 0 ? "building" : "approval";
            content.works.push_back(
                {.feature = {"park_site", *uid},
                 .stages = {stage, number % 2 == 0 && number % 4 == 0 ? "open" : "building"},
                 .at = anchorOf(content.shapeOf(parcel))});
        }
    }
    const auto done = layer->finish(content.progress);
    return done ? writeCorridors(content) : done;
}

} // namespace tuban
