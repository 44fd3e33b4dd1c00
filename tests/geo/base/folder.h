#pragma once

#include "geo/base/uid.h"

#include <filesystem>
#include <string>

namespace tuban::test {

/// A folder for the files of one test; gone afterwards.
class Folder {
public:
    Folder() : m_path(std::filesystem::temp_directory_path() / ("tuban-" + newUid())) {
        std::filesystem::create_directories(m_path);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    /// Path of `name` in the folder.
    [[nodiscard]] std::string file(const std::string& name) const { return (m_path / name).string(); }

private:
    std::filesystem::path m_path;
};

} // namespace tuban::test
