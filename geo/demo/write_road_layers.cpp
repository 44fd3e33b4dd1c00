#include "geo/base/uid.h"
#include "geo/demo/content.h"
#include "geo/demo/names.h"
#include "geo/plan/state_now.h"
#include "geo/shape/blob.h"

#include <algorithm>
#include <array>
#include <span>

namespace tuban {

namespace {

constexpr std::uint64_t layerOrdinal = 1004; // apart from the ordinals of layers in uids

/// One road is followed layer by layer of its construction, as far as each has come along its line.
struct LayerMark {
    std::string_view layer, state, note, onDate;
    double percent;
    double from, to; ///< shares of the length
};
constexpr std::array<LayerMark, 4> layerMarks{
    {{"clearance", "problem", "中段 180 米征迁未清零", "2024-08-12", 92, 0, 0.44},
     {"pipes", "normal", "雨污水管已完成北段", "2024-08-14", 64, 0, 0.42},
     {"subgrade", "slow", "路基等待征迁作业面", "2024-08-16", 48, 0, 0.4},
     {"base", "normal", "水稳试验段完成", "2024-08-19", 22, 0, 0.2}}};

} // namespace

Result<void> writeRoadLayers(DemoContent& content) {
    const auto& database = content.plan.database();
    Statement road(database, "SELECT uid FROM road_project WHERE name = '电厂路'");
    const auto row = road.step();
    const auto& streets = content.district.streets;
    const auto street = std::ranges::find(streets, "电厂路", &DemoStreet::name);
    if (!row || !*row || street == streets.end()) {
        return row ? Result<void>() : std::unexpected(row.error());
    }
    const std::string uid(road.text(0));
    road.reset();
    Statement insert(
        database,
        "INSERT INTO progress_mark(uid, root_uid, on_date, recorded_at, observer, subject, "
        "subject_uid, stage, percent, state, work_layer, from_m, to_m, note, locate, distance_m, "
        "geom) VALUES (?1, ?1, ?2, ?2 || 'T02:10:00Z', ?3, 'road_project', ?4, 'building', ?5, "
        "?6, ?7, ?8, ?9, ?10, 'subject', 0, ?11)");
    const double length = lengthOf(street->centre);
    std::uint64_t number = 0;
    for (const auto& mark : layerMarks) {
        const auto place = static_cast<std::size_t>(static_cast<double>(street->centre.size() - 1) * mark.to);
        const auto blob = encodeBlob(makePoint(street->centre[place]), content.plan.crs().epsg);
        insert.bind(1, derivedUid(content.options.seed, (layerOrdinal << 32U) | number++));
        insert.bind(2, mark.onDate).bind(3, observers[number]).bind(4, uid).bind(5, mark.percent);
        insert.bind(6, mark.state).bind(7, mark.layer).bind(8, mark.from * length).bind(9, mark.to * length);
        auto done = insert.bind(10, mark.note).bind(11, std::span<const std::byte>(blob)).run();
        if (!done) {
            return done;
        }
    }
    return refreshStateNow(database, *content.plan.catalogue().layer("road_project"), uid);
}

} // namespace tuban
