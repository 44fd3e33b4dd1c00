#include "geo/plan/work_state.h"

#include "geo/measure/area.h"
#include "geo/plan/sqlite.h"
#include "geo/shape/blob.h"
#include "geo/shape/cut.h"
#include "geo/shape/linear.h"

#include <algorithm>
#include <iterator>

namespace tuban {

namespace {

int firstOf(const Layer& layer, Stage::Means means) {
    const auto found = std::ranges::find(layer.stages, means, &Stage::means);
    return static_cast<int>(std::distance(layer.stages.begin(), found));
}

bool says(const WorkMark& mark) {
    return mark.workLayer.empty() && mark.said.rank != noRank;
}

bool anyPartial(std::span<const Said> newestFirst) {
    return !newestFirst.empty() && !newestFirst.front().ofWhole();
}

/// Days and percents that stand in the marks themselves.
void readWords(std::span<const WorkMark> newestFirst, WorkState& state) {
    bool sameStage = true;
    for (const auto& mark : newestFirst) {
        const bool ofAll = mark.said.ofWhole() && mark.workLayer.empty();
        if (says(mark) && mark.said.ofWhole() && mark.said.rank != state.rank) {
            sameStage = false;
        }
        if (sameStage && says(mark)) {
            state.since = mark.onDate;
            state.fromMarks = true;
        }
        if (ofAll && sameStage && !state.statedPercent) {
            state.statedPercent = mark.percent;
        }
    }
    if (!newestFirst.empty()) {
        state.state = newestFirst.front().state;
        state.lastSeen = newestFirst.front().onDate;
    }
}

std::optional<double> plainPercent(const Layer& layer, int rank) {
    if (rank >= serviceRank(layer)) {
        return 100;
    }
    return rank < startedRank(layer) ? std::optional(0.0) : std::nullopt;
}

void setPercent(const Layer& layer, WorkState& state) {
    if (!state.measured && state.statedPercent) {
        state.by = WorkState::By::Stated;
        state.percent = state.statedPercent;
    } else if (state.totalAmount > 0) {
        state.percent = 100 * reached(state.tiles, serviceRank(layer)) / state.totalAmount;
    } else {
        state.by = WorkState::By::Stated;
        state.percent = plainPercent(layer, state.rank);
    }
}

Result<void> tile(const GeosContext& context,
                  const Geometry& shape,
                  int importedRank,
                  std::span<const Said> newestFirst,
                  WorkState& state) {
    if (shape.kind == ShapeKind::Line) {
        state.by = WorkState::By::Length;
        state.totalAmount = lineLength(shape);
        state.tiles = tileLine(state.totalAmount, importedRank, newestFirst);
        return {};
    }
    if (!anyPartial(newestFirst)) { // nothing to measure: the words of the marks count
        return {};
    }
    state.by = WorkState::By::Area;
    state.totalAmount = planarAreaM2(shape);
    auto tiles = tileArea(context, shape, importedRank, newestFirst);
    if (!tiles) {
        return std::unexpected(tiles.error());
    }
    state.tiles = std::move(*tiles);
    return {};
}

} // namespace

int rankOf(const Layer& layer, std::string_view stageCode) {
    const auto found = std::ranges::find(layer.stages, stageCode, &Stage::code);
    return found == layer.stages.end() ? noRank : static_cast<int>(found - layer.stages.begin());
}

int startedRank(const Layer& layer) {
    return firstOf(layer, Stage::Means::Started);
}

int serviceRank(const Layer& layer) {
    const int inService = firstOf(layer, Stage::Means::InService);
    return inService < static_cast<int>(layer.stages.size()) ? inService
                                                             : firstOf(layer, Stage::Means::Closed);
}

Result<WorkMark> workMarkOf(const Layer& layer, const Statement& row, int first) {
    WorkMark mark;
    mark.said.rank = rankOf(layer, row.text(first));
    if (!row.isNull(first + 1)) {
        mark.percent = row.real(first + 1);
    }
    mark.state = row.text(first + 2);
    mark.onDate = row.text(first + 3);
    mark.workLayer = row.text(first + 4);
    if (!row.isNull(first + 5) && !row.isNull(first + 6)) {
        mark.said.fromM = row.real(first + 5);
        mark.said.toM = row.real(first + 6);
    }
    if (!row.isNull(first + 7)) {
        auto part = decodeBlob(row.blob(first + 7));
        if (!part) {
            return within("a part marked on " + mark.onDate, part.error());
        }
        mark.said.part = std::move(part->geometry);
    }
    return mark;
}

Result<WorkState> workState(const GeosContext& context,
                            const Layer& layer,
                            const Geometry& shape,
                            int importedRank,
                            std::span<const WorkMark> newestFirst) {
    std::vector<Said> said;
    for (const auto& mark : newestFirst) {
        if (says(mark)) {
            said.push_back(mark.said);
            if (mark.said.ofWhole()) {
                break; // nothing older counts
            }
        }
    }
    WorkState state;
    if (!shape.empty() && shape.kind != ShapeKind::Point) {
        if (auto done = tile(context, shape, importedRank, said, state); !done) {
            return std::unexpected(done.error());
        }
    }
    state.measured = anyPartial(said) && state.totalAmount > 0;
    if (state.measured) {
        state.rank = rankOfWhole(state.tiles, startedRank(layer));
    } else {
        const auto whole = std::ranges::find_if(said, &Said::ofWhole);
        state.rank = whole == said.end() ? importedRank : whole->rank;
    }
    readWords(newestFirst, state);
    setPercent(layer, state);
    return state;
}

Result<Geometry>
workShape(const GeosContext& context, const Database& database, const Layer& layer, std::string_view uid) {
    std::vector<std::string> queries;
    if (layer.geometry != ShapeKind::Point) {
        queries.push_back("SELECT geom FROM " + quotedName(layer.name) +
                          " WHERE uid = ?1 AND geom IS NOT NULL");
    } else {
        for (const auto& companion : layer.companions) {
            if (companion.geometry == ShapeKind::Area) {
                queries.push_back("SELECT geom FROM " + quotedName(companion.table) +
                                  " WHERE of_uid = ?1 AND geom IS NOT NULL");
            }
        }
    }
    Geometry all;
    for (const auto& query : queries) {
        Statement rows(database, query);
        rows.bind(1, uid);
        for (auto row = rows.step(); !row || *row; row = rows.step()) {
            if (!row) {
                return std::unexpected(row.error());
            }
            const auto shape = decodeBlob(rows.blob(0));
            if (!shape) {
                return within(layer.name + " " + std::string(uid), shape.error());
            }
            if (all.empty()) {
                all = shape->geometry;
            } else {
                append(all, shape->geometry);
            }
        }
    }
    return layer.geometry == ShapeKind::Point ? unionOf(context, all) : Result<Geometry>(std::move(all));
}

} // namespace tuban
