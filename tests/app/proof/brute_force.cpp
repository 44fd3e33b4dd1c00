#include "tests/app/proof/brute_force.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace tuban::test {

namespace {

double distanceToSegment(Point p, Point a, Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double share =
        squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - share * dx, p.y - a.y - share * dy);
}

/// How often a ring goes round a place (D. Sunday's crossing rule with sides).
int windings(std::span<const Point> ring, Point p) {
    int count = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point a = ring[i - 1];
        const Point b = ring[i];
        const double side = (b.x - a.x) * (p.y - a.y) - (p.x - a.x) * (b.y - a.y);
        if (a.y <= p.y && b.y > p.y && side > 0) {
            ++count;
        } else if (a.y > p.y && b.y <= p.y && side < 0) {
            --count;
        }
    }
    return count;
}

/// Inside an odd number of rings.
bool isInside(const Geometry& area, Point p) {
    int rings = 0;
    for (std::size_t part = 0; part < area.partEnds.size(); ++part) {
        rings += windings(area.part(part), p) % 2 != 0 ? 1 : 0;
    }
    return rings % 2 != 0;
}

double nearest(const Geometry& shape, Point p) {
    double distance = std::numeric_limits<double>::infinity();
    for (std::size_t part = 0; part < shape.partEnds.size(); ++part) {
        const auto points = shape.part(part);
        for (std::size_t i = 0; i < points.size(); ++i) {
            distance = std::min(distance, distanceToSegment(p, points[i == 0 ? 0 : i - 1], points[i]));
        }
    }
    return distance;
}

} // namespace

BruteForce::BruteForce(const std::vector<std::shared_ptr<const LayerSnapshot>>& snapshots) {
    for (const auto& snapshot : snapshots) {
        for (std::size_t i = 0; i < snapshot->size(); ++i) {
            Geometry shape = snapshot->geometry(i);
            const Box box = shape.box();
            m_features.push_back({snapshot.get(), i, std::move(shape), box});
        }
    }
}

FeatureSet BruteForce::at(Point place, double radiusM) const {
    FeatureSet found;
    for (const Feature& feature : m_features) {
        if (feature.shape.empty() || !feature.box.grown(radiusM).contains(place)) {
            continue;
        }
        const bool hit = feature.shape.kind == ShapeKind::Area ? isInside(feature.shape, place)
                                                               : nearest(feature.shape, place) <= radiusM;
        if (hit) {
            found.emplace_back(feature.snapshot, feature.index);
        }
    }
    std::ranges::sort(found);
    return found;
}

bool holdsAllPixels(const DisplayLayer& layer, const PlacedLabel& label, const View& view) {
    const auto index = layer.snapshot->find(label.uid);
    const Geometry shape = layer.geometry(static_cast<std::size_t>(index));
    for (double y = std::ceil(label.box.minY); y <= label.box.maxY; y += 1) {
        for (double x = std::ceil(label.box.minX); x <= label.box.maxX; x += 1) {
            if (!isInside(shape, view.worldFromScreen({x, y}))) {
                return false;
            }
        }
    }
    return true;
}

} // namespace tuban::test
