#pragma once

#include "app/base_map/base_map_choice.h"
#include "geo/base/result.h"
#include "geo/shape/geometry.h"

#include <QImage>
#include <QString>

#include <memory>
#include <stop_token>

namespace tuban {

class TileFetcher;

/// A tile of the web's scheme: 2^zoom columns and rows over Web Mercator, rows counted from the north.
struct TileAddress {
    int zoom = 0;
    int column = 0;
    int row = 0;
};

/// Ready-made tiles, wherever they come from. Thread rule: one object per thread.
class TilePyramid {
public:
    struct Facts {
        int minZoom = 0;
        int maxZoom = 19;
        Box worldBox{0, 0, 1, 1};
        QString attribution;
    };

    virtual ~TilePyramid() = default;
    [[nodiscard]] virtual const Facts& facts() const = 0;
    /// \return null where there is no such tile; Error::Unreadable, Corrupt, Cancelled …
    [[nodiscard]] virtual Result<QImage> tile(TileAddress address, const std::stop_token& stop) = 0;
};

/// \param choice Online, Folder or MbTiles
/// \param fetcher outlives the pyramid
[[nodiscard]] Result<std::unique_ptr<TilePyramid>> openPyramid(const BaseMapChoice& choice,
                                                               TileFetcher& fetcher);

/// A PNG or JPEG of at most 2048 pixels a side. \return Error::Unreadable
[[nodiscard]] Result<QImage> decodedTile(const QByteArray& bytes);

} // namespace tuban
