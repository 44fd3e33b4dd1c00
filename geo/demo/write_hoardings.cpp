#include "geo/demo/content.h"
#include "geo/demo/names.h"

#include <array>
#include <cmath>
#include <format>

namespace tuban {

namespace {

constexpr std::size_t hoardingCount = 271;
constexpr std::size_t notPlaced = 38;

struct Fence {
    std::vector<Point> line;
    int parcel = -1;
};

double lengthOf(Point a, Point b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

/// Sides of building sites, site by site.
std::vector<Fence> fencesOf(const DemoContent& content) {
    std::vector<Fence> fences;
    for (std::size_t i = 0; i < content.parcels.size(); ++i) {
        const auto& ring = content.district.parcels[i].ring;
        for (std::size_t p = 0; content.parcels[i].building && p < ring.size(); ++p) {
            const Point next = ring[(p + 1) % ring.size()];
            if (lengthOf(ring[p], next) > 25 && fences.size() < hoardingCount - notPlaced) {
                fences.push_back({.line = {ring[p], next}, .parcel = static_cast<int>(i)});
            }
        }
    }
    return fences;
}

DemoRow hoardingRow(DemoContent& content, const Fence* fence, int number) {
    static constexpr std::array<std::string_view, 5> styles{
        "wall", "steel", "pvc", "see_through", "temporary"};
    static constexpr std::array<std::string_view, 4> occupied{"none", "none", "footway", "cycleway"};
    auto& random = content.random;
    DemoRow row = fence != nullptr ? DemoRow(makeLine({fence->line})) : DemoRow();
    row.set("hoard_no", std::format("WD-2024-{:03}", number)).set("style", random.of(styles));
    row.set("why", random.chance(0.7) ? "项目施工" : "道路管线施工")
        .set("height_m", random.chance(0.5) ? 2.5 : 3.0);
    row.set("occupies", random.of(occupied))
        .set("leader", random.of(leaders))
        .set("person", random.of(observers));
    const int since = random.whole(20, 600);
    row.set("set_up", demoDayPlus(-since)).set("plan_remove", demoDayPlus(random.whole(-40, 240)));
    if (fence != nullptr) {
        const auto& site = content.parcels[static_cast<std::size_t>(fence->parcel)];
        row.set("name", site.name + "围挡")
            .set("length_m", std::round(lengthOf(fence->line[0], fence->line[1])));
    } else {
        row.set("name", std::format("待核围挡{}", number)).set("note", "台账有，图上未落位");
    }
    const double dice = random.unit();
    row.set("issue_state", dice < 0.6 ? "ok" : dice < 0.8 ? "open" : dice < 0.92 ? "fixing" : "closed");
    if (dice >= 0.6) {
        row.set("issue", random.chance(0.5) ? "破损，广告画面脱落" : "超期设置，占用人行道");
        row.set("fix_due", demoDayPlus(random.whole(-20, 30)));
    }
    return row.set("stage", "standing");
}

} // namespace

Result<void> writeHoardings(DemoContent& content) {
    auto layer = content.layer("hoarding");
    if (!layer) {
        return std::unexpected(layer.error());
    }
    const auto fences = fencesOf(content);
    int number = 0;
    for (const auto& fence : fences) {
        const auto uid = layer->add(hoardingRow(content, &fence, ++number));
        if (!uid) {
            return std::unexpected(uid.error());
        }
        if (number % 19 == 0) {
            content.works.push_back(
                {.feature = {"hoarding", *uid},
                 .stages = {"standing", number % 2 == 0 ? "removed" : "upgraded"},
                 .at = {(fence.line[0].x + fence.line[1].x) / 2, (fence.line[0].y + fence.line[1].y) / 2}});
        }
    }
    for (std::size_t i = 0; i < notPlaced; ++i) {
        if (const auto uid = layer->add(hoardingRow(content, nullptr, ++number)); !uid) {
            return std::unexpected(uid.error());
        }
    }
    return {};
}

} // namespace tuban
