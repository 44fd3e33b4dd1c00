#include "geo/base/instant.h"
#include "geo/measure/area.h"
#include "geo/works/idle.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

namespace tuban {

namespace {

constexpr std::array<const char*, 17> columns{"parcel_no",
                                              "name",
                                              "supply_status",
                                              "start_due",
                                              "actual_start",
                                              "halted_since",
                                              "idle_decided",
                                              "dev_area_due_m2",
                                              "dev_area_m2",
                                              "invest_due_wan",
                                              "invest_wan",
                                              "idle_cause",
                                              "actual_complete",
                                              "contract_no",
                                              "complete_due",
                                              "retired_on",
                                              "stage"};

std::optional<double> numberOf(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*whole);
    }
    const auto* real = std::get_if<double>(&value);
    return real != nullptr ? std::optional(*real) : std::nullopt;
}

class IdleReader {
public:
    IdleReader(
        const Plan& plan, const MarkLog& log, const Clocks& clocks, EllipsoidalArea area, Geometry within)
        : m_plan(plan),
          m_log(log),
          m_clocks(clocks),
          m_area(std::move(area)),
          m_within(std::move(within)),
          m_layer(*plan.catalogue().layer("parcel")) {}

    Result<std::vector<IdleParcel>> run() {
        FeatureQuery query{
            .layer = "parcel", .columns = {columns.begin(), columns.end()}, .withGeometry = true};
        if (!m_within.empty()) {
            query.window = m_within.box();
        }
        const auto read = readFeatures(m_plan, query, [&](const Feature& feature) {
            take(feature);
            return true;
        });
        if (!read) {
            return std::unexpected(read.error());
        }
        std::ranges::stable_sort(m_found, [](const IdleParcel& one, const IdleParcel& other) {
            return std::pair(order(one), one.judgement.daysOver) >
                   std::pair(order(other), other.judgement.daysOver);
        });
        return std::move(m_found);
    }

private:
    static int order(const IdleParcel& parcel) {
        static constexpr std::array<int, 5> orders{0, 2, 4, 3, 1};
        return orders[static_cast<std::size_t>(parcel.judgement.state)];
    }

    [[nodiscard]] static const Value& cell(const Feature& feature, std::string_view column) {
        const auto at = std::ranges::find(columns, column) - columns.begin();
        return feature.values[static_cast<std::size_t>(at)];
    }
    [[nodiscard]] static std::string text(const Feature& feature, std::string_view column) {
        return toText(cell(feature, column));
    }
    [[nodiscard]] static std::string day(const Feature& feature, std::string_view column) {
        return parseDay(text(feature, column)).value_or("");
    }

    /// Land that was supplied, or has a contract although nobody stated its supply.
    [[nodiscard]] static bool isSupplied(const Feature& feature) {
        const auto status = text(feature, "supply_status");
        if (status == "sold" || status == "allocated" || status == "leased") {
            return true;
        }
        return status.empty() &&
               (!text(feature, "start_due").empty() || !text(feature, "contract_no").empty() ||
                !text(feature, "idle_decided").empty());
    }

    [[nodiscard]] int importedRank(const Feature& feature) const {
        return rankOf(m_layer, text(feature, "stage"));
    }

    [[nodiscard]] bool isComplete(const Feature& feature, std::span<const WorkMark> newestFirst) const {
        const auto complete = day(feature, "actual_complete");
        if (!complete.empty() && complete <= m_clocks.asOf) {
            return true;
        }
        const auto says = std::ranges::find_if(newestFirst, [](const WorkMark& mark) {
            return mark.said.rank != noRank && mark.said.ofWhole() && mark.workLayer.empty();
        });
        const int rank = says != newestFirst.end() ? says->said.rank : importedRank(feature);
        return rank != noRank && rank >= serviceRank(m_layer);
    }

