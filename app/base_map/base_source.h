#pragma once

#include "app/base_map/base_map_choice.h"
#include "app/map/tile_grid.h"
#include "geo/base/result.h"

#include <QImage>
#include <QString>

#include <memory>
#include <stop_token>

namespace tuban {

class TileFetcher;

/// A base map as pictures of the map's own tiles. Thread rule: one object per thread.
class BaseSource {
public:
    struct Facts {
        int minZoom = 0;
        int maxZoom = 19;         ///< finer views scale its tiles
        Box worldBox{0, 0, 1, 1}; ///< nothing lies outside
        QString attribution;
        bool isSlowFar = false; ///< a picture file without overviews
    };

    virtual ~BaseSource() = default;
    [[nodiscard]] virtual const Facts& facts() const = 0;
    /// The tile, tilePx × tilePx pixels with alpha. \pre the zoom of `tile` is a whole number
    /// \return null where there is nothing
    [[nodiscard]] virtual Result<QImage> picture(const TileKey& tile, const std::stop_token& stop) = 0;
};

/// \param fetcher outlives the source
/// \return the errors of what `choice` names
[[nodiscard]] Result<std::unique_ptr<BaseSource>> openBaseSource(const BaseMapChoice& choice,
                                                                 TileFetcher& fetcher);

} // namespace tuban
