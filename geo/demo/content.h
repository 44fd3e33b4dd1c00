#pragma once

#include "geo/base/uid.h"
#include "geo/demo/district.h"
#include "geo/demo/random.h"
#include "geo/plan/bulk_table.h"
#include "geo/plan/features.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// The day at which the illustrative district stands.
inline constexpr std::string_view demoDay = "2024-08-21";
/// The day so many days after that one.
[[nodiscard]] std::string demoDayPlus(int days);

/// The uid of the feature written as number `number`, from 0, of a layer.
[[nodiscard]] std::string
demoUid(const Plan& plan, std::string_view layer, std::uint64_t seed, std::uint64_t number);

/// A row being filled in.
class DemoRow {
public:
    explicit DemoRow(Geometry shape) { m_edit.geometry = std::move(shape); }
    DemoRow() = default;

    DemoRow& set(const char* column, std::string_view text) { return put(column, Value(std::string(text))); }
    DemoRow& set(const char* column, const char* text) { return set(column, std::string_view(text)); }
    DemoRow& set(const char* column, double number) { return put(column, Value(number)); }
    DemoRow& set(const char* column, int number) { return put(column, Value(std::int64_t{number})); }
    DemoRow& companion(const char* table, Geometry shape) {
        m_edit.companions.emplace_back(table, std::move(shape));
        return *this;
    }

private:
    friend class DemoLayer;
    friend class DemoBulk;
    DemoRow& put(const char* column, Value value);
    FeatureEdit m_edit;
};

/// Writes rows of one layer with uids that follow from the seed.
class DemoLayer {
public:
    [[nodiscard]] static Result<DemoLayer>
    open(Plan& plan, Act& act, std::string_view layer, std::uint64_t seed);
    /// \return the uid
    [[nodiscard]] Result<std::string> add(DemoRow row);

private:
    DemoLayer(FeatureWriter writer, std::uint64_t seed, std::uint64_t ordinal)
        : m_writer(std::move(writer)), m_seed(seed), m_ordinal(ordinal) {}
    FeatureWriter m_writer;
    std::uint64_t m_seed;
    std::uint64_t m_ordinal;
    std::uint64_t m_count = 0;
};

/// The same for a layer with a row for each piece of land: its columns are named once.
class DemoBulk {
public:
    [[nodiscard]] static Result<DemoBulk>
    open(Plan& plan, std::string_view layer, const std::vector<std::string>& columns, std::uint64_t seed);
    /// \return the uid
    [[nodiscard]] Result<std::string> add(std::span<const Value> values, const Geometry& shape);
    /// \pre the row has the columns named at open(), in their order, and one companion
    [[nodiscard]] Result<std::string> add(const DemoRow& row);
    [[nodiscard]] Result<void> finish(const Progress& progress) { return m_table.finish(progress); }

private:
    DemoBulk(BulkTable table, std::vector<std::string> columns, std::uint64_t seed, std::uint64_t ordinal)
        : m_table(std::move(table)), m_columns(std::move(columns)), m_seed(seed), m_ordinal(ordinal) {}
    [[nodiscard]] std::string nextUid() { return derivedUid(m_seed, (m_ordinal << 32U) | m_count++); }
    BulkTable m_table;
    std::vector<std::string> m_columns;
    std::uint64_t m_seed;
    std::uint64_t m_ordinal;
    std::uint64_t m_count = 0;
};

/// A work whose progress was followed: the stages it went through in ten weeks, oldest first.
struct DemoWork {
    FeatureRef feature;
    std::vector<std::string> stages;
    Point at; ///< plan CRS
};

/// A key project as it was written.
struct DemoProject {
    std::string uid;
    std::string kind;
    int parcel = -1;   ///< it stands on; −1 without land
    std::string stage; ///< now
    int startDays = 0; ///< planned start, from the plan's day
    double totalWan = 0;
};

/// How far a parcel has come.
struct ParcelLife {
    std::string uid;
    std::string name;
    bool building = false; ///< being built on
};

/// What the writers share.
struct DemoContent {
    Plan& plan;
    Act& act;
    const DemoOptions& options;
    const Progress& progress;
    const District& district;
    Random random;
    std::vector<ParcelLife> parcels{}; ///< as District::parcels
    std::vector<int> soldPlots{};      ///< parcels sold by contract and not begun
    std::vector<DemoWork> works{};
    std::vector<DemoProject> projects{};

    [[nodiscard]] Result<DemoLayer> layer(std::string_view name) {
        return DemoLayer::open(plan, act, name, options.seed);
    }
    [[nodiscard]] Result<DemoBulk> bulk(std::string_view name, const std::vector<std::string>& columns) {
        return DemoBulk::open(plan, name, columns, options.seed);
    }
    [[nodiscard]] Geometry shapeOf(int parcel) const;
    /// Parcels of these uses that are no street and no strip, in order.
    [[nodiscard]] std::vector<int> parcelsOf(std::span<const std::string_view> codes) const;
    /// "莲花街以北、长椿路以东"
    [[nodiscard]] std::string locationOf(const DemoBlock& block) const;
};

[[nodiscard]] Result<void> writeParcels(DemoContent& content);
[[nodiscard]] Result<void> writePlanBlocks(DemoContent& content);
[[nodiscard]] Result<void> writeSurveyPatches(DemoContent& content);
[[nodiscard]] Result<void> writeAreas(DemoContent& content);
[[nodiscard]] Result<void> writeRoads(DemoContent& content);
[[nodiscard]] Result<void> writeLines(DemoContent& content);
[[nodiscard]] Result<void> writeParking(DemoContent& content);
[[nodiscard]] Result<void> writeParks(DemoContent& content);
[[nodiscard]] Result<void> writeHoardings(DemoContent& content);
[[nodiscard]] Result<void> writeProjects(DemoContent& content);
[[nodiscard]] Result<void> writeHousing(DemoContent& content);
[[nodiscard]] Result<void> writeFacilities(DemoContent& content);
[[nodiscard]] Result<void> writeIssues(DemoContent& content);
[[nodiscard]] Result<void> writeNodes(DemoContent& content);
[[nodiscard]] Result<void> writeTargets(DemoContent& content);
[[nodiscard]] Result<void> writeMeetings(DemoContent& content);
[[nodiscard]] Result<void> writeMarks(DemoContent& content);
[[nodiscard]] Result<void> writeRoadLayers(DemoContent& content);

/// Length of a line in its own units.
[[nodiscard]] double lengthOf(const std::vector<Point>& line);

} // namespace tuban
