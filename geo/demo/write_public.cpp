#include "geo/demo/content.h"
#include "geo/demo/names.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace tuban {

namespace {

struct FacilityKind {
    std::string_view code; ///< land use it stands on
    std::string_view kind, unit, suffix;
    int low, high;
    bool single = false; ///< one serves the district
};

constexpr std::array<FacilityKind, 8> facilityKinds{
    {{"080403", "school", "学位", "小学", 900, 2400},
     {"080404", "kindergarten", "学位", "幼儿园", 180, 450},
     {"080601", "hospital", "床", "医院", 200, 900},
     {"080602", "hospital", "床", "社区卫生服务中心", 20, 60},
     {"080701", "elder", "床", "养老服务中心", 60, 220},
     {"080501", "fitness", "㎡", "体育馆", 3000, 12000},
     {"1302", "sewage", "万立方米/日", "污水处理厂", 5, 20, true},
     {"1301", "water", "万立方米/日", "水厂", 5, 20, true}}};

/// The name of a facility that is one of the four to be opened early; empty for all others.
std::string_view earlyName(const FacilityKind& kind, std::size_t ofItsKind) {
    if (kind.code == "080601") {
        return ofItsKind < hospitals.size() ? hospitals[ofItsKind] : std::string_view();
    }
    return kind.code == "080701" && ofItsKind == 0 ? elderCentre : std::string_view();
}

DemoRow
facilityRow(DemoContent& content, const FacilityKind& kind, int parcel, int number, std::string_view early) {
    const auto& land = content.district.parcels[static_cast<std::size_t>(parcel)];
    const auto& block = content.district.blocks[static_cast<std::size_t>(land.block)];
    const auto& known = content.parcels[static_cast<std::size_t>(parcel)].name;
    const auto shape = content.shapeOf(parcel);
    DemoRow row(makePoint(anchorOf(shape)));
    row.set("code", std::format("SS-{:03}", number))
        .set("location", content.locationOf(block))
        .set("kind", kind.kind);
    row.set("name",
            !early.empty()  ? std::string(early)
            : known.empty() ? content.district.streetName(true, block.column) + std::string(kind.suffix)
                            : known);
    row.set("capacity", content.random.whole(kind.low, kind.high)).set("capacity_unit", kind.unit);
    row.set("leader", content.random.of(leaders)).set("dept", kind.single ? "建设局" : "教育卫生局");
    return row.companion("facility_area", shape);
}

struct IssueText {
    std::string_view name, kind, level, matter, measure;
};

constexpr std::array<IssueText, 12> issueTexts{
    {{"赵村整改事项", "rectification", "major", "安置房逾期", "倒排工期，月底封顶"},
     {"张五砦整改事项", "rectification", "major", "外网供电未通", "外网供配电工程抢工"},
     {"石佛整改事项", "rectification", "major", "配套道路未通", "同步实施配套道路"},
     {"深基坑监测超限", "hazard", "major", "坡顶位移报警", "回填反压，加密监测"},
     {"燃气管线占压", "hazard", "critical", "违建占压中压燃气管", "限期拆除"},
     {"临时用电不规范", "hazard", "general", "配电箱未接地", "现场整改"},
     {"弱电管线迁改滞后", "utility", "general", "通信杆线未迁", "与运营商会商"},
     {"热力管线迁改", "utility", "general", "迁改方案未定", "设计单位驻场"},
     {"三户未签约", "clearance", "general", "补偿未达成一致", "包案领导入户"},
     {"坟地未迁", "clearance", "general", "清明后迁移", "村组协调"},
     {"扬尘在线超标", "environment", "general", "PM10 连续超标", "覆盖、喷淋"},
     {"雨水口积水", "environment", "general", "低洼处排水不畅", "增设雨水口"}}};

} // namespace

Result<void> writeFacilities(DemoContent& content) {
    auto layer = content.bulk(
        "facility",
        {"code", "location", "kind", "name", "capacity", "capacity_unit", "leader", "dept", "tags", "stage"});
    if (!layer) {
        return std::unexpected(layer.error());
    }
    int number = 0;
    for (const auto& kind : facilityKinds) {
        const std::array<std::string_view, 1> code{kind.code};
        std::size_t ofItsKind = 0;
        int served = -1; // block that has one of this kind already: a campus of several parcels is one
        for (const int parcel : content.parcelsOf(code)) {
            const int block = content.district.parcels[static_cast<std::size_t>(parcel)].block;
            if (std::exchange(served, block) == block) {
                continue;
            }
            if (kind.single && ofItsKind > 0) {
                break;
            }
            const auto early = earlyName(kind, ofItsKind++);
            const bool building =
                !early.empty() || content.parcels[static_cast<std::size_t>(parcel)].building;
            auto row = facilityRow(content, kind, parcel, ++number, early);
            row.set("tags", early.empty() ? "" : "医养").set("stage", building ? "building" : "existing");
            const auto uid = layer->add(row);
            if (!uid) {
                return std::unexpected(uid.error());
            }
            if (building) {
                content.works.push_back({.feature = {"facility", *uid},
                                         .stages = {"building", number % 2 == 0 ? "completed" : "building"},
                                         .at = anchorOf(content.shapeOf(parcel))});
            }
        }
    }
    return layer->finish(content.progress);
}

Result<void> writeIssues(DemoContent& content) {
    auto layer = content.layer("issue");
    if (!layer) {
        return std::unexpected(layer.error());
    }
    static constexpr std::array<std::string_view, 3> sites{"070102", "1001", "0901"};
    const auto parcels = content.parcelsOf(sites);
    int number = 0;
    for (const auto& text : issueTexts) {
        if (parcels.empty()) {
            break;
        }
        const auto place = static_cast<std::size_t>(number * 11) % parcels.size();
        const Point at = anchorOf(content.shapeOf(parcels[place]));
        DemoRow row(makePoint(at));
        row.set("code", std::format("WT-{:03}", ++number)).set("name", text.name).set("kind", text.kind);
        row.set("level", text.level).set("matter", text.matter).set("measure", text.measure);
        row.set("leader", content.random.of(leaders)).set("person", content.random.of(observers));
        row.set("dept", content.random.of(departments))
            .set("raised", demoDayPlus(-content.random.whole(20, 90)));
        row.set("due", demoDayPlus(content.random.whole(-12, 30))).set("stage", "open");
        const auto uid = layer->add(std::move(row));
        if (!uid) {
            return std::unexpected(uid.error());
        }
        content.works.push_back({.feature = {"issue", *uid},
                                 .stages = {"open", number % 3 == 0 ? "closed" : "fixing"},
                                 .at = at});
    }
    return {};
}

} // namespace tuban
