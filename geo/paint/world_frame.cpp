#include "geo/paint/world_frame.h"

#include "geo/crs/web_mercator.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace tuban {

namespace {

constexpr double sideM = 65'536;
constexpr double farthestCell = 1e6; // cells from the origin: farther there is no place on earth

/// Each square is fitted a little beyond its edges, so that shapes on an edge keep their form.
constexpr double beyond = 1.02;

double chebyshev(int index, int count) {
    return std::cos(std::numbers::pi * (2.0 * index + 1) / (2.0 * count));
}

/// Coefficients of the polynomials that are 1 at one of `n` nodes and 0 at the others: [node][power].
template <std::size_t n>
std::array<std::array<double, n>, n> lagrange() {
    std::array<std::array<double, n>, n> basis{};
    constexpr int count = static_cast<int>(n);
    for (int k = 0; k < count; ++k) {
        auto& coefficients = basis[static_cast<std::size_t>(k)];
        coefficients[0] = 1;
        std::size_t degree = 0;
        for (int other = 0; other < count; ++other) {
            if (other == k) {
                continue;
            }
            const double root = chebyshev(other, count);
            const double scale = 1 / (chebyshev(k, count) - root);
            for (std::size_t power = ++degree; power > 0; --power) {
                coefficients[power] = scale * (coefficients[power - 1] - root * coefficients[power]);
            }
            coefficients[0] *= -scale * root;
        }
    }
    return basis;
}

std::optional<Point> projected(Point plan, const Transform& planToGeo) {
    const auto geo = planToGeo.apply(plan);
    if (!geo) {
        return std::nullopt;
    }
    const Point world = worldFromGeo(*geo);
    return std::isfinite(world.x) && std::isfinite(world.y) ? std::optional(world) : std::nullopt;
}

std::int64_t gridIndex(double metres) {
    return static_cast<std::int64_t>(std::floor(std::clamp(metres / sideM, -farthestCell, farthestCell)));
}

std::uint64_t keyOf(std::int64_t column, std::int64_t row) {
    return (static_cast<std::uint64_t>(column) << 32U) ^ (static_cast<std::uint64_t>(row) & 0xffffffffU);
}

Point placeIn(const Box& square, double u, double v) {
    const Point centre = square.centre();
    return {centre.x + u * beyond * square.width() / 2, centre.y + v * beyond * square.height() / 2};
}

} // namespace

WorldFrame::WorldFrame(const LayerSnapshot& snapshot, const Transform& planToGeo) {
    for (const LayerSnapshot::Page& page : snapshot.pages) {
        const Box& bounds = page->tree.bounds();
        if (bounds.empty()) {
            continue;
        }
        m_planBounds.add(bounds);
        if (bounds.width() < sideM && bounds.height() < sideM) {
            addCells(bounds, planToGeo);
            continue;
        }
        for (const Box& box : page->boxes) {
            addCells(box, planToGeo);
        }
    }
    if (m_cells.size() == 1 && m_cells.begin()->second.size() == 1) {
        m_only = m_cells.begin()->second.data();
    }
    for (const auto& [key, cells] : m_cells) {
        for (const Cell& cell : cells) {
            const Box part{std::max(cell.square.minX, m_planBounds.minX),
                           std::max(cell.square.minY, m_planBounds.minY),
                           std::min(cell.square.maxX, m_planBounds.maxX),
                           std::min(cell.square.maxY, m_planBounds.maxY)};
            for (int i = 0; i < 9; ++i) {
                m_worldBounds.add(cell.world(
                    {part.minX + part.width() * (i % 3) / 2, part.minY + part.height() * (i / 3) / 2}));
            }
        }
    }
}

void WorldFrame::addCells(const Box& box, const Transform& planToGeo) {
    constexpr std::int64_t mostAcross = 128;
    if (box.empty() || gridIndex(box.maxX) - gridIndex(box.minX) > mostAcross ||
        gridIndex(box.maxY) - gridIndex(box.minY) > mostAcross) {
        return; // larger than the earth
    }
    for (std::int64_t row = gridIndex(box.minY); row <= gridIndex(box.maxY); ++row) {
        for (std::int64_t column = gridIndex(box.minX); column <= gridIndex(box.maxX); ++column) {
            const auto [cells, isNew] = m_cells.try_emplace(keyOf(column, row));
            if (isNew) {
                const double x = static_cast<double>(column) * sideM;
                const double y = static_cast<double>(row) * sideM;
                fit({x, y, x + sideM, y + sideM}, 2, planToGeo, cells->second);
            }
        }
    }
}

