#include "geo/demo/content.h"
#include "geo/demo/convex.h"
#include "geo/demo/names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace tuban {

namespace {

struct RoadStory {
    std::string_view name;
    std::string_view imported; ///< stage ten weeks ago
    std::string_view now;
};

constexpr std::array<RoadStory, 17> stories{{{"科学大道", "building", "building"},
                                             {"西四环", "building", "completed"},
                                             {"电厂路", "started", "building"},
                                             {"新龙路", "building", "building"},
                                             {"农业路", "approval", "started"},
                                             {"规划三路", "planned", "approval"},
                                             {"银屏路", "building", "open"},
                                             {"长椿路", "approval", "started"},
                                             {"红松路", "building", "completed"},
                                             {"瑞达路", "started", "building"},
                                             {"雪松路", "started", "building"},
                                             {"金梭路", "open", "open"},
                                             {"冬青街", "approval", "started"},
                                             {"化工路", "open", "open"},
                                             {"莲花街", "building", "building"},
                                             {"国槐街", "planned", "approval"},
                                             {"翠竹街", "building", "completed"}}};

const RoadStory* storyOf(const std::string& name) {
    const auto found = std::ranges::find(stories, name, &RoadStory::name);
    return found == stories.end() ? nullptr : &*found;
}

/// The line without the stretch from `fromM` to `toM`, as one or two parts.
Geometry without(const std::vector<Point>& line, double fromM, double toM) {
    std::vector<std::vector<Point>> parts(1);
    double along = 0;
    const auto inside = [&](double at) { return at > fromM && at < toM; };
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0) {
            const Point direction = directionOf(line[i - 1], line[i]);
            const double length = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
            if (along <= fromM && along + length >= fromM) {
                parts.back().push_back(moved(line[i - 1], direction, fromM - along));
            }
            if (along < toM && along + length > toM) {
                parts.emplace_back();
                parts.back().push_back(moved(line[i - 1], direction, toM - along));
            }
            along += length;
        }
        if (!inside(along)) {
            parts.back().push_back(line[i]);
        }
    }
    std::erase_if(parts, [](const auto& part) { return part.size() < 2; });
    return makeLine(parts);
}

/// 电厂路 lacks a stretch of 180 m that is not cleared, 规划三路 ends 60 m short of the next street.
Geometry lineOf(const DemoStreet& street) {
    const double length = lengthOf(street.centre);
    if (street.name == "电厂路" && length > 800) {
        return without(street.centre, length * 0.44, length * 0.44 + 180);
    }
    if (street.name == "规划三路" && length > 800) {
        return without(street.centre, length - 60, length + 1);
    }
    return makeLine({street.centre});
}

DemoRow roadRow(DemoContent& content, const DemoStreet& street, const RoadStory* story) {
    const auto& others = street.up ? content.district.acrossNames : content.district.upNames;
    DemoRow row(lineOf(street));
    row.set("code", std::format("DL-{}{:02}", street.up ? "Z" : "H", street.index + 1))
        .set("name", street.name);
    row.set("grade", street.street.grade)
        .set("redline_m", street.street.widthM)
        .set("lanes", street.street.lanes);
    row.set("from_at", others.front()).set("to_at", others.back());
    row.set("stage", story != nullptr ? story->imported : "existing").set("dept", "建设局");
    if (street.name == "规划三路") {
        row.set("dead_end", 1).set("dead_end_why", "东端征迁未完成");
    }
    if (story != nullptr && story->now != "existing") {
        row.set("leader", content.random.of(leaders)).set("person", content.random.of(observers));
        row.set("plan_start", demoDayPlus(-content.random.whole(150, 500)));
        row.set("plan_complete", demoDayPlus(content.random.whole(-20, 220)));
        row.set("invest_total_wan", content.random.whole(30, 420) * 100.0).set("tags", "2024道路工程");
    }
    return row.companion("road_project_area", street.area);
}

/// A line beside the middle of a street.
std::vector<Point> beside(const std::vector<Point>& line, double distance) {
    std::vector<Point> shifted;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Point direction = directionOf(line[i == 0 ? 0 : i - 1], line[i == 0 ? 1 : i]);
        const Point p = moved(line[i], leftOf(direction), distance);
        shifted.push_back({std::round(p.x * 1000) / 1000, std::round(p.y * 1000) / 1000});
    }
    return shifted;
}

struct Utility {
    std::string_view name, kind, laid, street, imported, now;
    double offsetM;
};

constexpr std::array<Utility, 6> utilities{
    {{"张五寨安置区外网供配电", "power", "buried", "银屏路", "approval", "building", 5},
     {"引热入郑供热主管", "heat", "buried", "科学大道", "building", "building", 8},
     {"规划三路雨污水管", "sewage", "buried", "规划三路", "planned", "approval", -4},
     {"南水北调供水延伸管", "water", "buried", "莲花街", "started", "building", -6},
     {"西四环综合管廊", "tunnel", "tunnel", "西四环", "existing", "existing", 10},
     {"双桥片区燃气管", "gas", "buried", "新龙路", "approval", "started", 4}}};

} // namespace

Result<void> writeRoads(DemoContent& content) {
    auto layer = content.layer("road_project");
    if (!layer) {
        return std::unexpected(layer.error());
    }
    for (const auto& street : content.district.streets) {
        const auto* story = storyOf(street.name);
        const auto uid = layer->add(roadRow(content, street, story));
        if (!uid) {
            return std::unexpected(uid.error());
        }
        if (story != nullptr && story->now != "existing") {
            content.works.push_back({.feature = {"road_project", *uid},
                                     .stages = {std::string(story->imported), std::string(story->now)},
                                     .at = street.centre[street.centre.size() / 2]});
        }
    }
    return {};
}

Result<void> writeLines(DemoContent& content) {
    auto layer = content.layer("utility_line");
    if (!layer) {
        return std::unexpected(layer.error());
    }
    for (const auto& utility : utilities) {
        const auto& streets = content.district.streets;
        const auto street = std::ranges::find(streets, utility.street, &DemoStreet::name);
        if (street == streets.end()) {
            continue;
        }
        DemoRow row(makeLine({beside(street->centre, utility.offsetM)}));
        row.set("code", std::format("GX-{}", utility.kind))
            .set("name", utility.name)
            .set("kind", utility.kind);
        row.set("laid", utility.laid)
            .set("stage", utility.imported)
            .set("leader", content.random.of(leaders));
        row.set("plan_complete", demoDayPlus(content.random.whole(-10, 130)));
        const auto uid = layer->add(std::move(row));
        if (!uid) {
            return std::unexpected(uid.error());
        }
        if (utility.now != "existing") {
            content.works.push_back({.feature = {"utility_line", *uid},
                                     .stages = {std::string(utility.imported), std::string(utility.now)},
                                     .at = street->centre[street->centre.size() / 3]});
        }
    }
    return {};
}

} // namespace tuban
