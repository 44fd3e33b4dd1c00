#include "geo/demo/inbox.h"

#include "geo/demo/content.h"
#include "geo/demo/names.h"
#include "geo/exchange/export.h"
#include "geo/exchange/plain_files.h"
#include "geo/plan/features.h"
#include "geo/plan/publish.h"
#include "geo/works/mark.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <format>

namespace tuban {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t movedPairs = 7; // of parcels and those inside them: 14 parcels
constexpr std::uint64_t colleagueOrdinal = 2000;

std::vector<Point> shrunk(const std::vector<Point>& ring, Point about) {
    constexpr double share = 0.9;
    std::vector<Point> points;
    for (const Point p : ring) {
        points.push_back({std::round((about.x + (p.x - about.x) * share) * 1000) / 1000,
                          std::round((about.y + (p.y - about.y) * share) * 1000) / 1000});
    }
    return points;
}

/// Parcels that lie inside others were surveyed again: a little smaller, and the land around them larger, so
/// that both still fit.
std::vector<std::pair<int, Geometry>> resurveyed(const District& district) {
    std::vector<std::pair<int, Geometry>> changed;
    for (std::size_t i = 0; i < district.parcels.size() && changed.size() < 2 * movedPairs; ++i) {
        DemoParcel around = district.parcels[i];
        if (around.hole.empty()) {
            continue;
        }
        for (const int other : district.blocks[static_cast<std::size_t>(around.block)].parcels) {
            DemoParcel inside = district.parcels[static_cast<std::size_t>(other)];
            if (inside.ring.size() == around.hole.size() &&
                std::ranges::contains(around.hole, inside.ring.front())) {
                const Point about = makePolygon({inside.ring}).box().centre();
                around.hole = shrunk(around.hole, about);
                inside.ring = shrunk(inside.ring, about);
                changed.emplace_back(static_cast<int>(i), shapeOf(around));
                changed.emplace_back(other, shapeOf(inside));
                break;
            }
        }
    }
    return changed;
}

Result<void> survey(Plan& plan, const DemoOptions& options) {
    const auto district = layOut(options, {});
    auto act = Act::begin(plan, {.kind = "edit", .what = "第二版测绘成果", .by = "测绘院", .layer = "parcel"});
    if (!district || !act) {
        return std::unexpected(district ? act.error() : district.error());
    }
    auto writer = FeatureWriter::forLayer(plan, *act, "parcel");
    if (!writer) {
        return std::unexpected(writer.error());
    }
    const auto changed = resurveyed(*district);
    for (const auto& [parcel, shape] : changed) {
        const auto uid = demoUid(plan, "parcel", options.seed, static_cast<std::uint64_t>(parcel));
        if (const auto done = writer->update({.uid = uid, .geometry = shape}); !done) {
            return done;
        }
    }
    const auto entry = changed.empty() ? Result<JournalEntry>() : act->commit();
    return entry ? Result<void>() : std::unexpected(entry.error());
}

/// "2024-08-19 测绘院 v2.zip": exported from a copy of the plan in which the survey is redone.
Result<void> writeSurvey(const fs::path& folder, const Plan& plan, const DemoOptions& options) {
    const fs::path work = folder / ".v2";
    fs::create_directories(work);
    const auto copy = (work / "plan.sqlite").string();
    if (const auto copied = plan.copyTo(copy); !copied) {
        return copied;
    }
    auto second = Plan::open(copy, OpenMode::ReadWrite);
    auto done = second ? survey(*second, options) : std::unexpected(second.error());
    if (!done) {
        return done;
    }
    ExportOptions wish;
    wish.target = (work / "地块.shp").string();
    wish.layers = {"parcel"};
    wish.encoding = "GBK";
    if (const auto exported = exportLayers(*second, wish); !exported) {
        return std::unexpected(exported.error());
    }
    std::vector<std::pair<std::string, std::string>> members;
    for (const std::string ending : {".shp", ".shx", ".dbf", ".prj"}) {
        members.emplace_back((work / ("地块" + ending)).string(), "地块" + ending);
    }
    done = zipFiles((folder / "2024-08-19 测绘院 v2.zip").string(), members);
    done = done ? second->close() : done;
    fs::remove_all(work);
    return done;
}

/// "围挡台账.xlsx": every hoarding as the bureau keeps it, some of them mended since.
Result<void> writeLedger(const fs::path& folder, const Plan& plan) {
    static constexpr std::array<const char*, 14> columns{"hoard_no",
                                                         "name",
                                                         "style",
                                                         "why",
                                                         "length_m",
                                                         "height_m",
                                                         "occupies",
                                                         "set_up",
                                                         "plan_remove",
                                                         "leader",
                                                         "person",
                                                         "issue",
                                                         "issue_state",
                                                         "fix_due"};
    constexpr std::size_t lengthColumn = 4;
    constexpr std::size_t stateColumn = 12;
    const Layer* layer = plan.catalogue().layer("hoarding");
    LedgerSheet sheet{.name = "围挡台账", .headings = {"序号"}, .rows = {}};
    std::vector<std::string> names;
    for (const auto* name : columns) {
        names.emplace_back(name);
        const Column* column = layer->column(name);
        sheet.headings.push_back(column->title.zh +
                                 (column->unit.empty() ? "" : "（" + column->unit + "）"));
    }
    double lengthM = 0;
    const auto read =
        readFeatures(plan, {.layer = "hoarding", .columns = names}, [&](const Feature& feature) {
            const auto number = static_cast<std::int64_t>(sheet.rows.size()) + 1;
            std::vector<Value> row{number};
            for (std::size_t i = 0; i < names.size(); ++i) {
                const Value& value = feature.values[i];
                const bool isMended = i == stateColumn && number % 30 == 7;
                const auto* figure = std::get_if<double>(&value);
                lengthM += i == lengthColumn && figure != nullptr ? *figure : 0;
                const auto label = plan.catalogue().label(
                    *layer->column(names[i]), isMended ? Value(std::string("closed")) : value, "zh");
                row.push_back(figure != nullptr || isNull(value) ? value : Value(label));
            }
            sheet.rows.push_back(std::move(row));
            return true;
        });
    if (!read) {
        return std::unexpected(read.error());
    }
    std::vector<Value> total(sheet.headings.size());
    total[2] = std::string("合计");
    total[1 + lengthColumn] = lengthM;
    sheet.rows.push_back(std::move(total));
    return writeWorkbook((folder / "围挡台账.xlsx").string(), sheet);
}

/// "同事副本.sqlite": a copy in which a colleague has marked five projects and closed two issues.
Result<void> writeColleague(const fs::path& folder, const Plan& plan, const DemoOptions& options) {
    const auto path = (folder / "同事副本.sqlite").string();
    if (const auto copied = plan.copyTo(path); !copied) {
        return copied;
    }
    auto copy = Plan::open(path, OpenMode::ReadWrite);
    if (!copy) {
        return std::unexpected(copy.error());
    }
    static constexpr std::array<std::string_view, 5> notes{"现场正常，塔吊已就位",
                                                           "基坑支护完成",
                                                           "材料未到，本周停滞",
                                                           "主体至六层",
                                                           "管线迁改已进场"};
    for (std::size_t i = 0; i < notes.size(); ++i) {
        MarkDraft draft;
        draft.subject = {"key_project", demoUid(*copy, "key_project", options.seed, 20 + 9 * i)};
        draft.state = i == 2 ? "slow" : "normal";
        draft.note = notes[i];
        draft.onDate = "2024-08-20";
        draft.by = observers[4];
        draft.uid = derivedUid(options.seed, (colleagueOrdinal << 32U) | static_cast<std::uint64_t>(i));
        if (const auto marked = appendMark(*copy, draft); !marked) {
            return std::unexpected(marked.error());
        }
    }
    auto act = Act::begin(*copy,
                          {.kind = "edit",
                           .what = "hoardings seen on 2024-08-20",
                           .by = std::string(observers[4]),
                           .layer = "hoarding"});
    if (!act) {
        return std::unexpected(act.error());
    }
    auto writer = FeatureWriter::forLayer(*copy, *act, "hoarding");
    for (const std::uint64_t number : {11U, 12U}) {
        auto done = writer ? writer->update({.uid = demoUid(*copy, "hoarding", options.seed, number),
                                             .columns = {"height_m", "note"},
                                             .values = {2.0, std::string("现场复测 2.0 m")}})
                           : std::unexpected(writer.error());
        if (!done) {
            return done;
        }
    }
    const auto entry = act->commit();
    return entry ? copy->close() : std::unexpected(entry.error());
}

} // namespace

std::string inboxOf(const std::string& plan) {
    const fs::path path(plan);
    return (path.parent_path() / (path.stem().string() + " 收件箱")).string();
}

Result<void> fillInbox(const std::string& folder, const std::string& plan, const DemoOptions& options) {
    const auto opened = Plan::open(plan, OpenMode::ReadOnly);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    auto done = writeSurvey(folder, *opened, options);
    done = done ? writeLedger(folder, *opened) : done;
    return done ? writeColleague(folder, *opened, options) : done;
}

} // namespace tuban
