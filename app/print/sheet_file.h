#pragma once

#include "app/print/sheet.h"
#include "geo/base/result.h"

#include <QSizeF>

#include <string>

namespace tuban {

/// A drawing on a surface of this size in logical pixels.
struct SheetPicture {
    Sheet sheet;
    Scene scene;
    Canvas canvas;
    QSizeF sizePx;
    bool mapOnly = false; ///< small pictures: the map fills them
    SheetLayout layout;
};

/// Writes a PNG beside its place and renames it. \param deviceRatio pixels of the file in a logical one
/// \return Error::Unwritable naming the file
[[nodiscard]] Result<void> writePng(const std::string& path, SheetPicture picture, double deviceRatio);

/// Writes a PDF of vectors with text that can be searched, beside its place and renamed.
/// \return Error::Unwritable naming the file
[[nodiscard]] Result<void> writePdf(const std::string& path, SheetPicture picture);

} // namespace tuban
