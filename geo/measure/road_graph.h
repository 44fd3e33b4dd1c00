#pragma once

#include "geo/shape/box_tree.h"
#include "geo/shape/geometry.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tuban {

/// Centrelines as a network: they join where an end lies on another line and where lines cross (all crossings
/// count as level). Lengths in the plane. Immutable: share it const between threads.
class RoadGraph {
public:
    /// Ends nearer than this to a line are joined to it, m.
    static constexpr double joinM = 0.5;

    explicit RoadGraph(std::span<const Geometry> roads);

    struct Segment {
        Point from, to;
        std::uint32_t road = 0;
    };
    struct Node {
        Point at;
        std::uint32_t degree = 0;
    };
    /// A place on a segment.
    struct Place {
        std::uint32_t segment = 0;
        double along = 0; ///< 0 at `from`, 1 at `to`
        Point at;
    };
    struct DeadEnd {
        std::uint32_t node = 0;
        std::uint32_t road = 0;
        Point ahead; ///< unit vector in which the road would go on
    };

    [[nodiscard]] const std::vector<Node>& nodes() const { return m_nodes; }
    [[nodiscard]] const std::vector<Segment>& segments() const { return m_segments; }
    /// Nodes where just one piece of road ends, in order of nodes.
    [[nodiscard]] std::vector<DeadEnd> deadEnds() const;
    /// Calls `visit` with each segment that may lie in a box.
    template <class Visit>
    void forSegments(const Box& window, Visit&& visit) const {
        m_tree.query(window, [&](std::uint32_t index) {
            visit(index, m_segments[index]);
            return true;
        });
    }
    /// Shortest way from a node to a place along the roads, m; infinite where there is none.
    [[nodiscard]] double distance(std::uint32_t node, const Place& place) const;

private:
    struct Stop {
        double along = 0;
        std::uint32_t node = 0;
    };
    struct Link {
        std::uint32_t to = 0;
        double lengthM = 0;
        std::uint32_t segment = 0;
    };
    class NodeFinder;
    void join();

    std::vector<Segment> m_segments;
    BoxTree m_tree;                         // over the segments
    std::vector<std::vector<Stop>> m_stops; // by segment, in order
    std::vector<Node> m_nodes;
    std::vector<std::vector<Link>> m_links; // by node
};

} // namespace tuban
