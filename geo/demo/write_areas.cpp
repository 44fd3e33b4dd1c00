#include "geo/demo/content.h"
#include "geo/demo/names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace tuban {

namespace {

/// A position among the crossings at fractions of a cell.
Point between(const District& district, double column, double row) {
    const int left = std::clamp(static_cast<int>(column), 0, district.cells - 1);
    const int below = std::clamp(static_cast<int>(row), 0, district.cells - 1);
    const double x = column - left;
    const double y = row - below;
    const Point a = district.node(left, below);
    const Point b = district.node(left + 1, below);
    const Point c = district.node(left, below + 1);
    const Point d = district.node(left + 1, below + 1);
    const auto mix = [&](double p, double q, double r, double s) {
        const double value = (p * (1 - x) + q * x) * (1 - y) + (r * (1 - x) + s * x) * y;
        return std::round(value * 1000) / 1000;
    };
    return {mix(a.x, b.x, c.x, d.x), mix(a.y, b.y, c.y, d.y)};
}

/// Present use seen by the surveyors: by place, without regard to the plan.
struct PresentUse {
    std::string_view code, name;
};
PresentUse presentUse(double east, double north, Random& random) {
    static constexpr std::array<PresentUse, 5> fields{{{"0102", "水浇地"},
                                                       {"0301", "乔木林地"},
                                                       {"0201", "果园"},
                                                       {"0702", "农村宅基地"},
                                                       {"1201", "空闲地"}}};
    static constexpr std::array<PresentUse, 6> town{{{"0701", "城镇住宅用地"},
                                                     {"0701", "城镇住宅用地"},
                                                     {"0601", "工业用地"},
                                                     {"0803", "教育用地"},
                                                     {"0501", "零售商业用地"},
                                                     {"0810", "公园与绿地"}}};
    const double rural = north > 0.7 ? 0.75 : east < 0.15 ? 0.4 : 0.12;
    return random.chance(rural) ? random.of(fields) : random.of(town);
}

/// Corners of the patches: their own net, finer than the blocks and not along the streets.
class PatchNet {
public:
    PatchNet(const District& district, Random& random) : m_side(district.cells * 13 / 10 + 1) {
        const double step = static_cast<double>(district.cells) / m_side;
        for (int row = 0; row <= m_side; ++row) {
            for (int column = 0; column <= m_side; ++column) {
                const auto shifted = [&](int i) {
                    const bool edge = i == 0 || i == m_side;
                    return i * step + (edge ? 0 : random.between(-0.28, 0.28) * step);
                };
                const double x = shifted(column);
                m_corners.push_back(between(district, x, shifted(row)));
            }
        }
    }
    [[nodiscard]] int side() const { return m_side; }
    [[nodiscard]] Geometry patch(int column, int row) const {
        return makePolygon({{corner(column, row),
                             corner(column + 1, row),
                             corner(column + 1, row + 1),
                             corner(column, row + 1)}});
    }

private:
    [[nodiscard]] Point corner(int column, int row) const {
        return m_corners[static_cast<std::size_t>(row * (m_side + 1) + column)];
    }
    int m_side;
    std::vector<Point> m_corners;
};

struct CellRange {
    int column, row, wide, high;
};

/// A range cut to the district; nullopt when nothing is left of it.
std::optional<CellRange> cut(const District& district, CellRange range) {
    range.wide = std::min(range.wide, district.cells - range.column);
    range.high = std::min(range.high, district.cells - range.row);
    return range.wide > 0 && range.high > 0 ? std::optional(range) : std::nullopt;
}

struct Unit {
    std::string_view name, kind;
    CellRange range;
};

std::vector<Unit> unitsOf(const District& district) {
    const int cells = district.cells;
    const int north = district.divider;
    const int half = cells / 2;
    const int south = std::max(1, cells * 3 / 8);
    return {{streetOffices[0], "street_office", {0, 0, half, south}},
            {streetOffices[1], "street_office", {half, 0, cells - half, south}},
            {streetOffices[2], "street_office", {half, south, cells - half, north - south}},
            {streetOffices[3], "street_office", {0, south, half, north - south}},
            {streetOffices[4], "street_office", {0, north, cells, cells - north}},
            {"合作共建区", "co_development", {cells / 4, north, half, cells - north}},
            {"智能传感谷", "industrial_park", {cells * 3 / 4, south, cells / 4, half - south + 1}}};
}

Result<void> writeUnits(DemoContent& content) {
    auto layer = content.layer("area_unit");
    if (!layer) {
        return std::unexpected(layer.error());
    }
    int code = 0;
    for (const auto& [name, kind, wanted] : unitsOf(content.district)) {
        const auto range = cut(content.district, wanted);
        if (!range) {
            continue;
        }
        DemoRow row(content.district.cellsArea(range->column, range->row, range->wide, range->high));
        row.set("code", std::format("4101910{:02}", ++code)).set("name", name).set("kind", kind);
        row.set("leader", content.random.of(leaders));
        if (const auto uid = layer->add(std::move(row)); !uid) {
            return std::unexpected(uid.error());
        }
    }
    const auto& streets = content.district.streets;
    const auto expressway = std::ranges::find_if(streets, [&](const DemoStreet& street) {
        return !street.up && street.index == content.district.divider;
    });
    DemoRow row(expressway->area);
    row.set("code", "410191099").set("name", "连霍高速").set("kind", "divider");
    const auto uid = layer->add(std::move(row));
    return uid ? Result<void>() : std::unexpected(uid.error());
}

struct Zone {
    std::string_view name, object, mode, library, stage;
    CellRange range;
};

} // namespace

