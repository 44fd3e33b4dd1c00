#include "geo/demo/content.h"
#include "geo/demo/names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace tuban {

namespace {

constexpr int soldPlots = 9;

enum class Life { Existing, Building, Sold, Approved, Untouched };

/// Cells of a parcel's row.
enum Cell : std::size_t {
    ParcelNo,
    Name,
    Location,
    LuCode,
    Tenure,
    SupplyStatus,
    DealDate,
    ContractNo,
    StartDue,
    CompleteDue,
    ActualStart,
    ActualComplete,
    Inefficient,
    IdleDecided,
    IdleCause,
    FarMin,
    FarMax,
    DensityMax,
    GreenMin,
    HeightMaxM,
    FloorAreaM2,
    FootprintM2,
    Households,
    Population,
    AreaLegalM2,
    AreaLegalFrom,
    StageCode,
    Cells
};

const std::vector<std::string>& parcelColumns() {
    static const std::vector<std::string> names{"parcel_no",     "name",
                                                "location",      "lu_code",
                                                "tenure",        "supply_status",
                                                "deal_date",     "contract_no",
                                                "start_due",     "complete_due",
                                                "actual_start",  "actual_complete",
                                                "inefficient",   "idle_decided",
                                                "idle_cause",    "far_min",
                                                "far_max",       "density_max",
                                                "green_min",     "height_max_m",
                                                "floor_area_m2", "footprint_m2",
                                                "households",    "population",
                                                "area_legal_m2", "area_legal_from",
                                                "stage"};
    return names;
}

using Row = std::array<Value, Cells>;

/// To the hundredth, as areas are written.
double rounded(double areaM2) {
    return std::round(areaM2 * 100) / 100;
}

Value text(std::string_view words) {
    return std::string(words);
}

/// The dates of contracts of plots that are sold and not begun: late, soon due, held up by the government, in
/// time.
void setContract(Row& row, int ordinal, Random& random) {
    static constexpr std::array<int, 3> due{-469, 40, -539};
    const int days = ordinal < 3 ? due[static_cast<std::size_t>(ordinal)] : random.whole(60, 300);
    row[DealDate] = demoDayPlus(days - 365);
    row[StartDue] = demoDayPlus(days);
    row[CompleteDue] = demoDayPlus(days + 1095);
    row[ContractNo] = std::format("豫郑高新-2023-{:03}", ordinal + 11);
    if (ordinal == 2) {
        row[IdleDecided] = demoDayPlus(-60);
        row[IdleCause] = text("government");
    }
}

class ParcelWriter {
public:
    ParcelWriter(DemoContent& content, DemoBulk& layer) : m_content(content), m_layer(layer) {}

    Result<void> write() {
        const auto& parcels = m_content.district.parcels;
        const auto& progress = m_content.progress;
        for (std::size_t i = 0; i < parcels.size(); ++i) {
            if (i % 4096 == 0) {
                progress.at(0.3 + 0.3 * static_cast<double>(i) / static_cast<double>(parcels.size()),
                            "writing parcels");
                if (progress.stopped()) {
                    return failure(ErrorCode::Cancelled, "stopped while writing parcels");
                }
            }
            auto done = parcels[i].block >= 0 ? writeParcel(parcels[i], static_cast<int>(i))
                                              : writeStretch(parcels[i]);
            if (!done) {
                return done;
            }
        }
        return m_layer.finish(progress);
    }

private:
    [[nodiscard]] Random& random() { return m_content.random; }

    Result<void> writeStretch(const DemoParcel& parcel) {
        const auto& district = m_content.district;
        const auto& stretch = district.stretches[static_cast<std::size_t>(parcel.stretch)];
        const auto& street = district.streets[static_cast<std::size_t>(stretch.street)];
        Row row;
        row[ParcelNo] =
            std::format("410191-D{}{:03}-{:02}", street.up ? 1 : 2, street.index + 1, stretch.number);
        row[Name] = street.name;
        row[LuCode] = text("1207");
        row[Tenure] = text("state");
        row[SupplyStatus] = text("allocated");
        row[StageCode] = text("production");
        return keep(row, stretch.area, street.name, false);
    }

    Result<void> writeParcel(const DemoParcel& parcel, int index) {
        const auto& block = m_content.district.blocks[static_cast<std::size_t>(parcel.block)];
        const auto first = block.parcels.front();
        Row row;
        row[ParcelNo] = std::format("410191-{:03}-{:02}", parcel.block + 1, index - first + 1);
        const std::string name = parcelName(parcel.code, index, random());
        row[Name] = name;
        row[Location] = m_content.locationOf(block);
        row[LuCode] = text(parcel.code);
        const bool collective = block.kind == BlockKind::Rural ||
                                (block.row >= m_content.district.divider && random().chance(0.3));
        row[Tenure] = text(collective ? "collective" : "state");
        const bool sold = isBuilt(parcel.code) && isSoldPlot(parcel, index);
        const Life life = sold ? Life::Sold : lifeOf(parcel, block);
        if (sold) {
            m_content.soldPlots.push_back(index);
        }
        if (isBuilt(parcel.code)) {
            setFigures(row, parcel, life);
        }
        setLife(row, parcel, life);
        return keep(row, m_content.shapeOf(index), name, life == Life::Building && isBuilt(parcel.code));
    }

