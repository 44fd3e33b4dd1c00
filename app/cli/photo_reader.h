#pragma once

#include "geo/base/result.h"
#include "geo/works/mark.h"

#include <string>

namespace tuban {

/// A photo from a file, as it is. \return Error::Unreadable when it is missing, too large, no JPEG and no PNG
[[nodiscard]] Result<PhotoFile> readPhotoFile(const std::string& path);

} // namespace tuban
