#include "geo/paint/legend.h"

#include "geo/measure/area.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>
#include <numeric>
#include <utility>

namespace tuban {

namespace {

std::string codeIn(const std::string& key) {
    const auto colon = key.find(':');
    return colon == std::string::npos ? key : key.substr(colon + 1);
}

void addTo(LegendRow& sum, const LegendRow& row) {
    sum.count += row.count;
    sum.areaPlanarM2 += row.areaPlanarM2;
}

/// The land use of a row; null when it has none.
const LandUse* useOf(const LegendRow& row, const Catalogue& catalogue) {
    const auto colon = row.look.key.find(':');
    return colon == std::string::npos ? nullptr : catalogue.landUse(row.look.key.substr(0, colon), row.code);
}

int deepestLevel(const std::vector<LegendRow>& rows, const Catalogue& catalogue) {
    int deepest = 1;
    for (const LegendRow& row : rows) {
        const LandUse* use = useOf(row, catalogue);
        deepest = std::max(deepest, use == nullptr ? 1 : use->level);
    }
    return deepest;
}

/// The row with the land use above.
LegendRow lifted(LegendRow row, const LandUse& use, const Catalogue& catalogue, const LayerStyle& allUses) {
    const LandUse* above = catalogue.landUse(use.scheme, use.parent);
    const auto look = above == nullptr ? allUses.classByKey.end()
                                       : allUses.classByKey.find(above->scheme + ":" + above->code);
    if (look != allUses.classByKey.end()) {
        row.code = above->code;
        row.label = above->name;
        row.look = allUses.classes[look->second];
    }
    return row;
}

void addHatches(std::vector<LegendRow>& rows, const LayerSnapshot& snapshot, const LayerStyle& style) {
    const std::size_t first = rows.size();
    for (const HatchRule& hatch : style.hatches) {
        rows.push_back({.code = {}, .label = hatch.label, .look = {}, .hatch = hatch.hatch});
        rows.back().look.key = "hatch:" + hatch.column;
        rows.back().look.fill = rows.back().look.fill.withAlpha(0);
    }
    for (std::size_t i = 0; !style.hatches.empty() && i < snapshot.size(); ++i) {
        const Hatch hatch = style.accentOf(snapshot, i).hatch;
        const auto row = std::ranges::find(
            rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end(), hatch, &LegendRow::hatch);
        if (hatch != Hatch::None && row != rows.end()) {
            ++row->count;
            row->areaPlanarM2 += planarAreaM2(snapshot.geometry(i));
        }
    }
}

std::vector<LegendRow> joinedByKey(std::vector<LegendRow> rows) {
    std::vector<LegendRow> joined;
    std::map<std::string, std::size_t> places;
    for (LegendRow& row : rows) {
        const auto [place, isNew] = places.emplace(row.look.key, joined.size());
        if (isNew) {
            joined.push_back(std::move(row));
        } else {
            addTo(joined[place->second], row);
        }
    }
    return joined;
}

bool isHatch(const LegendRow& row) {
    return row.hatch != Hatch::None;
}

/// foldedTo() for rows of classes alone.
std::vector<LegendRow> folded(std::vector<LegendRow> rows, std::size_t most) {
    if (rows.size() <= most) {
        return rows;
    }
    const auto weight = [&rows](std::size_t index) {
        // What was folded before stays folded.
        const LegendRow& row = rows[index];
        return isRest(row) ? std::pair(-1.0, std::int64_t{0}) : std::pair(row.areaPlanarM2, row.count);
    };
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater(), weight);
    LegendRow rest{.code = {}, .label = {"其他", "Other"}, .look = {}};
    rest.look.fill = rest.look.fill.withAlpha(0);
    rest.look.stroke = rest.look.stroke.withAlpha(0);
    for (std::size_t i = most - 1; i < order.size(); ++i) {
        addTo(rest, rows[order[i]]);
    }
    order.resize(most - 1);
    std::ranges::sort(order);
    std::vector<LegendRow> result;
    for (const std::size_t index : order) {
        result.push_back(std::move(rows[index]));
    }
    result.push_back(std::move(rest));
    return result;
}

} // namespace

std::vector<LegendRow>
legendOf(const LayerSnapshot& snapshot, const LayerStyle& style, const std::vector<std::uint16_t>& classes) {
    std::vector<LegendRow> rows(style.classes.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i] = {
            .code = codeIn(style.classes[i].key), .label = style.classes[i].label, .look = style.classes[i]};
    }
    for (std::size_t i = 0; i < classes.size(); ++i) {
        LegendRow& row = rows[classes[i]];
        ++row.count;
        if (snapshot.kind == ShapeKind::Area) {
            row.areaPlanarM2 += planarAreaM2(snapshot.geometry(i));
        }
    }
    addHatches(rows, snapshot, style);
    std::erase_if(rows, [](const LegendRow& row) { return row.count == 0; });
    return rows;
}

std::vector<LegendRow> joinedUses(std::vector<LegendRow> rows,
                                  std::size_t most,
                                  const Catalogue& catalogue,
                                  const LayerStyle& style) {
    for (int level = deepestLevel(rows, catalogue); level > 1 && rows.size() > most; --level) {
        for (LegendRow& row : rows) {
            const LandUse* use = useOf(row, catalogue);
            if (use != nullptr && use->level == level) {
                row = lifted(std::move(row), *use, catalogue, style);
            }
        }
        rows = joinedByKey(std::move(rows));
    }
    return rows;
}

std::vector<LegendRow> foldedTo(std::vector<LegendRow> rows, std::size_t most) {
    assert(most > 0);
    const auto firstHatch = std::ranges::find_if(rows, isHatch);
    std::vector<LegendRow> hatches(firstHatch, rows.end());
    rows.erase(firstHatch, rows.end());
    rows = folded(std::move(rows), most);
    std::ranges::move(hatches, std::back_inserter(rows));
    return rows;
}

bool isRest(const LegendRow& row) {
    return row.code.empty() && row.look.fill.alpha == 0 && row.look.stroke.alpha == 0;
}

std::vector<LegendRow> shortened(std::vector<LegendRow> rows,
                                 std::size_t most,
                                 const Catalogue& catalogue,
                                 const LayerStyle& style) {
    return foldedTo(joinedUses(std::move(rows), most, catalogue, style), most);
}

} // namespace tuban
