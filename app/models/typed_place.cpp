#include "app/models/typed_place.h"

#include "geo/crs/crs.h"

#include <QRegularExpression>

namespace tuban {

namespace {

// Bounds of China, wide enough for every zone.
constexpr double minLon = 72;
constexpr double maxLon = 136;
constexpr double minLat = 3;
constexpr double maxLat = 54;
constexpr double minNorthM = 300'000;
constexpr double maxNorthM = 6'100'000;
constexpr double minEastM = 100'000;
constexpr double maxEastM = 900'000;
constexpr double zoneWidthM = 1'000'000;

std::optional<TypedPlace> asDegrees(double first, double second) {
    const auto fits = [](double lon, double lat) {
        return lon >= minLon && lon <= maxLon && lat >= minLat && lat <= maxLat;
    };
    if (fits(first, second)) {
        return TypedPlace{.degrees = true, .at = {first, second}};
    }
    if (fits(second, first)) {
        return TypedPlace{.degrees = true, .at = {second, first}};
    }
    return std::nullopt;
}

std::optional<TypedPlace> asGround(double first, double second, int zone) {
    const auto eastOf = [zone](double value) -> std::optional<double> {
        const double east = zone > 0 && value > zone * zoneWidthM ? value - zone * zoneWidthM : value;
        const bool plain = east >= minEastM && east <= maxEastM;
        // A plan in a system with prefix has eastings of eight digits itself.
        const bool prefixed = zone == 0 && value > 13 * zoneWidthM && value < 46 * zoneWidthM;
        return plain || prefixed ? std::optional(east) : std::nullopt;
    };
    const auto isNorth = [](double value) { return value >= minNorthM && value <= maxNorthM; };
    // North comes first where planners write it; both orders are told apart by their size.
    if (const auto east = eastOf(second); isNorth(first) && east) {
        return TypedPlace{.degrees = false, .at = {*east, first}};
    }
    if (const auto east = eastOf(first); isNorth(second) && east) {
        return TypedPlace{.degrees = false, .at = {*east, second}};
    }
    return std::nullopt;
}

} // namespace

std::optional<TypedPlace> typedPlace(const QString& text, int zone) {
    static const QRegularExpression words(QStringLiteral("[XYNExyne()（）北东=:：°,，;；\\s]+"));
    static const QRegularExpression number(QStringLiteral("^[0-9]+(\\.[0-9]+)?$"));
    const auto parts = text.split(words, Qt::SkipEmptyParts);
    if (parts.size() != 2 || !number.match(parts.at(0)).hasMatch() || !number.match(parts.at(1)).hasMatch()) {
        return std::nullopt;
    }
    const double first = parts.at(0).toDouble();
    const double second = parts.at(1).toDouble();
    const auto degrees = asDegrees(first, second);
    return degrees ? degrees : asGround(first, second, zone);
}

int zoneWithoutPrefix(int epsg) {
    constexpr int firstPrefixed = 4513; // zone 25
    constexpr int lastPrefixed = 4533;  // zone 45
    const int prefixed = sisterEpsg(epsg).value_or(0);
    return prefixed >= firstPrefixed && prefixed <= lastPrefixed ? prefixed - firstPrefixed + 25 : 0;
}

} // namespace tuban
