#include "geo/exchange/source_files.h"

#include "geo/base/text.h"
#include "geo/exchange/text_codec.h"
#include "geo/gdal/handles.h"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <format>
#include <optional>

namespace tuban {
namespace {

constexpr std::uint64_t mostUnpackedBytes = 4ULL << 30U;
constexpr std::uint64_t mostRatio = 200;
constexpr int mostEntries = 10'000;

struct ListFreer {
    void operator()(char** list) const { CSLDestroy(list); }
};
using ListPointer = std::unique_ptr<char*, ListFreer>;

std::string endingOf(const std::string& path) {
    const auto dot = path.find_last_of("./");
    return dot == std::string::npos || path[dot] == '/' ? std::string() : lowerAscii(path.substr(dot + 1));
}

std::string stemOf(const std::string& path) {
    const auto slash = path.find_last_of('/');
    const auto name = slash == std::string::npos ? path : path.substr(slash + 1);
    return name.substr(0, name.find_last_of('.'));
}

std::optional<SourceFile> asSourceFile(const std::string& path) {
    const auto ending = endingOf(path);
    const auto stem = nameAsUtf8(stemOf(path));
    if (ending == "shp") {
        return SourceFile{path, stem, SourceFormat::Shapefile};
    }
    if (ending == "gpkg") {
        return SourceFile{path, stem, SourceFormat::GeoPackage};
    }
    if (ending == "geojson" || ending == "json") {
        return SourceFile{path, stem, SourceFormat::GeoJson};
    }
    if (ending == "xlsx" || ending == "xlsm") {
        return SourceFile{path, stem, SourceFormat::Xlsx};
    }
    if (ending == "xls") {
        return SourceFile{path, stem, SourceFormat::Xls};
    }
    if (ending == "ods") {
        return SourceFile{path, stem, SourceFormat::Ods};
    }
    return std::nullopt;
}

/// The encoding of the names in an archive. Those made on Windows are mostly GBK and do not say so; GDAL
/// takes them for CP437. As ISO-8859-1 every byte comes through as it is. The way to the archive is spelt
/// differently here, because GDAL remembers the list it has made for a spelling.
std::string nameEncodingOf(const std::filesystem::path& archive) {
    const ThreadOption asBytes("CPL_ZIP_ENCODING", "ISO-8859-1");
    const auto spelt = archive.parent_path().string() + "/./" + archive.filename().string();
    const ListPointer names(VSIReadDirRecursive(("/vsizip/{" + spelt + "}").c_str()));
    const auto encoder = TextEncoder::open("ISO-8859-1");
    std::vector<std::string> samples;
    for (int i = 0; names != nullptr && encoder && i < CSLCount(names.get()) && i < mostEntries; ++i) {
        auto name = encoder->encode(names.get()[i]);
        if (name.lost.empty()) { // else the entry says itself that it is UTF-8
            samples.push_back(std::move(name.bytes));
        }
    }
    const auto sniffed = sniffEncoding(samples);
    return sniffed == "UTF-8" || sniffed == "GBK" || sniffed == "GB18030" ? sniffed : "CP437";
}

std::unexpected<Error> notRead(const std::string& path) {
    struct Known {
        std::string_view ending, name;
    };
    static constexpr std::array known{Known{"dbf", "A table without shapes"},
                                      Known{"csv", "A CSV table"},
                                      Known{"txt", "A coordinate text file"},
                                      Known{"dxf", "A DXF drawing"},
                                      Known{"dwg", "A DWG drawing"},
                                      Known{"kml", "KML"},
                                      Known{"kmz", "KML"},
                                      Known{"gml", "GML"},
                                      Known{"mdb", "A personal geodatabase"},
                                      Known{"gdb", "A file geodatabase"},
                                      Known{"rar", "A RAR archive"},
                                      Known{"7z", "A 7z archive"}};
    const auto ending = endingOf(path);
    const auto* found = std::ranges::find(known, ending, &Known::ending);
    const auto what = found == known.end() ? std::string("This kind of file") : std::string(found->name);
    return failure(
        ErrorCode::Unreadable,
        std::format("{}: {} is not read yet. Tuban reads Shapefile (.shp), GeoPackage (.gpkg) and GeoJSON "
                    "(.geojson, .json), also in a .zip or a folder, and workbooks (.xlsx, .xls, .ods).",
                    path,
                    what));
}

std::vector<SourceFile> sourceFilesIn(const std::string& folder) {
    std::vector<SourceFile> files;
    const ListPointer names(VSIReadDirRecursive(folder.c_str()));
    for (int i = 0; names != nullptr && i < CSLCount(names.get()) && i < mostEntries; ++i) {
        const std::string name = names.get()[i];
        // Archives made on a Mac carry a shadow of each file.
        if (name.starts_with("__MACOSX/") || name.find("/._") != std::string::npos) {
            continue;
        }
        if (auto file = asSourceFile(folder + "/" + name)) {
            files.push_back(*std::move(file));
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

Result<void> checkArchive(const std::string& path, const std::string& archive) {
    std::error_code ignored;
    const auto packed = std::filesystem::file_size(path, ignored);
    const ListPointer names(VSIReadDirRecursive(archive.c_str()));
    if (names == nullptr) {
        return failure(ErrorCode::Unreadable,
                       path + ": is no .zip archive that can be read, or it is empty.");
    }
    if (CSLCount(names.get()) > mostEntries) {
        return failure(
            ErrorCode::Unreadable,
            std::format("{}: holds more than {} files; unpack it and import the file.", path, mostEntries));
    }
    std::uint64_t unpacked = 0;
    for (int i = 0; i < CSLCount(names.get()); ++i) {
        VSIStatBufL status;
        if (VSIStatL((archive + "/" + names.get()[i]).c_str(), &status) == 0) {
            unpacked += static_cast<std::uint64_t>(status.st_size);
        }
    }
    constexpr std::uint64_t smallEnough = 64ULL << 20U;
    if (unpacked > mostUnpackedBytes || (unpacked > smallEnough && unpacked > mostRatio * packed)) {
        return failure(
            ErrorCode::Unreadable,
            std::format("{}: would unpack to {} MiB from {} MiB, which looks like a trap; unpack it "
                        "yourself if it is right.",
                        path,
                        unpacked >> 20U,
                        packed >> 20U));
    }
    return {};
}

} // namespace

bool isWorkbook(SourceFormat format) {
    return format == SourceFormat::Xlsx || format == SourceFormat::Xls || format == SourceFormat::Ods;
}

Result<std::vector<SourceFile>> findSourceFiles(const std::string& path) {
    std::error_code failed;
    const auto status = std::filesystem::status(path, failed);
    if (failed || !std::filesystem::exists(status)) {
        return failure(ErrorCode::NotFound, path + ": there is no such file.");
    }
    const GdalMessages messages;
    const bool isFolder = std::filesystem::is_directory(status);
    const auto absolute = std::filesystem::absolute(path, failed).lexically_normal().string();
    if (!isFolder && endingOf(path) != "zip") {
        auto file = asSourceFile(absolute);
        return file ? Result<std::vector<SourceFile>>({*std::move(file)}) : notRead(path);
    }
    const auto folder = isFolder ? absolute : "/vsizip/{" + absolute + "}";
    const ThreadOption names("CPL_ZIP_ENCODING", isFolder ? "CP437" : nameEncodingOf(absolute).c_str());
    if (!isFolder) {
        if (auto fine = checkArchive(path, folder); !fine) {
            return std::unexpected(fine.error());
        }
    }
    auto files = sourceFilesIn(folder);
    if (files.empty()) {
        return failure(ErrorCode::Unreadable,
                       path +
                           ": holds no Shapefile (.shp), GeoPackage (.gpkg) or GeoJSON (.geojson, .json).");
    }
    return files;
}

std::string siblingOf(const std::string& path, const std::string& ending) {
    const auto slash = path.find_last_of('/');
    const auto folder = slash == std::string::npos ? std::string(".") : path.substr(0, slash);
    const auto wanted = lowerAscii(stemOf(path) + "." + ending);
    const ListPointer names(VSIReadDir(folder.c_str()));
    for (int i = 0; names != nullptr && i < CSLCount(names.get()); ++i) {
        if (lowerAscii(names.get()[i]) == wanted) {
            return folder + "/" + names.get()[i];
        }
    }
    return {};
}

std::string nameAsUtf8(const std::string& name) {
    if (isUtf8(name)) {
        return name;
    }
    const auto decoder = TextDecoder::open("GBK");
    return decoder ? decoder->decodeAnyhow(name) : std::string();
}

std::string readBytes(const std::string& path, std::size_t most) {
    VSILFILE* file = VSIFOpenL(path.c_str(), "rb");
    if (file == nullptr) {
        return {};
    }
    std::string bytes(most, '\0');
    bytes.resize(VSIFReadL(bytes.data(), 1, most, file));
    VSIFCloseL(file);
    return bytes;
}

} // namespace tuban
