#pragma once

#include "geo/base/result.h"
#include "geo/works/mark.h"

#include <QString>

namespace tuban {

/// Longest side of a photo in a plan, pixels.
inline constexpr int maxPhotoSidePx = 2560;

/// A picture file as it goes into a plan: as it is when its longest side is at most maxPhotoSidePx, otherwise
/// turned upright, scaled down and written as JPEG. Not on the GUI thread.
/// \return Error::NotFound, Error::Unreadable naming the file
[[nodiscard]] Result<PhotoFile> loadPhoto(const QString& path);

} // namespace tuban
