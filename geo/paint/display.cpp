#include "geo/paint/display.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <unordered_map>
#include <utility>

namespace tuban {

namespace {

struct Run {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    [[nodiscard]] std::size_t size() const { return end - begin; }
};

std::uint32_t pointBegin(const LayerSnapshot& snapshot, std::uint32_t part) {
    return part == 0 ? 0 : snapshot.partEnds[part - 1];
}

/// Positions of a feature in the arrays of points.
Run pointsOf(const LayerSnapshot& snapshot, std::size_t index) {
    return {pointBegin(snapshot, snapshot.shapeParts[index]),
            pointBegin(snapshot, snapshot.shapeParts[index + 1])};
}

/// Twice the signed area of a closed ring.
double twiceArea(std::span<const Point> ring) {
    double sum = 0;
    const Point origin = ring.front();
    for (std::size_t i = 1; i < ring.size(); ++i) {
        sum += (ring[i - 1].x - origin.x) * (ring[i].y - origin.y) -
               (ring[i].x - origin.x) * (ring[i - 1].y - origin.y);
    }
    return sum;
}

double areaOf(const DisplayLayer& layer, std::size_t index) {
    const LayerSnapshot& snapshot = *layer.snapshot;
    double area = 0;
    std::uint32_t part = snapshot.shapeParts[index];
    for (std::uint32_t polygon = snapshot.shapePolygons[index]; polygon < snapshot.shapePolygons[index + 1];
         ++polygon) {
        for (bool shell = true; part < snapshot.polygonEnds[polygon]; ++part, shell = false) {
            const std::uint32_t begin = pointBegin(snapshot, part);
            const std::span ring(layer.points.data() + begin, snapshot.partEnds[part] - begin);
            const double ringArea = std::abs(twiceArea(ring)) / 2;
            area += shell ? ringArea : -ringArea;
        }
    }
    return std::max(area, 0.0);
}

/// Features of an earlier version by uid.
std::unordered_map<std::string_view, std::size_t> indexByUid(const LayerSnapshot& snapshot) {
    std::unordered_map<std::string_view, std::size_t> index;
    index.reserve(snapshot.size());
    for (std::size_t i = 0; i < snapshot.size(); ++i) {
        index.emplace(snapshot.uids[i], i);
    }
    return index;
}

bool samePlace(const LayerSnapshot& a, Run runA, const LayerSnapshot& b, Run runB) {
    return runA.size() == runB.size() && std::equal(a.points.begin() + runA.begin,
                                                    a.points.begin() + runA.end,
                                                    b.points.begin() + runB.begin);
}

bool project(std::span<Point> points, const Transform& planToGeo) {
    if (!planToGeo.apply(points)) {
        return false;
    }
    std::ranges::transform(points, points.begin(), worldFromGeo);
    return std::ranges::all_of(points, [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

/// Fills points and boxes of all features that `takenOver` does not mark. A run that fails as a whole is
/// tried feature by feature.
class Projection {
public:
    Projection(DisplayLayer& layer, const Transform& planToGeo) : m_layer(&layer), m_planToGeo(&planToGeo) {}

    void run(std::size_t from, std::size_t to) {
        const LayerSnapshot& snapshot = *m_layer->snapshot;
        const Run run{pointsOf(snapshot, from).begin, pointsOf(snapshot, to - 1).end};
        copyFromSnapshot(run);
        if (project(pointsIn(run), *m_planToGeo)) {
            for (std::size_t i = from; i < to; ++i) {
                fillBox(i);
            }
        } else if (to - from > 1) {
            for (std::size_t i = from; i < to; ++i) {
                this->run(i, i + 1);
            }
        }
    }

private:
    std::span<Point> pointsIn(Run run) { return std::span(m_layer->points).subspan(run.begin, run.size()); }

    void copyFromSnapshot(Run run) {
        const auto source = m_layer->snapshot->points.begin();
        std::copy(source + run.begin, source + run.end, m_layer->points.begin() + run.begin);
    }

    void fillBox(std::size_t index) {
        for (const Point p : pointsIn(pointsOf(*m_layer->snapshot, index))) {
            m_layer->boxes[index].add(p);
        }
    }

    DisplayLayer* m_layer;
    const Transform* m_planToGeo;
};

/// Copies unchanged features from the version before. \return for each feature whether it is done
std::vector<bool> takeOver(DisplayLayer& layer, const DisplayLayer* previous) {
    std::vector<bool> done(layer.size(), false);
    if (previous == nullptr) {
        return done;
    }
    const LayerSnapshot& before = *previous->snapshot;
    const LayerSnapshot& after = *layer.snapshot;
    const auto known = indexByUid(before);
    for (std::size_t i = 0; i < layer.size(); ++i) {
        const auto found = known.find(after.uids[i]);
        if (found == known.end()) {
            continue;
        }
        const Run old = pointsOf(before, found->second);
        const Run now = pointsOf(after, i);
        if (!previous->boxes[found->second].empty() && samePlace(before, old, after, now)) {
            std::copy(previous->points.begin() + old.begin,
                      previous->points.begin() + old.end,
                      layer.points.begin() + now.begin);
            layer.boxes[i] = previous->boxes[found->second];
            done[i] = true;
        }
    }
    return done;
}

Result<void> projectMissing(DisplayLayer& layer,
                            const Transform& planToGeo,
                            const std::vector<bool>& done,
                            const Progress& progress) {
    constexpr std::size_t featuresPerRun = 512;
    Projection projection(layer, planToGeo);
    for (std::size_t i = 0; i < layer.size();) {
        if (done[i]) {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < layer.size() && end - i < featuresPerRun && !done[end]) {
            ++end;
        }
        projection.run(i, end);
        i = end;
        if (progress.stopped()) {
            return failure(ErrorCode::Cancelled, "Preparing the map was stopped.");
        }
        progress.at(static_cast<double>(i) / static_cast<double>(layer.size()), "projecting");
    }
    return {};
}

void classify(DisplayLayer& layer, const DisplaySource& source) {
    const LayerSnapshot& shapes = *source.snapshot;
    const auto last = static_cast<std::uint16_t>(layer.style.classes.size() - 1);
    layer.classes.resize(layer.size(), last);
    if (source.owner == nullptr) {
        for (std::size_t i = 0; i < layer.size(); ++i) {
            layer.classes[i] = layer.style.classOf(shapes, i, source.stages.get());
        }
        return;
    }
    const auto owners = indexByUid(*source.owner);
    for (std::size_t i = 0; i < layer.size(); ++i) {
        if (const auto found = owners.find(shapes.uids[i]); found != owners.end()) {
            layer.classes[i] = layer.style.classOf(*source.owner, found->second, source.stages.get());
        }
    }
}

} // namespace

Geometry DisplayLayer::geometry(std::size_t index) const {
    Geometry shape = snapshot->geometry(index);
    const Run run = pointsOf(*snapshot, index);
    std::copy(points.begin() + run.begin, points.begin() + run.end, shape.points.begin());
    return shape;
}

std::string DisplayLayer::labelOf(std::size_t index) const {
    for (const std::string_view name : {std::string_view(style.labelColumn), std::string_view("name")}) {
        const int column = snapshot->columnIndex(name);
        if (column >= 0) {
            std::string text = toText(snapshot->cells[static_cast<std::size_t>(column)][index]);
            if (!text.empty()) {
                return text;
            }
        }
    }
    return {};
}

Result<std::shared_ptr<const DisplayLayer>> makeDisplay(const DisplaySource& source,
                                                        const Transform& planToGeo,
                                                        const DisplayLayer* previous,
                                                        const Progress& progress) {
    auto layer = std::make_shared<DisplayLayer>();
    layer->snapshot = source.snapshot;
    layer->style = source.style;
    layer->points.resize(source.snapshot->points.size());
    layer->boxes.resize(source.snapshot->size());
    const std::vector<bool> done = takeOver(*layer, previous);
    if (const auto projected = projectMissing(*layer, planToGeo, done, progress); !projected) {
        return std::unexpected(projected.error());
    }
    if (source.snapshot->kind == ShapeKind::Area) {
        layer->areas.resize(layer->size());
        for (std::size_t i = 0; i < layer->size(); ++i) {
            layer->areas[i] = layer->boxes[i].empty() ? 0 : areaOf(*layer, i);
        }
    }
    classify(*layer, source);
    layer->tree = BoxTree(layer->boxes);
    return layer;
}

std::optional<std::vector<Box>> changedBoxes(const DisplayLayer& before, const DisplayLayer& after) {
    constexpr std::size_t most = 2'000;
    if (before.style.classes.size() != after.style.classes.size() ||
        !std::ranges::equal(
            before.style.classes, after.style.classes, {}, &PaintClass::fill, &PaintClass::fill)) {
        return std::nullopt;
    }
    std::vector<Box> boxes;
    auto known = indexByUid(*before.snapshot);
    for (std::size_t i = 0; i < after.size() && boxes.size() <= most; ++i) {
        const auto found = known.find(after.snapshot->uids[i]);
        if (found == known.end()) {
            boxes.push_back(after.boxes[i]);
            continue;
        }
        const std::size_t old = found->second;
        known.erase(found);
        if (before.classes[old] != after.classes[i] || !samePlace(*before.snapshot,
                                                                  pointsOf(*before.snapshot, old),
                                                                  *after.snapshot,
                                                                  pointsOf(*after.snapshot, i))) {
            boxes.push_back(before.boxes[old]);
            boxes.push_back(after.boxes[i]);
        }
    }
    for (const auto& [uid, gone] : known) {
        boxes.push_back(before.boxes[gone]);
    }
    if (boxes.size() > most) {
        return std::nullopt;
    }
    std::erase_if(boxes, [](const Box& box) { return box.empty(); });
    return boxes;
}

} // namespace tuban
