#include "geo/measure/tiling.h"

#include "geo/measure/area.h"
#include "geo/shape/cut.h"

#include <algorithm>
#include <utility>

namespace tuban {

namespace {

/// The marks that still count, newest first: none is older than the newest that speaks of the whole.
std::span<const Said> counting(std::span<const Said> newestFirst) {
    const auto whole = std::ranges::find_if(newestFirst, &Said::ofWhole);
    return newestFirst.first(static_cast<std::size_t>(whole - newestFirst.begin()));
}

int rankBeneath(int importedRank, std::span<const Said> newestFirst, std::size_t counted) {
    return counted < newestFirst.size() ? newestFirst[counted].rank : importedRank;
}

/// Where a stretch begins or ends, within the line.
std::vector<double> cuts(double lengthM, std::span<const Said> marks) {
    std::vector<double> cuts{0, lengthM};
    for (const auto& mark : marks) {
        if (mark.fromM && mark.toM) {
            cuts.push_back(std::clamp(*mark.fromM, 0.0, lengthM));
            cuts.push_back(std::clamp(*mark.toM, 0.0, lengthM));
        }
    }
    std::ranges::sort(cuts);
    const auto repeated = std::ranges::unique(cuts);
    cuts.erase(repeated.begin(), repeated.end());
    return cuts;
}

int rankBetween(double fromM, double toM, std::span<const Said> marks, int beneath) {
    const auto says = std::ranges::find_if(marks, [&](const Said& mark) {
        return mark.fromM && mark.toM && std::min(*mark.fromM, *mark.toM) <= fromM &&
               std::max(*mark.fromM, *mark.toM) >= toM;
    });
    return says == marks.end() ? beneath : says->rank;
}

void addTo(std::vector<Tile>& tiles, int rank, double amount) {
    if (amount <= 0) {
        return;
    }
    const auto same = std::ranges::find(tiles, rank, &Tile::rank);
    if (same == tiles.end()) {
        tiles.push_back({.rank = rank, .amount = amount});
    } else {
        same->amount += amount;
    }
}

} // namespace

std::vector<Tile> tileLine(double lengthM, int importedRank, std::span<const Said> newestFirst) {
    const auto marks = counting(newestFirst);
    const int beneath = rankBeneath(importedRank, newestFirst, marks.size());
    const auto at = cuts(lengthM, marks);
    std::vector<Tile> tiles;
    for (std::size_t i = 1; i < at.size(); ++i) {
        const int rank = rankBetween(at[i - 1], at[i], marks, beneath);
        if (tiles.empty() || tiles.back().rank != rank) {
            tiles.push_back({.rank = rank, .fromM = at[i - 1]});
        }
        tiles.back().toM = at[i];
        tiles.back().amount = tiles.back().toM - tiles.back().fromM;
    }
    return tiles;
}

Result<std::vector<Tile>> tileArea(const GeosContext& context,
                                   const Geometry& area,
                                   int importedRank,
                                   std::span<const Said> newestFirst) {
    const auto marks = counting(newestFirst);
    std::vector<Tile> tiles;
    Geometry left = area;
    for (const auto& mark : marks) {
        if (mark.part.empty() || left.empty()) {
            continue;
        }
        auto cut = cutArea(context, left, mark.part);
        if (!cut) {
            return std::unexpected(cut.error());
        }
        addTo(tiles, mark.rank, planarAreaM2(cut->inside));
        left = std::move(cut->left);
    }
    addTo(tiles, rankBeneath(importedRank, newestFirst, marks.size()), planarAreaM2(left));
    std::ranges::sort(tiles, {}, &Tile::rank);
    return tiles;
}

double totalOf(std::span<const Tile> tiles) {
    double total = 0;
    for (const auto& tile : tiles) {
        total += tile.amount;
    }
    return total;
}

double reached(std::span<const Tile> tiles, int rank) {
    double amount = 0;
    for (const auto& tile : tiles) {
        amount += tile.rank >= rank ? tile.amount : 0;
    }
    return amount;
}

int rankOfWhole(std::span<const Tile> tiles, int startedRank) {
    if (tiles.empty()) {
        return noRank;
    }
    const auto [least, most] = std::ranges::minmax(tiles, {}, &Tile::rank);
    return least.rank < startedRank && most.rank >= startedRank ? startedRank : least.rank;
}

} // namespace tuban
