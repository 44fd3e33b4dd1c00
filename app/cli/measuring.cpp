#include "app/cli/measuring.h"

#include "app/cli/options.h"
#include "geo/base/value.h"
#include "geo/plan/snapshot_window.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <format>

namespace tuban {

void addMethod(CLI::App& app, std::string& method) {
    oneOf(*app.add_option("--method", method, "On the ellipsoid, or in the plane of the projection")
               ->capture_default_str(),
          {"ellipsoidal", "planar"});
}

Result<ArealScale> scaleFor(const Plan& plan, const std::string& method, const Box& extent) {
    return method == "planar" ? Result<ArealScale>(ArealScale::planar())
                              : ArealScale::forExtent(plan.crs(), extent);
}

Result<std::shared_ptr<const LayerSnapshot>> readAreas(const Plan& plan,
                                                       const std::string& option,
                                                       const std::string& layer,
                                                       const std::vector<std::string>& columns,
                                                       const Progress& progress,
                                                       std::optional<std::vector<Box>> windows) {
    const auto known = plan.catalogue().requireLayer(layer);
    if (!known) {
        return within(option, known.error());
    }
    if ((*known)->geometry != ShapeKind::Area) {
        return failure(ErrorCode::Usage,
                       std::format("{}: the layer {} holds no areas; name one that does, such as parcel.",
                                   option,
                                   layer));
    }
    std::vector<std::string> wanted = namingColumns(**known);
    for (const std::string& column : columns) {
        if ((*known)->column(column) == nullptr) {
            return failure(ErrorCode::Usage, std::format("The layer {} has no column '{}'.", layer, column));
        }
        if (!std::ranges::contains(wanted, column)) {
            wanted.push_back(column);
        }
    }
    return windows ? readSnapshotIn(plan, layer, wanted, *windows, progress)
                   : readSnapshot(plan, layer, wanted, progress);
}

std::vector<std::string> namingColumns(const Layer& layer) {
    std::vector<std::string> columns;
    for (const std::string& column : {std::string("name"), layer.labelColumn}) {
        if (layer.column(column) != nullptr && !std::ranges::contains(columns, column)) {
            columns.push_back(column);
        }
    }
    return columns;
}

std::string nameOf(const Layer& layer, const LayerSnapshot& snapshot, std::size_t index) {
    for (const std::string& column : namingColumns(layer)) {
        const int at = snapshot.columnIndex(column);
        if (at < 0) {
            continue;
        }
        if (std::string text = toText(snapshot.cell(at, index)); !text.empty()) {
            return text;
        }
    }
    return snapshot.uid(index);
}

} // namespace tuban
