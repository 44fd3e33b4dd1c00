#include "geo/measure/road_graph.h"

#include "geo/measure/crossing.h"

#include <queue>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace tuban {

namespace {

double lengthBetween(Point a, Point b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

/// Where p falls on a→b, 0..1.
double alongOf(Point a, Point b, Point p) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    return square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0;
}

Point pointAt(Point a, Point b, double along) {
    return {.x = a.x + along * (b.x - a.x), .y = a.y + along * (b.y - a.y)};
}

} // namespace

/// Gives places nearer than joinM the same node.
class RoadGraph::NodeFinder {
public:
    explicit NodeFinder(std::vector<Node>& nodes) : m_nodes(nodes) {}
    std::uint32_t nodeAt(Point p) {
        const auto [column, row] = cellOf(p);
        for (std::int64_t c = column - 1; c <= column + 1; ++c) {
            for (std::int64_t r = row - 1; r <= row + 1; ++r) {
                const auto found = m_cells.find({c, r});
                if (found != m_cells.end() && lengthBetween(m_nodes[found->second].at, p) < joinM) {
                    return found->second;
                }
            }
        }
        const auto node = static_cast<std::uint32_t>(m_nodes.size());
        m_nodes.push_back({.at = p, .degree = 0});
        m_cells.emplace(std::pair(column, row), node);
        return node;
    }

private:
    static std::pair<std::int64_t, std::int64_t> cellOf(Point p) {
        return {std::llround(p.x / joinM), std::llround(p.y / joinM)};
    }
    std::vector<Node>& m_nodes;
    std::map<std::pair<std::int64_t, std::int64_t>, std::uint32_t> m_cells;
};

RoadGraph::RoadGraph(std::span<const Geometry> roads) {
    for (std::uint32_t road = 0; road < roads.size(); ++road) {
        for (std::size_t part = 0; part < roads[road].partEnds.size(); ++part) {
            const auto line = roads[road].part(part);
            for (std::size_t i = 1; i < line.size(); ++i) {
                if (line[i - 1] != line[i]) {
                    m_segments.push_back({.from = line[i - 1], .to = line[i], .road = road});
                }
            }
        }
    }
    std::vector<Box> boxes;
    boxes.reserve(m_segments.size());
    for (const Segment& segment : m_segments) {
        Box& box = boxes.emplace_back();
        box.add(segment.from);
        box.add(segment.to);
    }
    m_tree = BoxTree(std::move(boxes));
    join();
}

void RoadGraph::join() {
    NodeFinder finder(m_nodes);
    m_stops.resize(m_segments.size());
    const auto stop = [&](std::uint32_t index, double along) {
        const Segment& segment = m_segments[index];
        m_stops[index].push_back(
            {.along = along, .node = finder.nodeAt(pointAt(segment.from, segment.to, along))});
    };
    for (std::uint32_t i = 0; i < m_segments.size(); ++i) {
        stop(i, 0);
        stop(i, 1);
    }
    for (std::uint32_t i = 0; i < m_segments.size(); ++i) {
        const Segment& own = m_segments[i];
        Box box;
        box.add(own.from);
        box.add(own.to);
        forSegments(box.grown(joinM), [&](std::uint32_t j, const Segment& other) {
            if (j == i) {
                return;
            }
            for (const Point end : {other.from, other.to}) {
                const double along = alongOf(own.from, own.to, end);
                if (lengthBetween(pointAt(own.from, own.to, along), end) < joinM) {
                    m_stops[i].push_back({.along = along, .node = finder.nodeAt(end)});
                }
            }
            if (crossingSign(own.from, own.to, other.from, other.to) != 0) {
                stop(i, alongOf(own.from, own.to, crossingPoint(own.from, own.to, other.from, other.to)));
            }
        });
    }
    m_links.resize(m_nodes.size());
    for (std::uint32_t i = 0; i < m_segments.size(); ++i) {
        auto& stops = m_stops[i];
        std::ranges::sort(stops, {}, &Stop::along);
        for (std::size_t k = 1; k < stops.size(); ++k) {
            const std::uint32_t a = stops[k - 1].node;
            const std::uint32_t b = stops[k].node;
            if (a != b) {
                const double lengthM = lengthBetween(m_nodes[a].at, m_nodes[b].at);
                m_links[a].push_back({.to = b, .lengthM = lengthM, .segment = i});
                m_links[b].push_back({.to = a, .lengthM = lengthM, .segment = i});
            }
        }
    }
    for (std::size_t node = 0; node < m_nodes.size(); ++node) {
        m_nodes[node].degree = static_cast<std::uint32_t>(m_links[node].size());
    }
}

std::vector<RoadGraph::DeadEnd> RoadGraph::deadEnds() const {
    std::vector<DeadEnd> ends;
    for (std::uint32_t node = 0; node < m_nodes.size(); ++node) {
        if (m_nodes[node].degree != 1) {
            continue;
        }
        const Link& link = m_links[node].front();
        const Point at = m_nodes[node].at;
        const Point before = m_nodes[link.to].at;
        const double length = lengthBetween(before, at);
        ends.push_back({.node = node,
                        .road = m_segments[link.segment].road,
                        .ahead = {.x = (at.x - before.x) / length, .y = (at.y - before.y) / length}});
    }
    return ends;
}

double RoadGraph::distance(std::uint32_t node, const Place& place) const {
    const auto& stops = m_stops[place.segment];
    const Segment& segment = m_segments[place.segment];
    const double lengthM = lengthBetween(segment.from, segment.to);
    std::vector<double> distances(m_nodes.size(), std::numeric_limits<double>::infinity());
    distances[node] = 0;
    using Item = std::pair<double, std::uint32_t>;
    std::priority_queue<Item, std::vector<Item>, std::greater<>> queue;
    queue.emplace(0, node);
    double best = std::numeric_limits<double>::infinity();
    while (!queue.empty() && queue.top().first < best) {
        const auto [far, at] = queue.top();
        queue.pop();
        if (far > distances[at]) {
            continue;
        }
        for (const Stop& stop : stops) {
            if (stop.node == at) {
                best = std::min(best, far + std::abs(stop.along - place.along) * lengthM);
            }
        }
        for (const Link& link : m_links[at]) {
            if (far + link.lengthM < distances[link.to]) {
                distances[link.to] = far + link.lengthM;
                queue.emplace(distances[link.to], link.to);
            }
        }
    }
    return best;
}

} // namespace tuban
