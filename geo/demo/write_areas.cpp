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
    const int left = std::clamp(static_cast<int>(column), 0, district.columns - 1);
    const int below = std::clamp(static_cast<int>(row), 0, district.rows - 1);
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
    PatchNet(const District& district, Random& random)
        : m_columns(district.columns * 13 / 10 + 1), m_rows(district.rows * 13 / 10 + 1) {
        const auto shifted = [&](int i, int count, int blocks) {
            const double step = static_cast<double>(blocks) / count;
            return i * step + (i == 0 || i == count ? 0 : random.between(-0.28, 0.28) * step);
        };
        for (int row = 0; row <= m_rows; ++row) {
            for (int column = 0; column <= m_columns; ++column) {
                const double x = shifted(column, m_columns, district.columns);
                m_corners.push_back(between(district, x, shifted(row, m_rows, district.rows)));
            }
        }
    }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] Geometry patch(int column, int row) const {
        return makePolygon({{corner(column, row),
                             corner(column + 1, row),
                             corner(column + 1, row + 1),
                             corner(column, row + 1)}});
    }

private:
    [[nodiscard]] Point corner(int column, int row) const {
        return m_corners[static_cast<std::size_t>(row * (m_columns + 1) + column)];
    }
    int m_columns;
    int m_rows;
    std::vector<Point> m_corners;
};

struct CellRange {
    int column, row, wide, high;
};

/// A range cut to the district; nullopt when nothing is left of it.
std::optional<CellRange> cut(const District& district, CellRange range) {
    range.wide = std::min(range.wide, district.columns - range.column);
    range.high = std::min(range.high, district.rows - range.row);
    return range.wide > 0 && range.high > 0 ? std::optional(range) : std::nullopt;
}

struct Unit {
    std::string_view name, kind;
    CellRange range;
};

std::vector<Unit> unitsOf(const District& district) {
    const int wide = district.columns;
    const int high = district.rows;
    const int north = district.divider;
    const int half = wide / 2;
    const int south = std::max(1, high * 3 / 8);
    return {{streetOffices[0], "street_office", {0, 0, half, south}},
            {streetOffices[1], "street_office", {half, 0, wide - half, south}},
            {streetOffices[2], "street_office", {half, south, wide - half, north - south}},
            {streetOffices[3], "street_office", {0, south, half, north - south}},
            {streetOffices[4], "street_office", {0, north, wide, high - north}},
            {"合作共建区", "co_development", {wide / 4, north, half, high - north}},
            {"智能传感谷", "industrial_park", {wide * 3 / 4, south, wide / 4, high / 2 - south + 1}}};
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
    auto layer =
        content.bulk("survey_patch", {"patch_no", "name", "lu_scheme", "lu_code", "data_year", "tenure"});
    if (!layer) {
        return std::unexpected(layer.error());
    }
    const PatchNet net(content.district, content.random);
    for (int row = 0; row < net.rows(); ++row) {
        for (int column = 0; column < net.columns(); ++column) {
            const auto [code, name] =
                presentUse((column + 0.5) / net.columns(), (row + 0.5) / net.rows(), content.random);
            const bool field = code.starts_with("0") && code < "05";
            const std::array<Value, 6> cells{std::format("{:05}", row * net.columns() + column + 1),
                                             std::string(name),
                                             std::string("GBT21010"),
                                             std::string(code),
                                             std::int64_t{2023},
                                             std::string(field ? "collective" : "state")};
            if (const auto uid = layer->add(cells, net.patch(column, row)); !uid) {
                return std::unexpected(uid.error());
            }
        }
    }
    return layer->finish(content.progress);
}

Result<void> writeAreas(DemoContent& content) {
    if (auto units = writeUnits(content); !units) {
        return units;
    }
    auto layer = content.layer("renewal_zone");
    if (!layer) {
        return std::unexpected(layer.error());
    }
    const int wide = content.district.columns;
    const int high = content.district.rows;
    const int zone = std::max(1, wide / 10); // blocks along a zone
    const std::array<Zone, 5> zones{
        {{renewalZones[0],
          "inefficient",
          "rebuild",
          "implementing",
          "clearance",
          {wide / 4, high / 8 + 1, zone + 1, zone}},
         {renewalZones[1], "residential", "alter", "reserve", "approved", {0, high / 4 + 1, zone, zone + 2}},
         {renewalZones[2],
          "inefficient",
          "rebuild",
          "reserve",
          "planning",
          {wide / 2, content.district.divider, zone + 2, zone}},
         {candidateZones[0],
          "inefficient",
          "alter",
          "planning",
          "planning",
          {wide * 3 / 4, high / 8 + 1, zone, zone}},
         {candidateZones[1],
          "residential",
          "rebuild",
          "planning",
          "planning",
          {wide / 4, high / 2, zone, zone}}}};
    int code = 0;
    for (const auto& one : zones) {
        const auto range = cut(content.district, one.range);
        if (!range) {
            continue;
        }
        auto shape = content.district.cellsArea(range->column, range->row, range->wide, range->high);
        const Point at = anchorOf(shape);
        DemoRow row(std::move(shape));
        row.set("code", std::format("GX-{:02}", ++code)).set("name", one.name).set("object_kind", one.object);
        row.set("mode", one.mode)
            .set("library", one.library)
            .set("plan_year", 2024)
            .set("stage", one.stage)
            .set("dept", "城市更新指挥部");
        if (one.library != "planning") {
            row.set("tags", "在库片区").set("leader", content.random.of(leaders));
            row.set("invest_wan", content.random.whole(8, 40) * 10'000.0);
        }
        const auto uid = layer->add(std::move(row));
        if (!uid) {
            return std::unexpected(uid.error());
        }
        if (one.stage != "planning") {
            content.works.push_back(
                {.feature = {"renewal_zone", *uid}, .stages = {std::string(one.stage)}, .at = at});
        }
    }
    return {};
}

} // namespace tuban
