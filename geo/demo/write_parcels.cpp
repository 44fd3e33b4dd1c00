#include "geo/demo/content.h"
#include "geo/demo/names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace tuban {

namespace {

enum class Life { Existing, Building, Sold, Approved, Untouched };

/// To the hundredth, as areas are written.
double rounded(double areaM2) {
    return std::round(areaM2 * 100) / 100;
}

/// The dates of contracts of plots that are sold and not begun: late, soon due, held up by the government, in
/// time.
void setContract(DemoRow& row, int ordinal, Random& random) {
    static constexpr std::array<int, 3> due{-469, 40, -539};
    const int days = ordinal < 3 ? due[static_cast<std::size_t>(ordinal)] : random.whole(60, 300);
    row.set("deal_date", demoDayPlus(days - 365)).set("start_due", demoDayPlus(days));
    row.set("complete_due", demoDayPlus(days + 1095))
        .set("contract_no", std::format("豫郑高新-2023-{:03}", ordinal + 11));
    if (ordinal == 2) {
        row.set("idle_decided", demoDayPlus(-60)).set("idle_cause", "government");
    }
}

class ParcelWriter {
public:
    ParcelWriter(DemoContent& content, DemoLayer& layer) : m_content(content), m_layer(layer) {}

    Result<void> write(const Progress& progress) {
        const auto& parcels = m_content.district.parcels;
        for (std::size_t i = 0; i < parcels.size(); ++i) {
            if (i % 4096 == 0) {
                progress.at(0.3 + 0.4 * static_cast<double>(i) / static_cast<double>(parcels.size()),
                            "writing parcels");
                if (progress.stopped()) {
                    return failure(ErrorCode::Cancelled, "stopped while writing parcels");
                }
            }
            auto done = parcels[i].block >= 0 ? writeParcel(parcels[i], static_cast<int>(i))
                                              : writeStreet(static_cast<int>(i));
            if (!done) {
                return done;
            }
        }
        return {};
    }

private:
    [[nodiscard]] Random& random() { return m_content.random; }

    Result<void> writeStreet(int index) {
        const auto& streets = m_content.district.streets;
        const auto street = std::ranges::find(streets, index, &DemoStreet::parcel);
        DemoRow row(street->area);
        row.set("parcel_no", std::format("410191-D{:02}-{:02}", street->up ? 1 : 2, street->index + 1));
        row.set("name", street->name)
            .set("lu_scheme", "MNR2023")
            .set("lu_code", "1207")
            .set("tenure", "state");
        row.set("supply_status", "allocated");
        return keep(std::move(row), street->name, false);
    }

    Result<void> writeParcel(const DemoParcel& parcel, int index) {
        const auto& block = m_content.district.blocks[static_cast<std::size_t>(parcel.block)];
        const auto first = block.parcels.front();
        DemoRow row(m_content.shapeOf(index));
        row.set("parcel_no", std::format("410191-{:03}-{:02}", parcel.block + 1, index - first + 1));
        const std::string name = parcelName(parcel.code, index, random());
        row.set("name", name).set("location", m_content.locationOf(block));
        row.set("lu_scheme", "MNR2023").set("lu_code", parcel.code);
        row.set("tenure",
                block.row >= m_content.district.divider && random().chance(0.3) ? "collective" : "state");
        const Life life = lifeOf(parcel, block);
        if (isBuilt(parcel.code)) {
            setFigures(row, parcel, life);
        }
        setLife(row, parcel, life);
        return keep(std::move(row), name, life == Life::Building && isBuilt(parcel.code));
    }

    Life lifeOf(const DemoParcel& parcel, const DemoBlock& block) {
        if (parcel.code == "16") {
            return Life::Untouched;
        }
        if (!isBuilt(parcel.code)) {
            return random().chance(0.75) ? Life::Existing : Life::Untouched;
        }
        const double dice = random().unit() + (block.row >= m_content.district.divider ? 0.22 : 0);
        return dice < 0.68   ? Life::Existing
               : dice < 0.82 ? Life::Building
               : dice < 0.89 ? Life::Sold
               : dice < 0.96 ? Life::Approved
                             : Life::Untouched;
    }

