#include "geo/plan/publish.h"

#include "geo/base/uid.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace tuban {

namespace {

bool syncPath(const std::string& path, int flags) {
    const int descriptor = open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    const bool synced = fsync(descriptor) == 0;
    close(descriptor);
    return synced;
}

/// A rename that replaces nothing; where the file system does not know it, an ordinary one after a look.
bool renameAside(const std::string& from, const std::string& to) {
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return true;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return false;
    }
    std::error_code error;
    if (std::filesystem::exists(to, error)) {
        errno = EEXIST;
        return false;
    }
    return std::rename(from.c_str(), to.c_str()) == 0;
}

} // namespace

std::string unfinishedName(const std::string& path) {
    return path + "." + newUid().substr(24) + ".part";
}

Result<void> publishFile(const std::string& unfinished, const std::string& path) {
    if (!syncPath(unfinished, O_RDONLY) || !renameAside(unfinished, path)) {
        const std::string why = std::strerror(errno);
        removeUnfinished(unfinished);
        return failure(ErrorCode::Unwritable, path + ": " + why);
    }
    // The name itself lasts once the folder is on disk; some file systems refuse that, and the file is whole.
    syncPath(std::filesystem::path(path).parent_path().string(), O_RDONLY | O_DIRECTORY);
    return {};
}

void removeUnfinished(const std::string& unfinished) {
    std::error_code error;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        std::filesystem::remove(unfinished + suffix, error);
    }
}

} // namespace tuban
