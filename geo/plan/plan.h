#pragma once

#include "geo/base/result.h"
#include "geo/crs/crs.h"
#include "geo/plan/catalogue.h"
#include "geo/plan/database.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

inline constexpr int currentSchemaVersion = 1;
/// Application id in the head of every plan file: "TUBN".
inline constexpr int planApplicationId = 0x5455424E;

struct NewPlan {
    std::string crs = "EPSG:4547"; ///< a projected system in metres
    std::string name{};            ///< the file's stem when empty
};

struct LayerSummary {
    std::string name;
    ShapeKind geometry = ShapeKind::Area;
    std::int64_t count = 0;
    Box extent;                         ///< plan CRS; empty without features
    std::optional<double> planarAreaM2; ///< areas only
    std::optional<double> lengthM;      ///< lines only
};

/// An open plan file. Thread rule: one Plan per thread; the catalogue may be shared.
class Plan {
public:
    /// Makes a new plan; written beside and renamed. \return Error::Unwritable when something is there
    /// already
    [[nodiscard]] static Result<Plan> create(const std::string& path, const NewPlan& options);
    /// \return Error::NotFound, NotAPlan, NewerPlan, Corrupt, Busy, ReadOnly (only for ReadWrite); the file
    /// is never changed
    ///         by a failed open. A read-only folder opens for reading.
    [[nodiscard]] static Result<Plan>
    open(const std::string& path, OpenMode mode, int busyTimeoutMs = defaultBusyTimeoutMs);
    ~Plan();
    Plan(Plan&&) noexcept;
    Plan& operator=(Plan&&) noexcept;

    /// Checkpoints the log and closes the file, so that the plan is one file again (while other programs have
    /// it open the log stays with them). Called by the destructor too, without a report.
    /// \pre nothing else is called afterwards
    [[nodiscard]] Result<void> close();

    [[nodiscard]] const Database& database() const;
    [[nodiscard]] const Catalogue& catalogue() const;
    [[nodiscard]] const Crs& crs() const;
    [[nodiscard]] std::string name() const;
    [[nodiscard]] std::string path() const;
    /// The plan's day: its own clock where it has one (a demo), today otherwise. `YYYY-MM-DD`.
    [[nodiscard]] std::string today() const;
    /// True when the plan has a clock of its own.
    [[nodiscard]] bool hasOwnClock() const;
    /// Facts of the plan: table `workspace` (key, value): "name", "srid", "today", "stamp", "user",
    /// "plan_uid" …
    [[nodiscard]] std::optional<std::string> fact(std::string_view key) const;
    [[nodiscard]] Result<void> setFact(std::string_view key, std::string_view value);

    [[nodiscard]] Result<std::vector<LayerSummary>> summarise() const;
    /// A whole, consistent copy of the plan while it is open (backup API), written beside and renamed.
    /// \return Error::Unwritable when something is there already or the folder cannot be written
    [[nodiscard]] Result<void> copyTo(const std::string& path) const;

private:
    struct Parts;
    explicit Plan(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace tuban