Result<void> writeSurveyPatches(DemoContent& content) {
    auto layer = content.layer("survey_patch");
    if (!layer) {
        return std::unexpected(layer.error());
    }
    const PatchNet net(content.district, content.random);
    for (int row = 0; row < net.side(); ++row) {
        for (int column = 0; column < net.side(); ++column) {
            const auto [code, name] =
                presentUse((column + 0.5) / net.side(), (row + 0.5) / net.side(), content.random);
            DemoRow patch(net.patch(column, row));
            patch.set("patch_no", std::format("{:05}", row * net.side() + column + 1));
            patch.set("name", name).set("lu_scheme", "GBT21010").set("lu_code", code).set("data_year", 2023);
            patch.set("tenure", code.starts_with("0") && code < "05" ? "collective" : "state");
            if (const auto uid = layer->add(std::move(patch)); !uid) {
                return std::unexpected(uid.error());
            }
        }
    }
    return {};
}

Result<void> writeAreas(DemoContent& content) {
    if (auto units = writeUnits(content); !units) {
        return units;
    }
    auto layer = content.layer("renewal_zone");
    if (!layer) {
        return std::unexpected(layer.error());
    }
    const int cells = content.district.cells;
    const std::array<Zone, 3> zones{
        {{renewalZones[0],
          "inefficient",
          "rebuild",
          "implementing",
          "clearance",
          {cells / 4, cells / 8, 2, 2}},
         {renewalZones[1], "residential", "alter", "reserve", "approved", {0, cells / 4, 1, 3}},
         {renewalZones[2],
          "inefficient",
          "rebuild",
          "planning",
          "planning",
          {cells / 2, content.district.divider, 3, 2}}}};
    int code = 0;
    for (const auto& zone : zones) {
        const auto range = cut(content.district, zone.range);
        if (!range) {
            continue;
        }
        auto shape = content.district.cellsArea(range->column, range->row, range->wide, range->high);
        const Point at = anchorOf(shape);
        DemoRow row(std::move(shape));
        row.set("code", std::format("GX-{:02}", ++code))
            .set("name", zone.name)
            .set("object_kind", zone.object);
        row.set("mode", zone.mode)
            .set("library", zone.library)
            .set("plan_year", 2024)
            .set("stage", zone.stage);
        row.set("leader", content.random.of(leaders)).set("dept", "城市更新指挥部");
        row.set("invest_wan", content.random.whole(8, 40) * 10'000.0);
        const auto uid = layer->add(std::move(row));
        if (!uid) {
            return std::unexpected(uid.error());
        }
        if (zone.stage != "planning") {
            content.works.push_back(
                {.feature = {"renewal_zone", *uid}, .stages = {std::string(zone.stage)}, .at = at});
        }
    }
    return {};
}

} // namespace tuban
