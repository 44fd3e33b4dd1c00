#include "geo/paint/graticule.h"

#include "geo/paint/clip.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace tuban {

namespace {

/// A system in zones of 3 or 6 degrees means nothing over a view this wide.
constexpr double widestM = 3'000'000;
constexpr std::size_t mostLines = 200;

double stepFor(double leastM) {
    const double power = std::pow(10.0, std::floor(std::log10(leastM)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= leastM) {
            return factor * power;
        }
    }
    return 10 * power;
}

/// The part of the plane in view: a grid of its points is enough, as lines bend little.
Result<Box> groundBoxOf(const Box& world, const Transform& geoToPlan) {
    constexpr int steps = 8;
    Box ground;
    for (int row = 0; row <= steps; ++row) {
        for (int column = 0; column <= steps; ++column) {
            const auto at = geoToPlan.apply(geoFromWorld(
                {world.minX + world.width() * column / steps, world.minY + world.height() * row / steps}));
            if (!at) {
                return std::unexpected(at.error());
            }
            ground.add(*at);
        }
    }
    return ground;
}

class Tracer {
public:
    Tracer(const View& view, const Transform& planToGeo, double marginPx)
        : m_view(&view),
          m_planToGeo(&planToGeo),
          m_frame{-marginPx, -marginPx, view.widthPx() + marginPx, view.heightPx() + marginPx} {}

    /// The line from one place of the ground to another, in runs that the frame shows.
    std::vector<std::vector<Point>> trace(Point from, Point to) {
        m_runs.assign(1, {});
        constexpr int pieces = 8;
        Vertex before = vertex(from);
        for (int i = 1; i <= pieces; ++i) {
            const double share = static_cast<double>(i) / pieces;
            const Vertex next = vertex({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
            piece(before, next, 0);
            before = next;
        }
        std::vector<std::vector<Point>> shown;
        for (const std::vector<Point>& run : m_runs) {
            std::ranges::move(clippedLine(run, m_frame), std::back_inserter(shown));
        }
        return shown;
    }

private:
    struct Vertex {
        Point ground;
        std::optional<Point> screen; ///< none behind the eye of a tilted camera
    };

    Vertex vertex(Point ground) const {
        const auto geo = m_planToGeo->apply(ground);
        if (!geo) {
            return {ground, std::nullopt};
        }
        const Point world = worldFromGeo(*geo);
        const auto& m = m_view->matrix();
        const Point centre = m_view->centre();
        constexpr double leastWeight = 0.02; // towards 0 at the horizon
        if (m[6] * (world.x - centre.x) + m[7] * (world.y - centre.y) + m[8] < leastWeight) {
            return {ground, std::nullopt};
        }
        return {ground, m_view->screenFromWorld(world)};
    }

    void piece(const Vertex& from, const Vertex& to, int depth) {
        constexpr int deepest = 6;
        constexpr double closePx = 0.05;
        const Vertex middle = vertex({(from.ground.x + to.ground.x) / 2, (from.ground.y + to.ground.y) / 2});
        const bool isSeen = from.screen && to.screen && middle.screen;
        const bool isStraight =
            isSeen && std::hypot(middle.screen->x - (from.screen->x + to.screen->x) / 2,
                                 middle.screen->y - (from.screen->y + to.screen->y) / 2) < closePx;
        if (depth < deepest && !isStraight && (from.screen || to.screen || middle.screen)) {
            piece(from, middle, depth + 1);
            piece(middle, to, depth + 1);
        } else if (isSeen) {
            if (m_runs.back().empty()) {
                m_runs.back().push_back(*from.screen);
            }
            m_runs.back().push_back(*to.screen);
        } else if (!m_runs.back().empty()) {
            m_runs.emplace_back();
        }
    }

    const View* m_view;
    const Transform* m_planToGeo;
    Box m_frame;
    std::vector<std::vector<Point>> m_runs; ///< screen, not yet clipped; the last one is being made
};

} // namespace

Result<Graticule> graticuleOf(const View& view,
                              const Transform& planToGeo,
                              const Transform& geoToPlan,
                              double marginPx,
                              double spacingPx) {
    Graticule graticule;
    const Box world = view.worldBox(marginPx);
    const double pixelM = metresPerPixel(view);
    if (pixelM * view.pixelsPerWorld() * std::max(world.width(), world.height()) > widestM) {
        return graticule;
    }
    const auto ground = groundBoxOf(world, geoToPlan);
    if (!ground) {
        return std::unexpected(ground.error());
    }
    graticule.stepM = stepFor(pixelM * spacingPx);
    Tracer tracer(view, planToGeo, marginPx);
    const auto add = [&](bool isNorthing, double low, double high) {
        const double step = graticule.stepM;
        for (double k = std::ceil(low / step); k * step <= high && graticule.lines.size() < mostLines; ++k) {
            const double value = k * step;
            auto runs = isNorthing ? tracer.trace({ground->minX, value}, {ground->maxX, value})
                                   : tracer.trace({value, ground->minY}, {value, ground->maxY});
            if (!runs.empty()) {
                graticule.lines.push_back({isNorthing, value, std::move(runs)});
            }
        }
    };
    add(true, ground->minY, ground->maxY);
    add(false, ground->minX, ground->maxX);
    return graticule;
}

} // namespace tuban
