#include "geo/demo/city_plan.h"

#include <algorithm>
#include <cmath>

namespace tuban {

namespace {

constexpr double kmPerCentre = 40; // km² that a centre serves

double smooth(double t) {
    return t * t * (3 - 2 * t);
}

/// −1 … 1 for a corner of the lattice.
double cornerValue(std::int64_t x, std::int64_t y, std::uint64_t salt) {
    Random random(static_cast<std::uint64_t>(x) * 0x9e37'79b1U +
                  static_cast<std::uint64_t>(y) * 0x85eb'ca77U + salt * 0xc2b2'ae3dU);
    return random.between(-1, 1);
}

} // namespace

CitySize citySizeFor(int parcels) {
    constexpr double known = 6'000;  // parcels
    constexpr double knownKm2 = 100; // of a development zone
    constexpr double knownCellM = 330;
    const double ratio = parcels / known;
    const double km2 = knownKm2 * (ratio <= 1 ? ratio : std::pow(ratio, 0.467));
    const double cellM = ratio <= 1 ? knownCellM : knownCellM * std::pow(ratio, -0.088);
    const double blocks = std::max(4.0, km2 * 1e6 / (cellM * cellM));
    const double wide = ratio <= 1 ? 1 : std::min(1.6, 1 + 0.12 * std::log(ratio)); // width by height
    CitySize size;
    size.cellM = cellM;
    size.rows = std::max(2, static_cast<int>(std::lround(std::sqrt(blocks / wide))));
    size.columns = std::max(2, static_cast<int>(std::lround(blocks / size.rows)));
    return size;
}

CityPlan::CityPlan(CitySize size, std::uint64_t seed)
    : m_size(size), m_seed(seed), m_wideM(size.columns * size.cellM), m_highM(size.rows * size.cellM) {
    const double km2 = m_wideM * m_highM / 1e6;
    m_centres.push_back({{0.06 * m_wideM, -0.08 * m_highM}, std::clamp(0.09 * m_highM, 250.0, 1'900.0)});
    Random random(seed + 5);
    const int further = static_cast<int>(km2 / kmPerCentre);
    for (int tries = 0; tries < 40 * further && std::ssize(m_centres) <= further; ++tries) {
        const Point at{random.between(-0.4, 0.42) * m_wideM, random.between(-0.42, 0.36) * m_highM};
        const bool apart = std::ranges::all_of(m_centres, [&](const Centre& other) {
            return std::hypot(at.x - other.at.x, at.y - other.at.y) > 2'600 + other.radiusM;
        });
        if (apart) {
            m_centres.push_back({at, random.between(380, 760)});
        }
    }
}

Point CityPlan::middleOf(int column, int row) const {
    return {((column + 0.5) / m_size.columns - 0.5) * m_wideM, ((row + 0.5) / m_size.rows - 0.5) * m_highM};
}

double CityPlan::wander(Point at, double lengthM, std::uint64_t salt) const {
    const double x = at.x / lengthM;
    const double y = at.y / lengthM;
    const double left = std::floor(x);
    const double below = std::floor(y);
    const auto value = [&](int dx, int dy) {
        return cornerValue(
            static_cast<std::int64_t>(left) + dx, static_cast<std::int64_t>(below) + dy, m_seed * 31 + salt);
    };
    const double tx = smooth(x - left);
    const double ty = smooth(y - below);
    return (value(0, 0) * (1 - tx) + value(1, 0) * tx) * (1 - ty) +
           (value(0, 1) * (1 - tx) + value(1, 1) * tx) * ty;
}

double CityPlan::nearness(Point at) const {
    double nearest = 1e9;
    for (const auto& centre : m_centres) {
        nearest = std::min(nearest, std::hypot(at.x - centre.at.x, at.y - centre.at.y) / centre.radiusM);
    }
    return nearest;
}

/// One block in each square of about a kilometre, so that homes are within reach of one.
bool CityPlan::isNeighbourhoodPark(int column, int row) const {
    const int step = std::max(3, static_cast<int>(std::lround(1'100 / m_size.cellM)));
    Random random(m_seed * 7 + static_cast<std::uint64_t>(column / step) * 977 +
                  static_cast<std::uint64_t>(row / step) * 65'537);
    return column % step == random.whole(0, step - 1) && row % step == random.whole(0, step - 1);
}

BlockKind CityPlan::beyondMotorway(Point at, int row, double edge) const {
    if (row - motorway() < 2 && wander(at, 1'700, 3) > -0.1) {
        return BlockKind::Logistics;
    }
    if (edge < 700 + 500 * wander(at, 1'500, 4)) {
        return BlockKind::Rural;
    }
    return wander(at, 2'100, 5) > 0.45 ? BlockKind::Reserve : BlockKind::Industry;
}

BlockKind CityPlan::kindOf(int column, int row) const {
    const Point at = middleOf(column, row);
    const double edge = std::min(m_wideM / 2 - std::abs(at.x), m_highM / 2 - std::abs(at.y));
    const bool large = m_wideM * m_highM > 20e6; // smaller districts lie inside a city
    if (row >= motorway()) {
        return large ? beyondMotorway(at, row, edge) : BlockKind::Industry;
    }
    const double near = nearness(at);
    if (near < 0.8 + 0.25 * wander(at, 900, 6)) {
        return BlockKind::Commerce;
    }
    if (near < 1.5 && wander(at, 800, 7) > 0.2) {
        return BlockKind::Civic;
    }
    if (row == river() && wander(at, 1'300, 8) > 0.15) {
        return BlockKind::Park;
    }
    if (large && edge < 0.035 * m_wideM * (1 + 1.2 * wander(at, 2'600, 9))) {
        return wander(at, 3'000, 10) > 0.5 ? BlockKind::Reserve : BlockKind::Rural;
    }
    const double east = at.x / m_wideM;
    const double north = at.y / m_highM;
    // Elsewhere in a large city further works lie in patches, away from the centres.
    const bool patch = m_wideM > 16'000 && near > 3 && wander(at, 5'200, 13) > 0.42;
    if (east < -0.3 + 0.07 * wander(at, 1'900, 11) || patch) {
        return wander(at, 1'400, 12) > 0.6 ? BlockKind::Residential : BlockKind::Industry;
    }
    if (east > 0.27 + 0.08 * wander(at, 2'000, 14) && north > -0.05 + 0.1 * wander(at, 1'700, 15)) {
        return isNeighbourhoodPark(column, row) ? BlockKind::Park : BlockKind::Research;
    }
    if (isNeighbourhoodPark(column, row)) {
        return BlockKind::Park;
    }
    return wander(at, 700, 16) > 0.72 ? BlockKind::Civic : BlockKind::Residential;
}

} // namespace tuban
