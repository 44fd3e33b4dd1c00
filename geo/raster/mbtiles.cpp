#include "geo/raster/mbtiles.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>

namespace tuban {

namespace {

constexpr int deepestZoom = 30;

std::optional<double> numberOf(std::string_view text) {
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc() ? std::optional(value) : std::nullopt;
}

/// "113.4,34.7,113.7,34.9": left, bottom, right, top.
std::optional<Box> boxOf(std::string_view text) {
    std::vector<double> numbers;
    while (numbers.size() < 4) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view part = text.substr(std::min(text.find_first_not_of(' '), comma), comma);
        const auto number = numberOf(part);
        if (!number) {
            return std::nullopt;
        }
        numbers.push_back(*number);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    const Box box{numbers[0], numbers[1], numbers[2], numbers[3]};
    return box.minX < box.maxX && box.minY < box.maxY ? std::optional(box) : std::nullopt;
}

} // namespace

Result<MbTiles> MbTiles::open(const std::string& path) {
    const std::string name = std::filesystem::path(path).filename().string();
    auto database = Database::open(path, OpenMode::ReadOnly);
    if (!database) {
        return database.error().code == ErrorCode::NotAPlan
                   ? failure(ErrorCode::Unreadable, name + ": it is no MBTiles file (no SQLite)")
                   : std::unexpected(database.error());
    }
    MbTiles tiles(std::move(*database));
    if (auto read = tiles.readFacts(); !read) {
        return within(name, read.error());
    }
    return tiles;
}

Result<std::string> MbTiles::metadata(const std::string& name) const {
    Statement statement(m_database, "SELECT value FROM metadata WHERE name = ?1");
    statement.bind(1, name);
    const auto row = statement.step();
    if (!row) {
        return std::unexpected(row.error());
    }
    return *row ? std::string(statement.text(0)) : std::string();
}

Result<void> MbTiles::readFacts() {
    Statement zooms(m_database, "SELECT min(zoom_level), max(zoom_level) FROM tiles");
    const auto row = zooms.step();
    const auto format = row ? metadata("format") : std::unexpected(row.error());
    if (!format) {
        return format.error().code == ErrorCode::Sql
                   ? failure(ErrorCode::Unreadable,
                             "it is no MBTiles file (its tables tiles and metadata are missing)")
                   : std::unexpected(format.error());
    }
    if (zooms.isNull(0)) {
        return failure(ErrorCode::Unreadable, "it holds no tiles");
    }
    if (*format == "pbf") {
        return failure(ErrorCode::Unreadable, "it holds vector tiles; only PNG and JPEG tiles can be shown");
    }
    const auto zoom = [&zooms](int column) {
        return static_cast<int>(std::clamp<std::int64_t>(zooms.integer(column), 0, deepestZoom));
    };
    m_facts.minZoom = zoom(0);
    m_facts.maxZoom = zoom(1);
    m_facts.attribution = metadata("attribution").value_or("");
    m_facts.geoBox = boxOf(metadata("bounds").value_or("")).value_or(m_facts.geoBox);
    return {};
}

Result<std::vector<std::byte>> MbTiles::tile(int zoom, int column, int row) const {
    Statement statement(
        m_database,
        "SELECT tile_data FROM tiles WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3");
    const std::int64_t fromSouth =
        (std::int64_t{1} << zoom) - 1 - row; // rows count from the south in the file
    statement.bind(1, zoom).bind(2, column).bind(3, fromSouth);
    const auto found = statement.step();
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!*found) {
        return std::vector<std::byte>();
    }
    const auto blob = statement.blob(0);
    return std::vector<std::byte>(blob.begin(), blob.end());
}

} // namespace tuban