void WorldFrame::fit(const Box& square,
                     int quarterings,
                     const Transform& planToGeo,
                     std::vector<Cell>& cells) const {
    static const auto basis = lagrange<nodes>();
    Cell cell{.square = square};
    bool isGood = true;
    for (int node = 0; node < nodes * nodes && isGood; ++node) {
        const int column = node % nodes;
        const int row = node / nodes;
        const auto at =
            projected(placeIn(square, chebyshev(column, nodes), chebyshev(row, nodes)), planToGeo);
        isGood = at.has_value();
        for (int k = 0; isGood && k < nodes * nodes; ++k) {
            const auto power = static_cast<std::size_t>(k);
            const double share = basis[static_cast<std::size_t>(column)][power % nodes] *
                                 basis[static_cast<std::size_t>(row)][power / nodes];
            cell.x[power] += at->x * share;
            cell.y[power] += at->y * share;
        }
    }
    // Halfway between nodes, and at the corners, an interpolation is farthest off.
    constexpr int checks = nodes + 1;
    for (int check = 0; check < checks * checks && isGood; ++check) {
        const auto between = [](int i) { return std::cos(std::numbers::pi * i / nodes); };
        const Point plan = placeIn(square, between(check % checks), between(check / checks));
        const auto at = projected(plan, planToGeo);
        const Point mine = cell.world(plan);
        // A metre of the world is the shorter the farther from the equator: this errs on the safe side.
        isGood = at && std::hypot(at->x - mine.x, at->y - mine.y) * equatorM < boundM;
    }
    if (isGood) {
        cells.push_back(cell);
    } else if (quarterings > 0) {
        const Point middle = square.centre();
        for (int quarter = 0; quarter < 4; ++quarter) {
            fit({quarter % 2 == 0 ? square.minX : middle.x,
                 quarter / 2 == 0 ? square.minY : middle.y,
                 quarter % 2 == 0 ? middle.x : square.maxX,
                 quarter / 2 == 0 ? middle.y : square.maxY},
                quarterings - 1,
                planToGeo,
                cells);
        }
    }
}

Point WorldFrame::Cell::world(Point plan) const {
    const Point centre = square.centre();
    const double u = (plan.x - centre.x) / (beyond * square.width() / 2);
    const double v = (plan.y - centre.y) / (beyond * square.height() / 2);
    double worldX = 0;
    double worldY = 0;
    for (std::size_t row = nodes; row-- > 0;) {
        double rowX = 0;
        double rowY = 0;
        for (std::size_t power = nodes; power-- > 0;) {
            rowX = rowX * u + x[row * nodes + power];
            rowY = rowY * u + y[row * nodes + power];
        }
        worldX = worldX * v + rowX;
        worldY = worldY * v + rowY;
    }
    return {worldX, worldY};
}

const WorldFrame::Cell* WorldFrame::cellAt(Point plan) const {
    if (m_only != nullptr) {
        return m_only->square.contains(plan) ? m_only : nullptr;
    }
    const auto found = m_cells.find(keyOf(gridIndex(plan.x), gridIndex(plan.y)));
    if (found == m_cells.end()) {
        return nullptr;
    }
    const auto cell =
        std::ranges::find_if(found->second, [plan](const Cell& c) { return c.square.contains(plan); });
    return cell == found->second.end() ? nullptr : &*cell;
}

std::optional<Point> WorldFrame::world(Point plan) const {
    const Cell* cell = cellAt(plan);
    return cell == nullptr ? std::nullopt : std::optional(cell->world(plan));
}

Box WorldFrame::worldBox(const Box& plan) const {
    Box box;
    for (const Point corner : {Point{plan.minX, plan.minY},
                               Point{plan.maxX, plan.minY},
                               Point{plan.minX, plan.maxY},
                               Point{plan.maxX, plan.maxY}}) {
        const auto at = plan.empty() ? std::nullopt : world(corner);
        if (!at) {
            return {};
        }
        box.add(*at);
    }
    return box;
}

/// Newton's steps on a map that is nearly a similarity.
Point WorldFrame::planNear(Point target, Point start) const {
    Point plan = start;
    for (int step = 0; step < 6; ++step) {
        // Outside the plan the nearest place in it gives the direction well enough.
        const Point inside{std::clamp(plan.x, m_planBounds.minX, m_planBounds.maxX),
                           std::clamp(plan.y, m_planBounds.minY, m_planBounds.maxY)};
        const Cell* cell = cellAt(inside);
        cell = cell != nullptr || m_cells.empty() ? cell : &m_cells.begin()->second.front();
        if (cell == nullptr) {
            return plan;
        }
        constexpr double stepM = 100;
        const Point here = cell->world(plan);
        const Point east = cell->world({plan.x + stepM, plan.y});
        const Point north = cell->world({plan.x, plan.y + stepM});
        const double a = (east.x - here.x) / stepM;
        const double b = (north.x - here.x) / stepM;
        const double c = (east.y - here.y) / stepM;
        const double d = (north.y - here.y) / stepM;
        const double determinant = a * d - b * c;
        const double dx = target.x - here.x;
        const double dy = target.y - here.y;
        plan.x += (d * dx - b * dy) / determinant;
        plan.y += (a * dy - c * dx) / determinant;
    }
    return plan;
}

Box WorldFrame::planWindow(const Box& world) const {
    const Box clipped{std::max(world.minX, m_worldBounds.minX),
                      std::max(world.minY, m_worldBounds.minY),
                      std::min(world.maxX, m_worldBounds.maxX),
                      std::min(world.maxY, m_worldBounds.maxY)};
    if (m_cells.empty() || world.empty() || clipped.empty() || clipped.minY > clipped.maxY) {
        return {};
    }
    if (m_cells.size() > 64) {
        return m_planBounds; // a country: what lies outside the window is found out feature by feature
    }
    Box plan;
    for (int i = 0; i < 9; ++i) {
        plan.add(planNear(
            {clipped.minX + clipped.width() * (i % 3) / 2, clipped.minY + clipped.height() * (i / 3) / 2},
            m_planBounds.centre()));
    }
    // Meridians and parallels bend between the nine places.
    return plan.grown(0.002 * std::max(plan.width(), plan.height()) + 1);
}

} // namespace tuban
