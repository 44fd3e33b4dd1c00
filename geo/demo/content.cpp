#include "geo/demo/content.h"

#include "geo/base/uid.h"
#include "geo/demo/names.h"

#include <algorithm>
#include <chrono>
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

Result<DemoLayer> DemoLayer::open(Plan& plan, Act& act, std::string_view layer, std::uint64_t seed) {
    auto writer = FeatureWriter::forLayer(plan, act, layer);
    if (!writer) {
        return std::unexpected(writer.error());
    }
    const auto layers = plan.catalogue().layers();
    const auto place = std::ranges::find(layers, layer, &Layer::name) - layers.begin();
    return DemoLayer(std::move(*writer), seed, static_cast<std::uint64_t>(place) + 1);
}

Result<std::string> DemoLayer::add(DemoRow row) {
    row.m_edit.uid = derivedUid(m_seed, (m_ordinal << 32U) | m_count++);
    return m_writer.insert(row.m_edit);
}

Geometry DemoContent::shapeOf(int parcel) const {
    return makePolygon({district.parcels[static_cast<std::size_t>(parcel)].ring});
}

std::vector<int> DemoContent::parcelsOf(std::span<const std::string_view> codes) const {
    std::vector<int> found;
    for (std::size_t i = 0; i < district.parcels.size(); ++i) {
        const auto& parcel = district.parcels[i];
        if (parcel.block >= 0 && parcel.corridor < 0 && std::ranges::contains(codes, parcel.code)) {
            found.push_back(static_cast<int>(i));
        }
    }
    return found;
}

std::string DemoContent::locationOf(const DemoBlock& block) const {
    return std::format("{}以北、{}以东",
                       streetName(false, block.row, district.cells),
                       streetName(true, block.column, district.cells));
}

} // namespace tuban
