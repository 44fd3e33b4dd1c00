#include "geo/demo/content.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>
#include <format>

namespace tuban {

std::string demoDayPlus(int days) {
    using namespace std::chrono;
    return std::format("{:%F}", sys_days{2024y / August / 21} + std::chrono::days(days));
}

DemoRow& DemoRow::put(const char* column, Value value) {
    m_edit.columns.emplace_back(column);
    m_edit.values.push_back(std::move(value));
    return *this;
}

namespace {

/// Keeps the uids of layers apart.
std::uint64_t ordinalOf(const Plan& plan, std::string_view layer) {
    const auto layers = plan.catalogue().layers();
    const auto place = std::ranges::find(layers, layer, &Layer::name) - layers.begin();
    return static_cast<std::uint64_t>(place) + 1;
}

} // namespace

std::string demoUid(const Plan& plan, std::string_view layer, std::uint64_t seed, std::uint64_t number) {
    return derivedUid(seed, (ordinalOf(plan, layer) << 32U) | number);
}

Result<DemoLayer> DemoLayer::open(Plan& plan, Act& act, std::string_view layer, std::uint64_t seed) {
    auto writer = FeatureWriter::forLayer(plan, act, layer);
    if (!writer) {
        return std::unexpected(writer.error());
    }
    return DemoLayer(std::move(*writer), seed, ordinalOf(plan, layer));
}

Result<std::string> DemoLayer::add(DemoRow row) {
    row.m_edit.uid = derivedUid(m_seed, (m_ordinal << 32U) | m_count++);
    return m_writer.insert(row.m_edit);
}

double lengthOf(const std::vector<Point>& line) {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    }
    return length;
}

Result<DemoBulk> DemoBulk::open(Plan& plan,
                                std::string_view layer,
                                const std::vector<std::string>& columns,
                                std::uint64_t seed) {
    auto table = BulkTable::begin(plan, layer, columns);
    if (!table) {
        return std::unexpected(table.error());
    }
    return DemoBulk(std::move(*table), columns, seed, ordinalOf(plan, layer));
}

Result<std::string> DemoBulk::add(std::span<const Value> values, const Geometry& shape) {
    auto uid = nextUid();
    const auto added = m_table.add(uid, values, shape);
    return added ? Result<std::string>(std::move(uid)) : std::unexpected(added.error());
}

Result<std::string> DemoBulk::add(const DemoRow& row) {
    const FeatureEdit& edit = row.m_edit;
    assert(edit.columns == m_columns && edit.companions.size() == 1);
    auto uid = nextUid();
    const auto furtherUid = nextUid();
    const auto& [table, further] = edit.companions.front();
    const auto added =
        m_table.add(uid, edit.values, *edit.geometry, BulkTable::Further{table, furtherUid, further});
    return added ? Result<std::string>(std::move(uid)) : std::unexpected(added.error());
}

Geometry DemoContent::shapeOf(int parcel) const {
    return tuban::shapeOf(district.parcels[static_cast<std::size_t>(parcel)]);
}

std::vector<int> DemoContent::parcelsOf(std::span<const std::string_view> codes) const {
    std::vector<int> found;
    for (std::size_t i = 0; i < district.parcels.size(); ++i) {
        const auto& parcel = district.parcels[i];
        if (parcel.block >= 0 && parcel.corridor < 0 && parcel.code != "1207" &&
            std::ranges::contains(codes, parcel.code)) {
            found.push_back(static_cast<int>(i));
        }
    }
    return found;
}

std::string DemoContent::locationOf(const DemoBlock& block) const {
    return std::format(
        "{}以北、{}以东", district.streetName(false, block.row), district.streetName(true, block.column));
}

} // namespace tuban
