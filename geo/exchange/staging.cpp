#include "geo/exchange/staging.h"

#include "geo/base/uid.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <string_view>
#include <utility>

namespace tuban {
namespace {

namespace fs = std::filesystem;

bool sync(const fs::path& path, int flags) {
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    const bool done = ::fsync(file) == 0;
    return ::close(file) == 0 && done;
}

std::unexpected<Error> cannotWrite(const fs::path& path, const std::error_code& why) {
    return failure(ErrorCode::Unwritable, path.string() + ": cannot be written: " + why.message());
}

constexpr std::string_view lead = ".tuban-export-";

/// Folders of processes that are no more: their number stands in the name.
void removeAbandoned(const fs::path& folder) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const auto name = entry.path().filename().string();
        const auto process = name.starts_with(lead) ? std::atoi(name.c_str() + lead.size()) : 0;
        if (process > 0 && ::kill(process, 0) != 0 && errno == ESRCH) {
            fs::remove_all(entry.path(), ignored);
        }
    }
}

/// Indexes beside a shapefile speak of the features it had.
void removeStaleIndexes(const fs::path& shapefile) {
    for (const auto* ending : {".sbn", ".sbx", ".qix", ".idm", ".ind", ".fbn", ".fbx", ".shp.xml"}) {
        auto path = shapefile;
        std::error_code ignored;
        fs::remove(path.replace_extension(ending), ignored);
    }
}

} // namespace

Result<Staging> Staging::beside(const std::string& folder) {
    const auto parent = fs::absolute(folder).lexically_normal();
    auto above = parent;
    while (!fs::exists(above) && above.has_parent_path() && above != above.parent_path()) {
        above = above.parent_path();
    }
    removeAbandoned(above);
    const auto path = above / std::format("{}{}-{}", lead, ::getpid(), newUid());
    std::error_code failed;
    if (!fs::create_directory(path, failed) || failed) {
        return cannotWrite(above, failed);
    }
    return Staging(path.string(), parent.string());
}

Staging::~Staging() {
    if (!m_path.empty()) {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
}

Staging::Staging(Staging&& other) noexcept
    : m_path(std::exchange(other.m_path, {})), m_folder(std::move(other.m_folder)) {}

Result<std::vector<std::string>> Staging::publish() {
    std::error_code failed;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(m_path, failed)) {
        files.push_back(entry.path());
    }
    std::ranges::sort(files);
    for (const auto& file : files) {
        if (!sync(file, O_RDONLY)) {
            return failure(ErrorCode::Unwritable, file.string() + ": cannot be put onto the disk.");
        }
    }
    fs::create_directories(m_folder, failed);
    if (failed) {
        return cannotWrite(m_folder, failed);
    }
    std::vector<std::string> published;
    for (const auto& file : files) {
        const auto target = fs::path(m_folder) / file.filename();
        if (target.extension() == ".shp") {
            removeStaleIndexes(target);
        }
        fs::rename(file, target, failed);
        if (failed) {
            return cannotWrite(target, failed);
        }
        published.push_back(target.string());
    }
    sync(m_folder, O_RDONLY | O_DIRECTORY);
    return published;
}

} // namespace tuban
