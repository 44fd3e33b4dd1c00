#pragma once

#include "app/cli/open_plan.h"
#include "geo/measure/moments.h"
#include "geo/plan/snapshot.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace tuban {

/// Adds `--method ellipsoidal|planar`.
void addMethod(CLI::App& app, std::string& method);

/// The scale of areas a method word stands for. \param extent of what is measured, plan CRS
[[nodiscard]] Result<ArealScale> scaleFor(const Plan& plan, const std::string& method, const Box& extent);

/// Reads a layer of areas. \param option that named it, for the complaint
/// \param windows only features whose box meets one of them, plan CRS; none: all
/// \return Error::Usage for an unknown layer or one that holds no areas
[[nodiscard]] Result<std::shared_ptr<const LayerSnapshot>>
readAreas(const Plan& plan,
          const std::string& option,
          const std::string& layer,
          const std::vector<std::string>& columns,
          const Progress& progress,
          std::optional<std::vector<Box>> windows = {});

/// The columns that name a feature of a layer: `name` where there is one, and what the layer is labelled by.
[[nodiscard]] std::vector<std::string> namingColumns(const Layer& layer);
/// What names feature `index`: the first of those cells that is filled, its uid otherwise.
[[nodiscard]] std::string nameOf(const Layer& layer, const LayerSnapshot& snapshot, std::size_t index);

} // namespace tuban
