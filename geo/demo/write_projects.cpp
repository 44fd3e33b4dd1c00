#include "geo/demo/content.h"
#include "geo/demo/names.h"
#include "geo/demo/project_names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <map>
#include <set>
#include <span>

namespace tuban {

namespace {

constexpr int projectCount = 141; // the first nine stand on the plots that are sold
constexpr int withoutShape = 12;
constexpr double baseDeclaredMu = 340; // what the contract says of a base that is drawn with 337 mu
constexpr double baseDrawnMu = 337;

std::span<const std::string_view> landOf(std::string_view kind) {
    static constexpr std::array<std::string_view, 5> work{"1001", "100101", "0802", "1101", "16"};
    static constexpr std::array<std::string_view, 2> homes{"070102", "070101"};
    static constexpr std::array<std::string_view, 3> care{"080601", "080602", "080701"};
    static constexpr std::array<std::string_view, 3> network{"1302", "1301", "1305"};
    static constexpr std::array<std::string_view, 2> green{"1401", "1403"};
    if (kind == "resettlement" || kind == "delivery") {
        return homes;
    }
    if (kind == "hospital") {
        return care;
    }
    if (kind == "utility") {
        return network;
    }
    return kind == "park" ? std::span<const std::string_view>(green) : work;
}

/// Gives each project a parcel of its own that suits it, as long as there are any.
class LandBank {
public:
    explicit LandBank(const DemoContent& content) : m_content(content) {}

    /// −1 when none is left.
    int take(std::string_view kind) {
        static constexpr std::array<std::string_view, 4> others{"0902", "0901", "070102", "080302"};
        const int parcel = takeFrom(landOf(kind));
        return parcel >= 0 ? parcel : takeFrom(others);
    }

private:
    int takeFrom(std::span<const std::string_view> codes) {
        auto [place, fresh] = m_left.try_emplace(std::string(codes.front()));
        if (fresh) {
            place->second = m_content.parcelsOf(codes);
            std::erase_if(place->second,
                          [&](int parcel) { return std::ranges::contains(m_content.soldPlots, parcel); });
            // Sites under way first, from all over the district.
            std::ranges::stable_partition(place->second, [&](int parcel) {
                return m_content.parcels[static_cast<std::size_t>(parcel)].building;
            });
            std::ranges::reverse(place->second);
        }
        if (place->second.empty()) {
            return -1;
        }
        const int parcel = place->second.back();
        place->second.pop_back();
        return m_taken.insert(parcel).second ? parcel : takeFrom(codes);
    }

    const DemoContent& m_content;
    std::map<std::string, std::vector<int>> m_left;
    std::set<int> m_taken;
};

/// A made-up project to fill the list: "科慧新材料基地二期".
NamedProject inventedProject(int number, Random& random, std::string& name) {
    static constexpr std::array<std::string_view, 10> first{
        "科慧", "中芯", "豫光", "金谷", "云创", "瑞智", "恒达", "新源", "汇智", "博远"};
    static constexpr std::array<std::string_view, 8> second{
        "智能装备", "新材料", "传感器", "软件", "生物医药", "光电", "精密仪器", "新能源"};
    static constexpr std::array<std::string_view, 5> third{
        "产业园", "研发基地", "总部", "生产基地", "中试线"};
    static constexpr std::array<std::array<std::string_view, 2>, 6> stages{{{"approval", "approval"},
                                                                            {"building", "building"},
                                                                            {"building", "building"},
                                                                            {"started", "building"},
                                                                            {"building", "production"},
                                                                            {"signed", "land"}}};
    name = std::format("{}{}{}", random.of(first), random.of(second), random.of(third));
    name += number % 5 == 0 ? "二期" : "";
    const auto& stage = random.of(stages);
    return {.name = name,
            .kind = "industry",
            .imported = stage[0],
            .now = stage[1],
            .startDays = random.whole(-700, 160)};
}

double rounded(double value) {
    return std::round(value * 1000) / 1000;
}

/// A rectangle of 337 mu about a place.
Geometry baseLand(Point at) {
    const double wide = 480;
    const double high = baseDrawnMu * 2000 / 3 / wide;
    const auto corner = [&](double x, double y) { return Point{rounded(at.x + x), rounded(at.y + y)}; };
    return makePolygon({{corner(-wide / 2, -high / 2),
                         corner(wide / 2, -high / 2),
                         corner(wide / 2, high / 2),
                         corner(-wide / 2, high / 2)}});
}

std::string tagsOf(const NamedProject& project, bool plot) {
    std::string tags = plot ? "在库 已摘牌" : "在库";
    return project.tag.empty() ? tags : tags + " " + std::string(project.tag);
}

class ProjectWriter {
public:
    ProjectWriter(DemoContent& content, DemoLayer& layer)
        : m_content(content), m_layer(layer), m_land(content) {}

