#include "geo/paint/label.h"

#include "geo/paint/label_place.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace tuban {

namespace {

constexpr std::size_t mostPerLayer = 3'000;

LabelRole roleOf(const DisplayLayer& layer) {
    switch (layer.snapshot->kind) {
    case ShapeKind::Point:
        return layer.style.symbol == Symbol::Project ? LabelRole::Project : LabelRole::Point;
    case ShapeKind::Line:
        return LabelRole::Line;
    case ShapeKind::Area:
        break;
    }
    return layer.style.rule == LayerStyle::Rule::Plain ? LabelRole::Zone : LabelRole::Area;
}

/// Room kept free around a label, logical pixels: names of sites come in swarms.
double airOf(LabelRole role) {
    return role == LabelRole::Project || role == LabelRole::Point ? 9 : 4;
}

/// From farther away than this the names of a role would only cover the map.
double mostMetresPerPixel(LabelRole role) {
    switch (role) {
    case LabelRole::Zone:
    case LabelRole::Project:
        return 40;
    case LabelRole::Line:
        return 8;
    case LabelRole::Point:
        return 4;
    case LabelRole::Area:
        return 2.5;
    }
    return 2.5;
}

struct Candidate {
    const DisplayLayer* layer;
    std::uint32_t index;
    LabelRole role;
    double weight; ///< larger is placed earlier within a role
};

/// Features in view whose name could find room at all.
void collect(const DisplayLayer& layer, const View& view, std::vector<Candidate>& candidates) {
    const LabelRole role = roleOf(layer);
    if (metresPerPixel(view) > mostMetresPerPixel(role)) {
        return;
    }
    const bool isPoint = layer.snapshot->kind == ShapeKind::Point;
    const double least = (role == LabelRole::Zone ? 60 : 22) / view.pixelsPerWorld();
    std::vector<Candidate> found;
    for (const std::uint32_t index : layer.query(view.worldBox())) {
        const Box box = layer.box(index);
        const double extent = std::max(box.width(), box.height());
        if (isPoint || extent >= least) {
            found.push_back(
                {&layer, index, role, isPoint ? 0 : (layer.snapshot->kind == ShapeKind::Area ? layer.area(index) : extent)});
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Candidate::weight);
    found.resize(std::min(found.size(), mostPerLayer));
    candidates.insert(candidates.end(), found.begin(), found.end());
}

/// Signs of point features are there before any name is.
void blockSigns(const DisplayLayer& layer, const View& view, LabelPlaces& places) {
    if (layer.snapshot->kind != ShapeKind::Point) {
        return;
    }
    constexpr double half = 7;
    const std::vector<std::uint32_t> inView = layer.query(view.worldBox(half));
    for (std::size_t i = 0; i < std::min<std::size_t>(inView.size(), 500); ++i) {
        const Point sign = view.screenFromWorld(layer.box(inView[i]).centre());
        places.block(Box{sign.x, sign.y, sign.x, sign.y}.grown(half));
    }
}

/// The same name is not written again nearby: a road comes in many pieces.
class Repetition {
public:
    [[nodiscard]] bool isNear(const PlacedLabel& label) const {
        constexpr double distancePx = 260;
        const auto [begin, end] = m_centres.equal_range(label.text);
        return std::any_of(begin, end, [&](const auto& entry) {
            return std::hypot(entry.second.x - label.centre.x, entry.second.y - label.centre.y) < distancePx;
        });
    }
    void add(const PlacedLabel& label) { m_centres.emplace(label.text, label.centre); }

private:
    std::multimap<std::string, Point> m_centres;
};

} // namespace

std::vector<PlacedLabel> placeLabels(std::span<const std::shared_ptr<const DisplayLayer>> layers,
                                     const View& view,
                                     const MeasureText& measure) {
    LabelPlaces places(view);
    std::vector<Candidate> candidates;
    for (const auto& layer : layers) {
        blockSigns(*layer, view, places);
        collect(*layer, view, candidates);
    }
    std::ranges::stable_sort(candidates, {}, &Candidate::role);
    std::vector<PlacedLabel> placed;
    Repetition repetition;
    for (const Candidate& candidate : candidates) {
        PlacedLabel label{.text = candidate.layer->labelOf(candidate.index), .role = candidate.role};
        if (label.text.empty()) {
            continue;
        }
        label.size = measure(label.text, label.role);
        const auto accept = [&](const PlacedLabel& at) {
            return places.isFree(at.box) && !repetition.isNear(at);
        };
        if (places.find(*candidate.layer, candidate.index, label, accept)) {
            places.block(label.box.grown(airOf(label.role)));
            repetition.add(label);
            placed.push_back(std::move(label));
        }
    }
    return placed;
}

} // namespace tuban
