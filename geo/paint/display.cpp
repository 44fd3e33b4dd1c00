#include "geo/paint/display.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <thread>
#include <unordered_map>
#include <utility>

namespace tuban {

namespace {

bool looksSame(const PaintClass& a, const PaintClass& b) {
    return a.key == b.key && a.fill == b.fill && a.stroke == b.stroke && a.strokeWidthPx == b.strokeWidthPx &&
           a.strokeWidthM == b.strokeWidthM && a.filled == b.filled && a.shape == b.shape;
}

bool looksSame(const LayerStyle& a, const LayerStyle& b) {
    return a.rule == b.rule && a.column == b.column && a.per == b.per && a.breaks == b.breaks &&
           a.symbol == b.symbol && std::ranges::equal(a.classes, b.classes, [](const auto& x, const auto& y) {
               return looksSame(x, y);
           });
}

/// Positions where pages begin, by page.
std::unordered_map<const FeaturePage*, std::uint32_t> pageBegins(const LayerSnapshot& snapshot) {
    std::unordered_map<const FeaturePage*, std::uint32_t> begins;
    begins.reserve(snapshot.pages.size());
    for (std::size_t page = 0; page < snapshot.pages.size(); ++page) {
        begins.emplace(snapshot.pages[page].get(), snapshot.begins[page]);
    }
    return begins;
}

/// Gives features their classes, page by page.
class Classification {
public:
    Classification(DisplayLayer& layer, const DisplayLayer* previous) : m_layer(&layer) {
        const bool isSame = previous != nullptr && previous->stages == layer.stages &&
                            previous->lights == layer.lights && previous->owner == layer.owner &&
                            looksSame(previous->style, layer.style);
        if (isSame) {
            m_previous = previous;
            m_known = pageBegins(*previous->snapshot);
        }
    }

    void run(std::size_t firstPage, std::size_t lastPage, const Progress& progress) {
        for (std::size_t page = firstPage; page < lastPage && !progress.stopped(); ++page) {
            const LayerSnapshot& snapshot = *m_layer->snapshot;
            const std::uint32_t begin = snapshot.begins[page];
            const std::uint32_t end = snapshot.begins[page + 1];
            if (const auto known = m_known.find(snapshot.pages[page].get()); known != m_known.end()) {
                std::copy_n(m_previous->classes.begin() + known->second,
                            end - begin,
                            m_layer->classes.begin() + begin);
                continue;
            }
            for (std::uint32_t index = begin; index < end; ++index) {
                m_layer->classes[index] = classOf(index);
            }
        }
    }

private:
    [[nodiscard]] std::uint16_t classOf(std::uint32_t index) const {
        const LayerStyle& style = m_layer->style;
        if (m_layer->owner == nullptr) {
            return style.classOf(*m_layer->snapshot, index, m_layer->stages.get(), m_layer->lights.get());
        }
        const std::int64_t owner = m_layer->owner->find(m_layer->snapshot->uid(index));
        return owner < 0 ? static_cast<std::uint16_t>(style.classes.size() - 1)
                         : style.classOf(*m_layer->owner,
                                         static_cast<std::size_t>(owner),
                                         m_layer->stages.get(),
                                         m_layer->lights.get());
    }