    void take(const Feature& feature) {
        const bool inside = m_within.empty() || (!feature.geometry.empty() &&
                                                 containsPoint(m_within, anchorOf(feature.geometry)));
        if (!isSupplied(feature) || !isNull(cell(feature, "retired_on")) || !inside) {
            return;
        }
        const auto marks = m_log.upTo({"parcel", feature.uid}, m_clocks.asOf);
        if (isComplete(feature, marks)) {
            return;
        }
        IdleParcel parcel{.uid = feature.uid,
                          .parcelNo = text(feature, "parcel_no"),
                          .name = text(feature, "name"),
                          .areaM2 = feature.geometry.empty() ? 0 : m_area.of(feature.geometry),
                          .facts = factsOf(feature, marks),
                          .judgement = {},
                          .cause = text(feature, "idle_cause")};
        parcel.judgement = judgeIdle(parcel.facts, m_clocks.asOf);
        m_found.push_back(std::move(parcel));
    }

    [[nodiscard]] IdleFacts factsOf(const Feature& feature, std::span<const WorkMark> newestFirst) const {
        IdleFacts facts{.supplyStatus = text(feature, "supply_status"),
                        .startDue = day(feature, "start_due"),
                        .actualStart = day(feature, "actual_start"),
                        .haltedSince = day(feature, "halted_since"),
                        .decidedOn = day(feature, "idle_decided"),
                        .devAreaDueM2 = numberOf(cell(feature, "dev_area_due_m2")),
                        .devAreaM2 = numberOf(cell(feature, "dev_area_m2")),
                        .investDueWan = numberOf(cell(feature, "invest_due_wan")),
                        .investWan = numberOf(cell(feature, "invest_wan"))};
        if (facts.actualStart.empty()) {
            facts.actualStart = startedOn(newestFirst);
            const int rank = importedRank(feature);
            facts.isStarted = rank != noRank && rank >= startedRank(m_layer);
        }
        if (facts.haltedSince.empty()) {
            facts.haltedSince = haltedSince(newestFirst);
        }
        return facts;
    }

    [[nodiscard]] std::string startedOn(std::span<const WorkMark> newestFirst) const {
        for (const auto& mark : std::views::reverse(newestFirst)) {
            if (mark.said.rank >= startedRank(m_layer)) {
                return mark.onDate;
            }
        }
        return {};
    }

    /// Day of the first of the marks that say it stands still, without a break up to the newest.
    [[nodiscard]] static std::string haltedSince(std::span<const WorkMark> newestFirst) {
        std::string since;
        for (const auto& mark : newestFirst) {
            if (mark.state != "halted") {
                break;
            }
            since = mark.onDate;
        }
        return since;
    }

    const Plan& m_plan;
    const MarkLog& m_log;
    const Clocks& m_clocks;
    EllipsoidalArea m_area;
    Geometry m_within;
    const Layer& m_layer;
    std::vector<IdleParcel> m_found;
};

Result<Geometry> boundaryOf(const Plan& plan, const std::optional<FeatureRef>& within) {
    if (!within) {
        return Geometry();
    }
    auto feature = readFeature(plan, *within);
    if (!feature) {
        return std::unexpected(feature.error());
    }
    if (feature->geometry.kind != ShapeKind::Area || feature->geometry.empty()) {
        return failure(ErrorCode::Usage, within->layer + ":" + within->uid + " is no area to look within.");
    }
    return std::move(feature->geometry);
}

} // namespace

Result<std::vector<IdleParcel>>
idleParcels(const Plan& plan, const Clocks& clocks, const std::optional<FeatureRef>& within) {
    auto boundary = boundaryOf(plan, within);
    auto area = EllipsoidalArea::forCrs(plan.crs());
    const auto log = MarkLog::read(plan, clocks.knownBy);
    if (!boundary || !area || !log) {
        return std::unexpected(!boundary ? boundary.error() : !area ? area.error() : log.error());
    }
    return IdleReader(plan, *log, clocks, std::move(*area), std::move(*boundary)).run();
}

} // namespace tuban
