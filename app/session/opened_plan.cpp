#include "app/session/opened_plan.h"

namespace tuban {

namespace {
/// CGCS2000 in degrees, taken as WGS 84 by the map.
constexpr std::string_view degrees = "EPSG:4490";
} // namespace

Result<bool> openForWriting(PlanThread::Slot& slot, const std::string& path) {
    auto plan = Plan::open(path, OpenMode::ReadWrite);
    if (!plan) {
        if (plan.error().code == ErrorCode::ReadOnly) {
            return false;
        }
        return std::unexpected(plan.error());
    }
    slot.emplace(std::move(*plan));
    return true;
}

Result<void> openForReading(PlanThread::Slot& slot, const std::string& path) {
    auto plan = Plan::open(path, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    slot.emplace(std::move(*plan));
    return {};
}

Result<OpenedPlan> describe(const Plan& plan) {
    OpenedPlan opened;
    opened.path = QString::fromStdString(plan.path());
    opened.name = QString::fromStdString(plan.name());
    opened.crs = plan.crs();
    opened.today = QString::fromStdString(plan.today());
    opened.ownClock = plan.hasOwnClock();
    opened.stamp = QString::fromStdString(plan.fact("stamp").value_or(""));
    opened.catalogue = std::make_shared<const Catalogue>(plan.catalogue());
    const auto geo = crsFromText(degrees);
    if (!geo) {
        return std::unexpected(geo.error());
    }
    auto geoFromPlan = Transform::between(plan.crs(), *geo);
    auto planFromGeo = Transform::between(*geo, plan.crs());
    if (!geoFromPlan || !planFromGeo) {
        return std::unexpected(!geoFromPlan ? geoFromPlan.error() : planFromGeo.error());
    }
    opened.geoFromPlan = std::make_shared<Transform>(std::move(*geoFromPlan));
    opened.planFromGeo = std::make_shared<Transform>(std::move(*planFromGeo));
    return opened;
}

std::vector<TableWish> tablesOf(const Layer& layer) {
    std::vector<TableWish> wishes(1);
    wishes.front().table = layer.name;
    for (const auto& column : layer.columns) {
        if (column.role != ColumnRole::Internal && column.role != ColumnRole::Key) {
            wishes.front().columns.push_back(column.name);
        }
    }
    for (const auto& companion : layer.companions) {
        wishes.push_back({companion.table, {}});
    }
    return wishes;
}

std::vector<TableWish> tablesOf(const Catalogue& catalogue) {
    std::vector<TableWish> layers;
    std::vector<TableWish> companions;
    for (const auto& layer : catalogue.layers()) {
        auto wishes = tablesOf(layer);
        layers.push_back(std::move(wishes.front()));
        companions.insert(companions.end(),
                          std::make_move_iterator(wishes.begin() + 1),
                          std::make_move_iterator(wishes.end()));
    }
    layers.insert(
        layers.end(), std::make_move_iterator(companions.begin()), std::make_move_iterator(companions.end()));
    return layers;
}

} // namespace tuban
