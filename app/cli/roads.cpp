#include "app/cli/roads.h"

#include "geo/measure/area.h"
#include "geo/measure/carriageways.h"
#include "geo/measure/sound_areas.h"
#include "geo/measure/zone_index.h"
#include "geo/plan/snapshot_shapes.h"
#include "geo/shape/set_operations.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace tuban {

namespace {

std::string cellText(const LayerSnapshot& snapshot, const std::string& column, std::size_t index) {
    const int at = snapshot.columnIndex(column);
    return at < 0 ? "" : toText(snapshot.cell(at, index));
}

Result<void>
readRoads(Roads& roads, const Plan& plan, const RoadsQuestion& question, const Progress& progress) {
    const auto layer = plan.catalogue().requireLayer(question.layer);
    if (!layer) {
        return within("--layer", layer.error());
    }
    if ((*layer)->geometry != ShapeKind::Line) {
        return failure(ErrorCode::Usage,
                       std::format("--layer: {} holds no lines; name one that does, such as road_project.",
                                   question.layer));
    }
    roads.layer = *layer;
    std::vector<std::string> columns = namingColumns(**layer);
    for (const std::string column : {"name", "grade", "stage", "retired_on"}) {
        if ((*layer)->column(column) != nullptr && !std::ranges::contains(columns, column)) {
            columns.push_back(column);
        }
    }
    auto snapshot = readSnapshot(plan, question.layer, columns, progress);
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    roads.snapshot = std::move(*snapshot);
    for (std::uint32_t i = 0; i < roads.snapshot->size(); ++i) {
        const Stage* const stage = (*layer)->stage(cellText(*roads.snapshot, "stage", i));
        const bool closed = stage != nullptr && stage->means == Stage::Means::Closed;
        if (!closed && cellText(*roads.snapshot, "retired_on", i).empty() &&
            !roads.snapshot->box(i).empty()) {
            roads.chosen.push_back(i);
        }
    }
    return {};
}

/// Roads of one name and grade share a number; those without a name have none.
std::vector<std::uint32_t> groupsOf(const Roads& roads) {
    std::map<std::string, std::uint32_t> numbers;
    std::vector<std::uint32_t> groups;
    for (const std::uint32_t index : roads.chosen) {
        const std::string name = cellText(*roads.snapshot, "name", index);
        const auto next = static_cast<std::uint32_t>(numbers.size() + 1);
        groups.push_back(
            name.empty() ? 0
                         : numbers.try_emplace(name + '\n' + cellText(*roads.snapshot, "grade", index), next)
                               .first->second);
    }
    return groups;
}

/// What a metre in the plane is on the ellipsoid along each road.
Result<std::vector<double>>
stretchOf(const Plan& plan, const std::vector<Geometry>& lines, const std::string& method) {
    std::vector<double> stretch(lines.size(), 1);
    for (std::size_t i = 0; i < lines.size() && method != "planar"; ++i) {
        const double planarM = planarLengthM(lines[i]);
        const auto geodesicM = geodesicLengthM(plan.crs(), lines[i]);
        if (!geodesicM) {
            return std::unexpected(geodesicM.error());
        }
        stretch[i] = planarM > 0 ? *geodesicM / planarM : 1;
    }
    return stretch;
}

struct Weighted {
    std::vector<RoadPiece> pieces;
    std::vector<double> stretch; ///< by road
    [[nodiscard]] double share(const RoadPiece& piece) const {
        return stretch[piece.road] / static_cast<double>(piece.abreast);
    }
    [[nodiscard]] double lengthInside(ZoneIndex& index) const {
        double sum = 0;
        for (const RoadPiece& piece : pieces) {
            const std::array<Point, 2> line{piece.from, piece.to};
            sum += index.lengthInside(line) * share(piece);
        }
        return sum;
    }
};

Result<void> measureDensity(Roads& roads,
                            const Weighted& weighted,
                            const Plan& plan,
                            const RoadsQuestion& question,
                            const Progress& progress) {
    const auto zones = readAreas(plan, "--density-over", question.over, {}, progress);
    if (!zones) {
        return std::unexpected(zones.error());
    }
    const auto scale = scaleFor(plan, question.method, (*zones)->bounds());
    if (!scale) {
        return std::unexpected(scale.error());
    }
    const GeosContext geos;
    const SoundAreas sound(shapesOf(**zones), geos);
    const Layer& layer = *plan.catalogue().layer(question.over);
    std::vector<Geometry> shapes;
    for (std::size_t i = 0; i < sound.size(); ++i) {
        ZoneIndex index(sound.area(i));
        roads.within.push_back({.uid = (*zones)->uid(i),
                                .name = nameOf(layer, **zones, i),
                                .lengthM = weighted.lengthInside(index),
                                .areaM2 = scale->areaM2(sound.area(i))});
        shapes.push_back(sound.geometry(i));
    }
    const auto whole = unionOf(geos, shapes);
    if (!whole) {
        return std::unexpected(whole.error());
    }
    ZoneIndex index(viewOf(*whole));
    roads.density = Roads::Density{
        .uid = {}, .name = {}, .lengthM = weighted.lengthInside(index), .areaM2 = scale->areaM2(*whole)};
    return {};
}

} // namespace

Result<Roads> measureRoads(const Plan& plan, const RoadsQuestion& question, const Progress& progress) {
    Roads roads;
    if (const auto read = readRoads(roads, plan, question, progress); !read) {
        return std::unexpected(read.error());
    }
    std::vector<Geometry> lines;
    for (const std::uint32_t index : roads.chosen) {
        lines.push_back(roads.snapshot->geometry(index));
    }
    auto stretch = stretchOf(plan, lines, question.method);
    if (!stretch) {
        return std::unexpected(stretch.error());
    }
    const Weighted weighted{.pieces = roadPieces(lines, groupsOf(roads)), .stretch = std::move(*stretch)};
    for (const RoadPiece& piece : weighted.pieces) {
        const double lengthM =
            std::hypot(piece.to.x - piece.from.x, piece.to.y - piece.from.y) * weighted.share(piece);
        const auto add = [&](std::map<std::string, double>& sums, const std::string& column) {
            const std::string key = cellText(*roads.snapshot, column, roads.chosen[piece.road]);
            sums[key.empty() ? "unknown" : key] += lengthM;
        };
        roads.lengthM += lengthM;
        add(roads.byGrade, "grade");
        add(roads.byStage, "stage");
    }
    if (!question.over.empty()) {
        if (const auto done = measureDensity(roads, weighted, plan, question, progress); !done) {
            return std::unexpected(done.error());
        }
    }
    if (question.deadEnds) {
        roads.deadEnds = deadEndsOf(RoadGraph(lines));
    }
    return roads;
}

} // namespace tuban
