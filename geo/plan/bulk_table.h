#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/base/value.h"
#include "geo/plan/plan.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// Fills an empty layer and its companion tables, in a plan that is being built (beginBuilding), with any number
/// of rows. Triggers and indexes of the tables stand aside until finish(), which makes them again, packs the
/// spatial indexes, and enters the rows for search and states: what FeatureWriter does row by row, at a tenth
/// of the price. Inside the caller's transaction. Thread rule: that of the plan.
class BulkTable {
public:
    /// \param columns catalogue columns whose values add() is given, beside uid and the courtesy areas
    [[nodiscard]] static Result<BulkTable>
    begin(Plan& plan, std::string_view layer, const std::vector<std::string>& columns);
    ~BulkTable();
    BulkTable(BulkTable&&) noexcept;
    BulkTable& operator=(BulkTable&&) = delete;

    /// A feature's further shape, a row of its own in one of the layer's companion tables.
    struct Further {
        std::string_view table;
        std::string_view uid;
        const Geometry& shape;
    };
    /// \param values in the order of the columns \pre the shapes are of their table's kind and not empty
    [[nodiscard]] Result<void> add(std::string_view uid,
                                   std::span<const Value> values,
                                   const Geometry& shape,
                                   const std::optional<Further>& further = std::nullopt);
    /// \return Error::Cancelled
    [[nodiscard]] Result<void> finish(const Progress& progress);

private:
    struct Parts;
    explicit BulkTable(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace tuban