    Life lifeOf(const DemoParcel& parcel, const DemoBlock& block) {
        if (parcel.code == "1207") {
            return Life::Existing;
        }
        if (parcel.code == "16" || block.kind == BlockKind::Rural) {
            return Life::Untouched;
        }
        if (!isBuilt(parcel.code)) {
            return random().chance(0.75) ? Life::Existing : Life::Untouched;
        }
        const double dice = random().unit() + (block.row >= m_content.district.divider ? 0.22 : 0);
        return dice < 0.7    ? Life::Existing
               : dice < 0.86 ? Life::Building
               : dice < 0.96 ? Life::Approved
                             : Life::Untouched;
    }

    /// Plots sold and not begun lie all over the district, on land for works.
    bool isSoldPlot(const DemoParcel& parcel, int index) {
        const auto count = m_content.district.parcels.size();
        const auto next = static_cast<double>(count) * (m_sold + 0.4) / soldPlots;
        const bool suits =
            parcel.code == "1001" || parcel.code == "100101" || parcel.code == "0802" || count < 300;
        return suits && m_sold < soldPlots && index >= static_cast<int>(next);
    }

    void setFigures(Row& row, const DemoParcel& parcel, Life life) {
        const auto figures = planFigures(parcel.code, random());
        row[FarMin] = figures.farMin;
        row[FarMax] = figures.farMax;
        row[DensityMax] = figures.densityMax;
        row[GreenMin] = figures.greenMin;
        row[HeightMaxM] = figures.heightMaxM;
        if (life != Life::Existing) {
            return;
        }
        const double floorArea = parcel.areaM2 * figures.farMax * random().between(0.75, 0.98);
        row[FloorAreaM2] = rounded(floorArea);
        row[FootprintM2] = rounded(parcel.areaM2 * figures.densityMax * random().between(0.7, 1));
        if (parcel.code.starts_with("0701")) {
            const auto households = static_cast<std::int64_t>(floorArea * 0.86 / 112);
            row[Households] = households;
            row[Population] = static_cast<std::int64_t>(static_cast<double>(households) * 2.7);
        }
        row[Inefficient] = std::int64_t{parcel.code.starts_with("10") && random().chance(0.15) ? 1 : 0};
    }

    void setLife(Row& row, const DemoParcel& parcel, Life life) {
        const double legal =
            rounded(parcel.areaM2 * (1 + (random().chance(0.06) ? 0.02 : 0) + random().between(-4e-4, 4e-4)));
        switch (life) {
        case Life::Existing:
            row[SupplyStatus] =
                text(parcel.code.starts_with("08") || parcel.code.starts_with("14") ? "allocated" : "sold");
            row[AreaLegalM2] = legal;
            row[AreaLegalFrom] = text("certificate");
            row[StageCode] = text("production");
            if (isBuilt(parcel.code)) {
                const int years = random().whole(2, 16);
                row[ActualStart] = demoDayPlus(-365 * years - 700);
                row[ActualComplete] = demoDayPlus(-365 * years);
            }
            break;
        case Life::Building:
            setSold(row, legal);
            row[StageCode] = text("building");
            if (isBuilt(parcel.code)) {
                row[ActualStart] = demoDayPlus(-random().whole(60, 500));
            }
            break;
        case Life::Sold:
            setSold(row, legal);
            row[StageCode] = text("land");
            setContract(row, m_sold++, random());
            break;
        case Life::Approved:
            row[SupplyStatus] = text("approved");
            row[StageCode] = text("approval");
            break;
        case Life::Untouched:
            row[SupplyStatus] = text("none");
            break;
        }
    }

    static void setSold(Row& row, double legalM2) {
        row[SupplyStatus] = text("sold");
        row[AreaLegalM2] = legalM2;
        row[AreaLegalFrom] = text("contract");
    }

    Result<void> keep(Row& row, const Geometry& shape, const std::string& name, bool building) {
        if (isNull(row[Inefficient])) {
            row[Inefficient] = std::int64_t{0};
        }
        auto uid = m_layer.add(row, shape);
        if (!uid) {
            return std::unexpected(uid.error());
        }
        m_content.parcels.push_back({.uid = std::move(*uid), .name = name, .building = building});
        return {};
    }

    DemoContent& m_content;
    DemoBulk& m_layer;
    int m_sold = 0;
};

} // namespace

Result<void> writeParcels(DemoContent& content) {
    auto layer = content.bulk("parcel", parcelColumns());
    return layer ? ParcelWriter(content, *layer).write() : std::unexpected(layer.error());
}

Result<void> writePlanBlocks(DemoContent& content) {
    auto layer = content.bulk("plan_block",
                              {"block_no",
                               "name",
                               "lu_code",
                               "far_max",
                               "density_max",
                               "green_min",
                               "height_max_m",
                               "approval_no",
                               "approved_on"});
    if (!layer) {
        return std::unexpected(layer.error());
    }
    for (const auto& block : content.district.blocks) {
        const auto code = mainUseOf(block.kind);
        const auto figures = planFigures(code, content.random);
        const std::array<Value, 9> row{std::format("GX-{:02}-{:02}", block.row + 1, block.column + 1),
                                       content.locationOf(block),
                                       text(code),
                                       figures.farMax,
                                       figures.densityMax,
                                       figures.greenMin,
                                       figures.heightMaxM,
                                       std::format("郑政高新控规〔2022〕{}号", block.row + 3),
                                       text("2022-11-18")};
        if (const auto uid = layer->add(row, makePolygon({block.ring})); !uid) {
            return std::unexpected(uid.error());
        }
    }
    return layer->finish(content.progress);
}

} // namespace tuban
