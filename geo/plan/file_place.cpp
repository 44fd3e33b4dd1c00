#include "geo/plan/file_place.h"

#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace tuban {

namespace fs = std::filesystem;

bool isNetworkFileSystem(std::uint64_t fileSystemType) {
    // From linux/magic.h and the kernels' sources of the file systems: nfs, smb, cifs, smb2, afs (two), ceph,
    // fuse, 9p, coda.
    constexpr std::array<std::uint64_t, 10> shared{0x6969,
                                                   0x517B,
                                                   0xFF534D42,
                                                   0xFE534D42,
                                                   0x5346414F,
                                                   0x6B414653,
                                                   0x00C36400,
                                                   0x65735546,
                                                   0x01021997,
                                                   0x73757245};
    return std::ranges::find(shared, fileSystemType & 0xFFFFFFFFU) != shared.end();
}

FilePlace examinePlace(const std::string& path) {
    FilePlace place;
    std::error_code error;
    const fs::path resolved = fs::weakly_canonical(fs::absolute(path, error), error);
    place.path = resolved.empty() ? path : resolved.string();
    const fs::path file(place.path);
    place.exists = fs::exists(file, error);
    place.regularFile = fs::is_regular_file(file, error);
    const std::string folder = file.parent_path().string();
    place.folderWritable = access(folder.c_str(), W_OK | X_OK) == 0;
    place.writable = place.exists ? access(place.path.c_str(), W_OK) == 0 : place.folderWritable;
    struct statfs system{};
    if (statfs(folder.c_str(), &system) == 0) {
        place.onNetwork = isNetworkFileSystem(static_cast<std::uint64_t>(system.f_type));
    }
    const auto logBytes = fs::file_size(place.path + "-wal", error);
    place.logBytes = error ? 0 : logBytes;
    return place;
}

} // namespace tuban
