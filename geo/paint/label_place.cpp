#include "geo/paint/label_place.h"

#include "geo/paint/label_fit.h"
#include "geo/paint/label_text.h"
#include "geo/paint/label_track.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace tuban {

namespace {

constexpr double degree = std::numbers::pi / 180.0;

Geometry onScreen(Geometry shape, const View& view) {
    std::ranges::transform(
        shape.points, shape.points.begin(), [&view](Point p) { return view.screenFromWorld(p); });
    return shape;
}

} // namespace

PlacedLabel placedAt(PlacedLabel label, Point centre, double angleDegrees) {
    const double c = std::abs(std::cos(angleDegrees * degree));
    const double s = std::abs(std::sin(angleDegrees * degree));
    const double halfWidth = (label.size.width * c + label.size.height * s) / 2;
    const double halfHeight = (label.size.width * s + label.size.height * c) / 2;
    label.centre = centre;
    label.angleDegrees = angleDegrees;
    label.box = {centre.x - halfWidth, centre.y - halfHeight, centre.x + halfWidth, centre.y + halfHeight};
    return label;
}

LabelPlaces::LabelPlaces(const View& view, double marginPx)
    : m_view(view),
      m_marginPx(marginPx),
      m_columns(static_cast<std::size_t>((view.widthPx() + 2 * marginPx) / cellPx) + 1),
      m_rows(static_cast<std::size_t>((view.heightPx() + 2 * marginPx) / cellPx) + 1),
      m_cells(m_columns * m_rows) {}

std::size_t LabelPlaces::cellOf(double value, std::size_t cells) const {
    return static_cast<std::size_t>(
        std::clamp((value + m_marginPx) / cellPx, 0.0, static_cast<double>(cells - 1)));
}

void LabelPlaces::block(const Box& boxPx) {
    for (std::size_t row = cellOf(boxPx.minY, m_rows); row <= cellOf(boxPx.maxY, m_rows); ++row) {
        for (std::size_t column = cellOf(boxPx.minX, m_columns); column <= cellOf(boxPx.maxX, m_columns);
             ++column) {
            m_cells[row * m_columns + column].push_back(boxPx);
        }
    }
}

bool LabelPlaces::isFree(const Box& boxPx) const {
    if (boxPx.minX < -m_marginPx || boxPx.minY < -m_marginPx || boxPx.maxX > m_view.widthPx() + m_marginPx ||
        boxPx.maxY > m_view.heightPx() + m_marginPx) {
        return false;
    }
    for (std::size_t row = cellOf(boxPx.minY, m_rows); row <= cellOf(boxPx.maxY, m_rows); ++row) {
        for (std::size_t column = cellOf(boxPx.minX, m_columns); column <= cellOf(boxPx.maxX, m_columns);
             ++column) {
            const auto& blocked = m_cells[row * m_columns + column];
            if (std::ranges::any_of(blocked, [&](const Box& other) { return other.intersects(boxPx); })) {
                return false;
            }
        }
    }
    return true;
}

void LabelPlaces::find(const DisplayLayer& layer,
                       std::size_t index,
                       const PlacedLabel& label,
                       const MeasureText& measure,
                       const Accept& accept,
                       const std::function<void(PlacedLabel)>& place) const {
    const auto placeFirst = [&](std::vector<PlacedLabel> places) {
        if (const auto found = std::ranges::find_if(places, accept); found != places.end()) {
            place(std::move(*found));
        }
    };
    switch (layer.snapshot->kind) {
    case ShapeKind::Point: {
        PlacedLabel written = label;
        written.text = waysToWrite(label.text).front();
        written.size = measure(written.text, written.role);
        placeFirst(besidePoint(layer.box(index).centre(), written));
        break;
    }
    case ShapeKind::Line: {
        PlacedLabel written = label;
        written.size = measure(written.text, written.role);
        for (std::vector<PlacedLabel>& stretch : alongLine(layer.geometry(index), written)) {
            placeFirst(std::move(stretch));
        }
        break;
    }
    case ShapeKind::Area:
        placeFirst(insideArea(layer.geometry(index), label, measure));
        break;
    }
}