    void setFigures(DemoRow& row, const DemoParcel& parcel, Life life) {
        const auto figures = planFigures(parcel.code, random());
        row.set("far_min", figures.farMin)
            .set("far_max", figures.farMax)
            .set("density_max", figures.densityMax);
        row.set("green_min", figures.greenMin).set("height_max_m", figures.heightMaxM);
        if (life != Life::Existing) {
            return;
        }
        const double floorArea = parcel.areaM2 * figures.farMax * random().between(0.75, 0.98);
        row.set("floor_area_m2", rounded(floorArea));
        row.set("footprint_m2", rounded(parcel.areaM2 * figures.densityMax * random().between(0.7, 1)));
        if (parcel.code.starts_with("0701")) {
            const int households = static_cast<int>(floorArea * 0.86 / 112);
            row.set("households", households).set("population", static_cast<int>(households * 2.7));
        }
        row.set("inefficient", parcel.code.starts_with("10") && random().chance(0.15) ? 1 : 0);
    }

    void setLife(DemoRow& row, const DemoParcel& parcel, Life life) {
        const double legal =
            rounded(parcel.areaM2 * (1 + (random().chance(0.06) ? 0.02 : 0) + random().between(-4e-4, 4e-4)));
        switch (life) {
        case Life::Existing:
            row.set("supply_status",
                    parcel.code.starts_with("08") || parcel.code.starts_with("14") ? "allocated" : "sold");
            row.set("area_legal_m2", legal).set("area_legal_from", "certificate");
            if (isBuilt(parcel.code)) {
                const int years = random().whole(2, 16);
                row.set("stage", "production").set("actual_start", demoDayPlus(-365 * years - 700));
                row.set("actual_complete", demoDayPlus(-365 * years));
            }
            break;
        case Life::Building:
            row.set("supply_status", "sold").set("area_legal_m2", legal).set("area_legal_from", "contract");
            if (isBuilt(parcel.code)) {
                row.set("stage", "building").set("actual_start", demoDayPlus(-random().whole(60, 500)));
            }
            break;
        case Life::Sold:
            row.set("supply_status", "sold").set("area_legal_m2", legal).set("area_legal_from", "contract");
            row.set("stage", "land");
            setContract(row, m_sold++, random());
            break;
        case Life::Approved:
            row.set("supply_status", "approved").set("stage", "approval");
            break;
        case Life::Untouched:
            row.set("supply_status", "none");
            break;
        }
    }

    Result<void> keep(DemoRow row, const std::string& name, bool building) {
        auto uid = m_layer.add(std::move(row));
        if (!uid) {
            return std::unexpected(uid.error());
        }
        m_content.parcels.push_back({.uid = std::move(*uid), .name = name, .building = building});
        return {};
    }

    DemoContent& m_content;
    DemoLayer& m_layer;
    int m_sold = 0;
};

} // namespace

Result<void> writeParcels(DemoContent& content, const Progress& progress) {
    auto layer = content.layer("parcel");
    return layer ? ParcelWriter(content, *layer).write(progress) : std::unexpected(layer.error());
}

Result<void> writePlanBlocks(DemoContent& content) {
    auto layer = content.layer("plan_block");
    if (!layer) {
        return std::unexpected(layer.error());
    }
    for (const auto& block : content.district.blocks) {
        DemoRow row(makePolygon({block.ring}));
        const auto code = mainUseOf(block.kind);
        const auto figures = planFigures(code, content.random);
        row.set("block_no", std::format("GX-{:02}-{:02}", block.row + 1, block.column + 1));
        row.set("name", content.locationOf(block)).set("lu_scheme", "MNR2023").set("lu_code", code);
        row.set("far_max", figures.farMax).set("density_max", figures.densityMax);
        row.set("green_min", figures.greenMin).set("height_max_m", figures.heightMaxM);
        row.set("approval_no", std::format("郑政高新控规〔2022〕{}号", block.row + 3))
            .set("approved_on", "2022-11-18");
        if (const auto uid = layer->add(std::move(row)); !uid) {
            return std::unexpected(uid.error());
        }
    }
    return {};
}

} // namespace tuban
