#include "geo/paint/legend.h"

#include "geo/measure/area.h"

#include <algorithm>
#include <cassert>
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
    std::erase_if(rows, [](const LegendRow& row) { return row.count == 0; });
    return rows;
}

std::vector<LegendRow>
joinedUses(std::vector<LegendRow> rows, std::size_t most, const Catalogue& catalogue, Theme theme) {
    Layer landUseLayer;
    landUseLayer.style = "land_use";
    const LayerStyle allUses = styleOf(landUseLayer, catalogue, theme, nullptr);
    for (int level = deepestLevel(rows, catalogue); level > 1 && rows.size() > most; --level) {
        for (LegendRow& row : rows) {
            const LandUse* use = useOf(row, catalogue);
            if (use != nullptr && use->level == level) {
                row = lifted(std::move(row), *use, catalogue, allUses);
            }
        }
        rows = joinedByKey(std::move(rows));
    }
    return rows;
}

std::vector<LegendRow> foldedTo(std::vector<LegendRow> rows, std::size_t most) {
    assert(most > 0);
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

bool isRest(const LegendRow& row) {
    return row.code.empty() && row.look.fill.alpha == 0 && row.look.stroke.alpha == 0;
}

std::vector<LegendRow>
shortened(std::vector<LegendRow> rows, std::size_t most, const Catalogue& catalogue, Theme theme) {
    return foldedTo(joinedUses(std::move(rows), most, catalogue, theme), most);
}

} // namespace tuban