    DisplayLayer* m_layer;
    const DisplayLayer* m_previous = nullptr;
    std::unordered_map<const FeaturePage*, std::uint32_t> m_known;
};

void classify(DisplayLayer& layer, const DisplayLayer* previous, const Progress& progress) {
    constexpr std::size_t manyPages = 32;
    const std::size_t pages = layer.snapshot->pages.size();
    layer.classes.resize(layer.snapshot->size());
    Classification classification(layer, previous);
    if (pages < manyPages) {
        classification.run(0, pages, progress);
        return;
    }
    const std::jthread half([&] { classification.run(pages / 2, pages, progress); });
    classification.run(0, pages / 2, progress);
}

/// Features of pages that the other version does not share.
std::unordered_map<std::string_view, std::uint32_t>
ownFeatures(const LayerSnapshot& snapshot,
            const std::unordered_map<const FeaturePage*, std::uint32_t>& others) {
    std::unordered_map<std::string_view, std::uint32_t> own;
    for (std::size_t page = 0; page < snapshot.pages.size(); ++page) {
        const FeaturePage& features = *snapshot.pages[page];
        for (std::uint32_t slot = 0; slot < features.size() && !others.contains(&features); ++slot) {
            own.emplace(features.uids[slot], snapshot.begins[page] + slot);
        }
    }
    return own;
}

/// Boxes of features of shared pages that look otherwise than before.
void addRecoloured(const DisplayLayer& before,
                   const DisplayLayer& after,
                   const std::unordered_map<const FeaturePage*, std::uint32_t>& beforeBegins,
                   std::size_t most,
                   std::vector<Box>& boxes) {
    // Hatches follow from the cells of a page, badges from what stands beside it.
    const bool badges = after.style.usesLights() && before.lights != after.lights;
    for (std::size_t page = 0; page < after.snapshot->pages.size() && boxes.size() <= most; ++page) {
        const auto shared = beforeBegins.find(after.snapshot->pages[page].get());
        const std::uint32_t begin = after.snapshot->begins[page];
        const std::uint32_t end = after.snapshot->begins[page + 1];
        for (std::uint32_t index = begin; index < end && shared != beforeBegins.end(); ++index) {
            const std::uint32_t old = shared->second + (index - begin);
            if (before.classes[old] != after.classes[index] ||
                (badges && before.accent(old) != after.accent(index))) {
                boxes.push_back(after.box(index));
            }
        }
    }
}

} // namespace

Box DisplayLayer::box(std::size_t index) const {
    return frame->worldBox(snapshot->box(index));
}

Geometry DisplayLayer::geometry(std::size_t index) const {
    Geometry shape = snapshot->geometry(index);
    for (Point& point : shape.points) {
        const auto world = frame->world(point);
        if (!world) {
            return {.kind = snapshot->kind, .points = {}, .partEnds = {}, .polygonEnds = {}};
        }
        point = *world;
    }
    return shape;
}

Accent DisplayLayer::accent(std::size_t index) const {
    return style.hasAccents() && owner == nullptr ? style.accentOf(*snapshot, index, lights.get()) : Accent();
}

double DisplayLayer::area(std::size_t index) const {
    const auto [page, slot] = snapshot->place(index);
    if (page->areas.empty()) {
        return 0;
    }
    constexpr double stepM = 5;
    const Point middle = page->boxes[slot].centre();
    const auto west = frame->world({middle.x - stepM, middle.y});
    const auto east = frame->world({middle.x + stepM, middle.y});
    const auto south = frame->world({middle.x, middle.y - stepM});
    const auto north = frame->world({middle.x, middle.y + stepM});
    if (!west || !east || !south || !north) {
        return 0;
    }
    const double worldPerM2 =
        std::abs((east->x - west->x) * (north->y - south->y) - (east->y - west->y) * (north->x - south->x)) /
        (4 * stepM * stepM);
    return page->areas[slot] * worldPerM2;
}

std::vector<std::uint32_t> DisplayLayer::query(const Box& worldWindow) const {
    std::vector<std::uint32_t> found = snapshot->query(frame->planWindow(worldWindow));
    std::erase_if(found, [&](std::uint32_t index) {
        const Box own = box(index);
        return own.empty() || !own.intersects(worldWindow);
    });
    return found;
}

bool DisplayLayer::hasAnyIn(const Box& worldWindow) const {
    bool any = false;
    snapshot->query(frame->planWindow(worldWindow), [&](std::uint32_t index) {
        const Box own = box(index);
        any = !own.empty() && own.intersects(worldWindow);
        return !any;
    });
    return any;
}

std::string DisplayLayer::labelOf(std::size_t index) const {
    for (const std::string_view name : {std::string_view(style.labelColumn), std::string_view("name")}) {
        const int column = snapshot->columnIndex(name);
        if (column >= 0) {
            std::string text = toText(snapshot->cell(column, index));
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
    layer->owner = source.owner;
    layer->stages = source.stages;
    layer->lights = source.lights;
    layer->frame = std::make_shared<const WorldFrame>(*source.snapshot, planToGeo);
    classify(*layer, previous, progress);
    if (progress.stopped()) {
        return failure(ErrorCode::Cancelled, "Preparing the map was stopped.");
    }
    return layer;
}

std::optional<std::vector<Box>> changedBoxes(const DisplayLayer& before, const DisplayLayer& after) {
    constexpr std::size_t most = 2'000;
    if (!looksSame(before.style, after.style)) {
        return std::nullopt;
    }
    std::vector<Box> boxes;
    const auto beforeBegins = pageBegins(*before.snapshot);
    addRecoloured(before, after, beforeBegins, most, boxes);
    auto gone = ownFeatures(*before.snapshot, pageBegins(*after.snapshot));
    for (const auto& [uid, index] : ownFeatures(*after.snapshot, beforeBegins)) {
        const auto found = gone.find(uid);
        if (found == gone.end()) {
            boxes.push_back(after.box(index));
            continue;
        }
        const std::uint32_t old = found->second;
        gone.erase(found);
        if (before.classes[old] != after.classes[index] || before.accent(old) != after.accent(index) ||
            before.snapshot->geometry(old) != after.snapshot->geometry(index)) {
            boxes.push_back(before.box(old));
            boxes.push_back(after.box(index));
        }
        if (boxes.size() > most) {
            return std::nullopt;
        }
    }
    for (const auto& [uid, index] : gone) {
        boxes.push_back(before.box(index));
    }
    if (boxes.size() > most) {
        return std::nullopt;
    }
    std::erase_if(boxes, [](const Box& box) { return box.empty(); });
    return boxes;
}

} // namespace tuban