bool LabelPlaces::isStillThere(const DisplayLayer& layer, std::size_t index, const PlacedLabel& label) const {
    switch (layer.snapshot->kind) {
    case ShapeKind::Point:
        return layer.box(index).centre() == label.world;
    case ShapeKind::Line: {
        constexpr double mostAwayPx = 8;
        return distanceTo(layer.geometry(index), label.world) * m_view.pixelsPerWorld() < mostAwayPx;
    }
    case ShapeKind::Area:
        break;
    }
    return AreaRoom(onScreen(layer.geometry(index), m_view)).holds(label.box);
}

PlacedLabel LabelPlaces::onGround(const PlacedLabel& label, Point screen, double angleDegrees) const {
    PlacedLabel placed = placedAt(label, screen, angleDegrees);
    placed.world = m_view.worldFromScreen(screen);
    placed.offset = {0, 0};
    return placed;
}

std::vector<PlacedLabel> LabelPlaces::besidePoint(Point world, const PlacedLabel& label) const {
    constexpr double gap = 10;
    const double aside = gap + label.size.width / 2;
    const double above = gap + label.size.height / 2;
    const Point sign = m_view.screenFromWorld(world);
    std::vector<PlacedLabel> places;
    for (const Point offset : {Point{aside, 0}, Point{-aside, 0}, Point{0, -above}, Point{0, above}}) {
        PlacedLabel placed = placedAt(label, {sign.x + offset.x, sign.y + offset.y}, 0);
        placed.world = world;
        placed.offset = offset;
        places.push_back(std::move(placed));
    }
    return places;
}

/// One list of places for each stretch that is to bear the name, the middle of the line first.
std::vector<std::vector<PlacedLabel>> LabelPlaces::alongLine(const Geometry& line,
                                                             const PlacedLabel& label) const {
    constexpr double mostStrayPx = 4;
    constexpr double everyPx = 560;
    std::vector<std::vector<PlacedLabel>> stretches;
    for (std::size_t part = 0; part < line.partEnds.size(); ++part) {
        for (const LabelTrack& track : tracksOf(line.part(part), m_view)) {
            const double half = label.size.width / 2 + 4;
            if (track.length() < 2 * half) {
                continue;
            }
            const int stretchesAside = static_cast<int>(track.length() / 2 / everyPx);
            for (int stretch = 0; stretch <= 2 * stretchesAside; ++stretch) {
                const int step = (stretch % 2 == 0 ? -1 : 1) * ((stretch + 1) / 2);
                const double middleOfStretch = track.length() / 2 + step * everyPx;
                std::vector<PlacedLabel> places;
                for (const double aside : {0.0, -70.0, 70.0, -140.0, 140.0}) {
                    const double middle = std::clamp(middleOfStretch + aside, half, track.length() - half);
                    const Point a = track.at(middle - half);
                    const Point b = track.at(middle + half);
                    const Point centre{(a.x + b.x) / 2, (a.y + b.y) / 2};
                    if (!isNearRoom(centre) ||
                        track.strayBetween(middle - half, middle + half) > mostStrayPx) {
                        continue;
                    }
                    double angle = std::atan2(b.y - a.y, b.x - a.x) / degree;
                    angle += angle > 90 ? -180 : (angle <= -90 ? 180 : 0);
                    places.push_back(onGround(label, centre, angle));
                }
                stretches.push_back(std::move(places));
            }
        }
    }
    return stretches;
}

bool LabelPlaces::isNearRoom(Point screen) const {
    return screen.x > -m_marginPx && screen.y > -m_marginPx && screen.x < m_view.widthPx() + m_marginPx &&
           screen.y < m_view.heightPx() + m_marginPx;
}

std::vector<PlacedLabel>
LabelPlaces::insideArea(const Geometry& area, const PlacedLabel& label, const MeasureText& measure) const {
    const AreaRoom room(onScreen(area, m_view));
    std::vector<PlacedLabel> places;
    for (std::string& way : waysToWrite(label.text)) {
        PlacedLabel written = label;
        written.size = measure(way, label.role);
        written.text = std::move(way);
        for (const Point centre : room.centresFor(written.size.width, written.size.height)) {
            PlacedLabel placed = onGround(written, centre, 0);
            if (room.holds(placed.box)) {
                places.push_back(std::move(placed));
            }
        }
    }
    return places;
}

} // namespace tuban