    Result<void> write() {
        const int count = std::min(projectCount, std::max(8, m_content.options.parcels / 2));
        for (int number = 1; number <= count; ++number) {
            std::string name;
            const auto place = static_cast<std::size_t>(number - 1);
            const auto project = place < namedProjects.size()
                                     ? namedProjects[place]
                                     : inventedProject(number, m_content.random, name);
            if (auto done = writeOne(project, number); !done) {
                return done;
            }
        }
        return {};
    }

private:
    [[nodiscard]] static bool hasNoLandYet(const NamedProject& project, int number) {
        return project.now == "signed" || project.now == "idea" ||
               (number > 130 && number <= 130 + withoutShape / 2);
    }

    Result<void> writeOne(const NamedProject& project, int number) {
        const bool plot = number <= static_cast<int>(m_content.soldPlots.size());
        const int parcel = plot ? m_content.soldPlots[static_cast<std::size_t>(number - 1)]
                           : hasNoLandYet(project, number) && m_unplaced < withoutShape
                               ? -1
                               : m_land.take(project.kind);
        m_unplaced += parcel < 0 ? 1 : 0;
        const Point at = parcel < 0 ? Point{} : anchorOf(m_content.shapeOf(parcel));
        DemoRow row = parcel < 0 ? DemoRow() : DemoRow(makePoint(at));
        fill(row, project, number);
        if (parcel >= 0) {
            const bool base = project.name == "生物医药和合成生物产业基地";
            row.companion("key_project_area", base ? baseLand(at) : m_content.shapeOf(parcel));
            const int block = m_content.district.parcels[static_cast<std::size_t>(parcel)].block;
            row.set("location",
                    m_content.locationOf(m_content.district.blocks[static_cast<std::size_t>(block)]));
            if (base) {
                row.set("declared_area_m2", baseDeclaredMu * 2000 / 3);
            }
        }
        const auto uid = m_layer.add(std::move(row));
        if (!uid) {
            return std::unexpected(uid.error());
        }
        m_content.projects.push_back({.uid = *uid,
                                      .kind = std::string(project.kind),
                                      .parcel = parcel,
                                      .stage = std::string(project.now),
                                      .startDays = project.startDays,
                                      .totalWan = m_totalWan});
        if (plot) {
            auto stands = standsOn(*uid, m_content.parcels[static_cast<std::size_t>(parcel)].uid);
            if (!stands) {
                return stands;
            }
        }
        if (parcel >= 0) {
            m_content.works.push_back({.feature = {"key_project", *uid},
                                       .stages = {std::string(project.imported), std::string(project.now)},
                                       .at = at});
        }
        return {};
    }

    Result<void> standsOn(const std::string& project, const std::string& parcel) {
        Statement link(m_content.plan.database(),
                       "INSERT INTO link(from_layer, from_uid, to_layer, to_uid, role) VALUES "
                       "('key_project', ?1, 'parcel', ?2, 'stands_on')");
        return link.bind(1, project).bind(2, parcel).run();
    }

    void fill(DemoRow& row, const NamedProject& project, int number) {
        auto& random = m_content.random;
        const double invented = random.whole(8, 180) * 1000.0;
        const double total = project.totalWan > 0 ? project.totalWan : invented;
        m_totalWan = total;
        const bool plot = number <= static_cast<int>(m_content.soldPlots.size());
        row.set("tags", tagsOf(project, plot));
        row.set("code", std::format("ZD-2024-{:03}", number))
            .set("name", project.name)
            .set("kind", project.kind);
        row.set("level", number <= 12 ? "city" : "district").set("leader", random.of(leaders));
        row.set("dept", random.of(departments))
            .set("person", random.of(observers))
            .set("stage", project.imported);
        row.set("chain", project.chain.empty() && project.kind == "industry" ? "其他" : project.chain);
        row.set("plan_start", demoDayPlus(project.startDays))
            .set("plan_complete", demoDayPlus(project.startDays + 720));
        if (project.startDays < 0) {
            row.set("actual_start", demoDayPlus(project.startDays + random.whole(0, 25)));
        }
        row.set("invest_total_wan", total).set("invest_year_plan_wan", std::round(total * 0.3));
        row.set("invest_done_before_wan", project.startDays < -365 ? std::round(total * 0.45) : 0.0);
        row.set("signed_on", demoDayPlus(std::min(project.startDays, 0) - random.whole(60, 400)))
            .set("signed_wan", total);
        row.set("in_statistics", project.startDays < 0 && random.chance(0.8) ? 1 : 0);
        if (project.kind == "resettlement") {
            row.set("floor_area_m2", random.whole(18, 34) * 10'000.0)
                .set("dwelling_units", random.whole(1400, 2900));
        } else if (project.kind == "delivery") {
            row.set("dwelling_units", 1260).set("delivered_units", number % 2 == 0 ? 936 : 412);
        }
    }

    DemoContent& m_content;
    DemoLayer& m_layer;
    LandBank m_land;
    int m_unplaced = 0;
    double m_totalWan = 0; // of the project being written
};

} // namespace

Result<void> writeProjects(DemoContent& content) {
    auto layer = content.layer("key_project");
    return layer ? ProjectWriter(content, *layer).write() : std::unexpected(layer.error());
}

} // namespace tuban
