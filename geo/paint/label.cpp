#include "geo/paint/label.h"

#include "geo/paint/label_place.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <ranges>
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

/// The names that were seen for the same scale and direction.
class Kept {
public:
    explicit Kept(const View& view, const LabelOptions& options) {
        if (options.viewBefore == nullptr || options.viewBefore->matrix() != view.matrix()) {
            return;
        }
        const Box screen{0, 0, view.widthPx(), view.heightPx()};
        for (const PlacedLabel& label : options.before) {
            // What lay in the margin has not been seen: it may yield to what comes into view now.
            if (label.box.intersects(screen)) {
                m_labels.emplace(std::string_view(label.layer), &label);
            }
        }
    }
    /// Labels of a layer by the position of their feature.
    [[nodiscard]] std::multimap<std::uint32_t, const PlacedLabel*> of(const DisplayLayer& layer) const {
        std::multimap<std::uint32_t, const PlacedLabel*> labels;
        const auto [begin, end] = m_labels.equal_range(layer.style.layer);
        for (auto entry = begin; entry != end; ++entry) {
            if (const auto index = layer.snapshot->find(entry->second->uid); index >= 0) {
                labels.emplace(static_cast<std::uint32_t>(index), entry->second);
            }
        }
        return labels;
    }

private:
    std::multimap<std::string_view, const PlacedLabel*> m_labels; ///< by layer, in order of rank
};

struct Candidate {
    const DisplayLayer* layer;
    std::uint32_t index;
    LabelRole role;
    double weight; ///< larger is placed earlier within a role
    std::vector<const PlacedLabel*> kept;
    bool isNamed = false;
};

/// Features in view whose name could find room at all.
void collect(const DisplayLayer& layer,
             const View& view,
             double marginPx,
             const Kept& kept,
             std::vector<Candidate>& candidates) {
    const LabelRole role = roleOf(layer);
    const auto keptHere = kept.of(layer);
    for (const auto& [index, label] : keptHere) {
        if (candidates.empty() || candidates.back().layer != &layer || candidates.back().index != index) {
            candidates.push_back({&layer, index, role, std::numeric_limits<double>::infinity(), {}});
        }
        candidates.back().kept.push_back(label);
    }
    if (metresPerPixel(view) > mostMetresPerPixel(role)) {
        return;
    }
    const bool isPoint = layer.snapshot->kind == ShapeKind::Point;
    const double least = (role == LabelRole::Zone ? 60 : 22) / view.pixelsPerWorld();
    std::vector<Candidate> found;
    for (const std::uint32_t index : layer.query(view.worldBox(marginPx))) {
        const Box box = layer.box(index);
        if ((isPoint || std::max(box.width(), box.height()) >= least) && !keptHere.contains(index)) {
            found.push_back({&layer, index, role, box.width() * box.height(), {}});
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Candidate::weight);
    if (found.size() > mostPerLayer) {
        found.erase(found.begin() + mostPerLayer, found.end());
    }
    candidates.insert(candidates.end(), found.begin(), found.end());
}

/// Signs of point features are there before any name is.
void blockSigns(const DisplayLayer& layer, const View& view, double marginPx, LabelPlaces& places) {
    if (layer.snapshot->kind != ShapeKind::Point) {
        return;
    }
    constexpr double half = 7;
    constexpr std::size_t most = 5'000; // more of them cover the map anyway
    const std::vector<std::uint32_t> inView = layer.query(view.worldBox(marginPx + half));
    for (const std::uint32_t index : inView | std::views::take(most)) {
        const Point sign = view.screenFromWorld(layer.box(index).centre());
        places.block(Box{sign.x, sign.y, sign.x, sign.y}.grown(half));
    }
}

/// The same name is not written again nearby: a road comes in many pieces.
class Repetition {
public:
    [[nodiscard]] bool isNear(const PlacedLabel& label) const {
        constexpr double distancePx = 260;
        const auto [begin, end] = m_centres.equal_range(label.name);
        return std::any_of(begin, end, [&](const auto& entry) {
            return std::hypot(entry.second.x - label.centre.x, entry.second.y - label.centre.y) < distancePx;
        });
    }
    void add(const PlacedLabel& label) { m_centres.emplace(label.name, label.centre); }

private:
    std::multimap<std::string, Point> m_centres;
};

/// Labels as they get their places.
class Placing {
public:
    Placing(const View& view, const MeasureText& measure, const LabelOptions& options)
        : m_view(&view),
          m_measure(&measure),
          m_options(&options),
          m_kept(view, options),
          m_places(view, options.marginPx) {}

    std::vector<PlacedLabel> run(std::span<const std::shared_ptr<const DisplayLayer>> layers) {
        std::vector<Candidate> candidates;
        for (const auto& layer : layers) {
            blockSigns(*layer, *m_view, m_options->marginPx, m_places);
            collect(*layer, *m_view, m_options->marginPx, m_kept, candidates);
        }
        std::ranges::stable_sort(candidates, {}, &Candidate::role);
        for (Candidate& candidate : candidates) {
            keep(candidate);
        }
        for (const Candidate& candidate : candidates) {
            if (m_options->isLate && m_options->isLate()) {
                break;
            }
            find(candidate);
        }
        std::ranges::stable_sort(m_placed, {}, &PlacedLabel::role);
        return std::move(m_placed);
    }

private:
    void keep(Candidate& candidate) {
        const DisplayLayer& layer = *candidate.layer;
        for (const PlacedLabel* old : candidate.kept) {
            const Point at = m_view->screenFromWorld(old->world);
            PlacedLabel label =
                placedAt(*old, {at.x + old->offset.x, at.y + old->offset.y}, old->angleDegrees);
            if (label.name == layer.labelOf(candidate.index) && m_places.isFree(label.box) &&
                m_places.isStillThere(layer, candidate.index, label)) {
                add(std::move(label));
                candidate.isNamed = candidate.role != LabelRole::Line;
            }
        }
    }

    void find(const Candidate& candidate) {
        const DisplayLayer& layer = *candidate.layer;
        if (candidate.isNamed) {
            return;
        }
        PlacedLabel label{.text = layer.labelOf(candidate.index), .role = candidate.role};
        if (label.text.empty()) {
            return;
        }
        label.name = label.text;
        label.layer = layer.style.layer;
        label.uid = layer.snapshot->uid(candidate.index);
        const auto accept = [this](const PlacedLabel& at) {
            return m_places.isFree(at.box) && !m_repetition.isNear(at);
        };
        m_places.find(layer, candidate.index, label, *m_measure, accept, [this](PlacedLabel placed) {
            add(std::move(placed));
        });
    }

    void add(PlacedLabel label) {
        m_places.block(label.box.grown(airOf(label.role)));
        m_repetition.add(label);
        m_placed.push_back(std::move(label));
    }

    const View* m_view;
    const MeasureText* m_measure;
    const LabelOptions* m_options;
    Kept m_kept;
    LabelPlaces m_places;
    Repetition m_repetition;
    std::vector<PlacedLabel> m_placed;
};

} // namespace

std::vector<PlacedLabel> placeLabels(std::span<const std::shared_ptr<const DisplayLayer>> layers,
                                     const View& view,
                                     const MeasureText& measure,
                                     const LabelOptions& options) {
    return Placing(view, measure, options).run(layers);
}

} // namespace tuban
