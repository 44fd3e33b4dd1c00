#include "geo/measure/area.h"
#include "geo/measure/gaps.h"
#include "geo/measure/overlaps.h"
#include "geo/shape/box_tree.h"
#include "geo/shape/set_operations.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace tuban {

namespace {

constexpr double shortestM = 1e-3;    // of what two edges face each other along
constexpr double leastOpposed = -0.7; // cosine: edges that face each other run the other way round

/// The land between two edges that face each other less than `widthM` apart.
std::optional<Geometry> between(const Side& one, const Side& other, double widthM) {
    const double length = std::hypot(one.to.x - one.from.x, one.to.y - one.from.y);
    const Point along{.x = (one.to.x - one.from.x) / length, .y = (one.to.y - one.from.y) / length};
    const Point out{.x = along.y, .y = -along.x}; // the Area lies on the left
    struct Local {
        double s = 0, h = 0;
    };
    const auto local = [&](Point p) {
        const double dx = p.x - one.from.x;
        const double dy = p.y - one.from.y;
        return Local{.s = dx * along.x + dy * along.y, .h = dx * out.x + dy * out.y};
    };
    const Local c = local(other.to); // the other runs back
    const Local d = local(other.from);
    const double run = d.s - c.s;
    if (run <= shortestM || -run / std::hypot(run, d.h - c.h) > leastOpposed) {
        return std::nullopt;
    }
    const auto heightAt = [&](double s) { return c.h + (s - c.s) / run * (d.h - c.h); };
    const double begin = std::max(0.0, c.s);
    const double end = std::min(length, d.s);
    if (end - begin <= shortestM) {
        return std::nullopt;
    }
    const double from = heightAt(begin);
    const double till = heightAt(end);
    const bool apart = std::max(from, till) >= widthM || std::min(from, till) < -shortestM;
    const double low = std::max(from, 0.0);
    const double high = std::max(till, 0.0);
    if (apart || (low + high) / 2 * (end - begin) <= smallestOverlapM2) {
        return std::nullopt;
    }
    const auto world = [&](double s, double h) {
        return Point{.x = one.from.x + s * along.x + h * out.x, .y = one.from.y + s * along.y + h * out.y};
    };
    return makePolygon({{world(begin, 0), world(begin, low), world(end, high), world(end, 0)}});
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

std::map<Pair, std::vector<Geometry>> facing(std::span<const Side> open, double widthM) {
    std::vector<Box> boxes;
    boxes.reserve(open.size());
    for (const Side& edge : open) {
        Box& box = boxes.emplace_back();
        box.add(edge.from);
        box.add(edge.to);
    }
    const BoxTree tree(boxes);
    std::map<Pair, std::vector<Geometry>> found;
    for (std::uint32_t i = 0; i < open.size(); ++i) {
        tree.query(boxes[i].grown(widthM), [&](std::uint32_t j) {
            if (j > i && open[j].feature != open[i].feature) {
                if (auto land = between(open[i], open[j], widthM)) {
                    found[std::minmax(open[i].feature, open[j].feature)].push_back(std::move(*land));
                }
            }
            return true;
        });
    }
    return found;
}

/// Where three Areas meet, land may lie between two pairs of them: it belongs to the larger gap.
Result<std::vector<CoverageGap>> withoutRepeats(std::vector<CoverageGap> slits, const GeosContext& geos) {
    std::ranges::stable_sort(slits, std::ranges::greater{}, &CoverageGap::areaM2);
    std::vector<CoverageGap> kept;
    std::vector<Box> boxes;
    for (CoverageGap& slit : slits) {
        const Box own = slit.shape.box();
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (!boxes[i].intersects(own)) {
                continue;
            }
            auto rest = differenceOf(geos, slit.shape, kept[i].shape);
            if (!rest) {
                return std::unexpected(rest.error());
            }
            slit.shape = std::move(*rest);
        }
        slit.areaM2 = planarAreaM2(slit.shape);
        if (slit.areaM2 > smallestOverlapM2) {
            boxes.push_back(slit.shape.box());
            kept.push_back(std::move(slit));
        }
    }
    return kept;
}

} // namespace

Result<std::vector<CoverageGap>> slitsOf(const SoundAreas& areas,
                                         std::span<const std::uint32_t> chosen,
                                         std::span<const Side> open,
                                         double widthM,
                                         const Progress& progress) {
    const GeosContext geos;
    std::vector<Box> boxes;
    boxes.reserve(chosen.size());
    for (const std::uint32_t feature : chosen) {
        boxes.push_back(areas.box(feature));
    }
    const BoxTree tree(boxes);
    std::vector<CoverageGap> slits;
    for (const auto& [pair, pieces] : facing(open, widthM)) {
        if (progress.stopped()) {
            return failure(ErrorCode::Cancelled, "the search for gaps was stopped");
        }
        auto land = unionOf(geos, pieces);
        for (const std::uint32_t slot : land ? tree.query(land->box()) : std::vector<std::uint32_t>()) {
            land = land ? differenceOf(geos, *land, areas.geometry(chosen[slot])) : land;
        }
        if (!land) {
            return std::unexpected(land.error());
        }
        const double areaM2 = planarAreaM2(*land);
        if (areaM2 > smallestOverlapM2) {
            slits.push_back(
                {.first = pair.first, .second = pair.second, .shape = std::move(*land), .areaM2 = areaM2});
        }
    }
    return withoutRepeats(std::move(slits), geos);
}

} // namespace tuban
