#include "app/cli/photo_reader.h"

#include <filesystem>
#include <format>
#include <fstream>
#include <string_view>

namespace tuban {

namespace {

constexpr std::uintmax_t largestPhotoBytes = 32U << 20U;

std::string mediaTypeOf(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xD8\xFF")) {
        return "image/jpeg";
    }
    return bytes.starts_with("\x89PNG\r\n\x1A\n") ? "image/png" : "";
}

} // namespace

Result<PhotoFile> readPhotoFile(const std::string& path) {
    std::error_code fault;
    const std::uintmax_t size = std::filesystem::file_size(path, fault);
    if (fault) {
        return failure(ErrorCode::Unreadable, std::format("photo {}: {}.", path, fault.message()));
    }
    if (size > largestPhotoBytes) {
        return failure(ErrorCode::Unreadable,
                       std::format("photo {}: it is larger than 32 MiB. Make it smaller first.", path));
    }
    std::string bytes(size, '\0');
    std::ifstream file(path, std::ios::binary);
    if (!file.read(bytes.data(), static_cast<std::streamsize>(size))) {
        return failure(ErrorCode::Unreadable, std::format("photo {}: it cannot be read.", path));
    }
    const std::string type = mediaTypeOf(bytes);
    if (type.empty()) {
        return failure(ErrorCode::Unreadable,
                       std::format("photo {}: it is neither JPEG nor PNG. Convert it first.", path));
    }
    const auto content = std::as_bytes(std::span(bytes));
    return PhotoFile{.name = std::filesystem::path(path).filename().string(),
                     .mediaType = type,
                     .bytes = {content.begin(), content.end()}};
}

} // namespace tuban
