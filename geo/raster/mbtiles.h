#pragma once

#include "geo/base/result.h"
#include "geo/plan/database.h"
#include "geo/shape/geometry.h"

#include <cstddef>
#include <string>
#include <vector>

namespace tuban {

/// A file of map tiles by the MBTiles specification 1.3, opened for reading by the hardened connection that
/// opens plans. Thread rule: one object per thread; move-only.
class MbTiles {
public:
    /// What the file says of itself, put right by what is in it.
    struct Facts {
        int minZoom = 0;
        int maxZoom = 0;
        std::string attribution;        ///< may hold HTML
        Box geoBox{-180, -85, 180, 85}; ///< degrees
    };

    /// \return Error::NotFound; Unreadable for what is no MBTiles file, is empty or holds vector tiles;
    /// Corrupt
    [[nodiscard]] static Result<MbTiles> open(const std::string& path);

    [[nodiscard]] const Facts& facts() const { return m_facts; }
    /// The bytes of a tile, PNG or JPEG; empty where there is none.
    /// \param row counted from the north, as in addresses on the web
    [[nodiscard]] Result<std::vector<std::byte>> tile(int zoom, int column, int row) const;

private:
    explicit MbTiles(Database database) : m_database(std::move(database)) {}
    [[nodiscard]] Result<void> readFacts();
    [[nodiscard]] Result<std::string> metadata(const std::string& name) const;

    Database m_database;
    Facts m_facts;
};

} // namespace tuban
