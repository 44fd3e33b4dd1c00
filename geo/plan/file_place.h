#pragma once

#include <cstdint>
#include <string>

namespace tuban {

/// What the file system says about a plan file before it is opened. Found without opening the file: closing
/// any descriptor on it would drop the locks of SQLite's connections in the same process.
struct FilePlace {
    std::string path; ///< absolute, symbolic links resolved
    bool exists = false;
    bool regularFile = false;
    bool writable = false;       ///< the file itself (or, where there is none, its folder)
    bool folderWritable = false; ///< SQLite keeps its log beside the file
    bool onNetwork = false;      ///< a log in shared memory cannot be trusted there
    std::uintmax_t logBytes = 0; ///< of the write-ahead log beside it
};

[[nodiscard]] FilePlace examinePlace(const std::string& path);

/// True for file systems shared between machines (NFS, SMB, AFS, Ceph, FUSE, 9P) by `f_type` of statfs(2).
[[nodiscard]] bool isNetworkFileSystem(std::uint64_t fileSystemType);

} // namespace tuban
