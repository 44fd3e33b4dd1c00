#pragma once

#include "geo/base/result.h"

#include <string>
#include <vector>

namespace tuban {

enum class SourceFormat { Shapefile, GeoPackage, GeoJson, Xlsx, Xls, Ods };

/// A workbook: tables without shapes.
[[nodiscard]] bool isWorkbook(SourceFormat format);

/// One file as GDAL names it; inside an archive the name begins with /vsizip/.
struct SourceFile {
    std::string path;
    std::string stem; ///< name without folder and ending, UTF-8
    SourceFormat format = SourceFormat::Shapefile;
};

/// The files of shapes that a path means: itself, or those in a folder or a .zip. An archive is looked
/// through before anything of it is unpacked: at most 10,000 entries, 4 GiB and 200 times its own size.
/// \return Error::NotFound, or Error::Unreadable for a format that is not read and for an archive or folder
///         that holds none
[[nodiscard]] Result<std::vector<SourceFile>> findSourceFiles(const std::string& path);

/// The file beside `path` with the same stem and another ending, in any case of letters; empty when there is
/// none.
[[nodiscard]] std::string siblingOf(const std::string& path, const std::string& ending);

/// A name of a file as UTF-8; names that are not are taken as GBK.
[[nodiscard]] std::string nameAsUtf8(const std::string& name);

/// The first `most` bytes of a file of GDAL's name; empty when it cannot be read.
[[nodiscard]] std::string readBytes(const std::string& path, std::size_t most);

} // namespace tuban
