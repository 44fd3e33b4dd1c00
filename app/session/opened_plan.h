#pragma once

#include "app/session/plan_thread.h"
#include "geo/crs/transform.h"
#include "geo/plan/plan.h"

#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace tuban {

/// What stays the same while a plan is open. Made on a worker, read on the GUI thread.
struct OpenedPlan {
    QString path;
    QString name;
    Crs crs;
    QString today; ///< YYYY-MM-DD
    bool ownClock = false;
    QString stamp;
    bool readOnly = false;
    std::shared_ptr<const Catalogue> catalogue;
    std::shared_ptr<Transform> geoFromPlan; ///< GUI thread only
    std::shared_ptr<Transform> planFromGeo; ///< GUI thread only
};

/// Opens the plan into `slot` for writing. \return false when it can only be read; then the slot stays empty
[[nodiscard]] Result<bool> openForWriting(PlanThread::Slot& slot, const std::string& path);

/// Opens the plan into `slot` for reading.
[[nodiscard]] Result<void> openForReading(PlanThread::Slot& slot, const std::string& path);

[[nodiscard]] Result<OpenedPlan> describe(const Plan& plan);

/// A table of shapes and the columns of it that the window needs.
struct TableWish {
    std::string table;
    std::vector<std::string> columns;
};
/// Layers first, then their companions.
[[nodiscard]] std::vector<TableWish> tablesOf(const Catalogue& catalogue);
/// The tables of one layer: itself and its companions.
[[nodiscard]] std::vector<TableWish> tablesOf(const Layer& layer);

} // namespace tuban
