#pragma once

#include "geo/base/result.h"

#include <string>
#include <vector>

namespace tuban {

/// A folder beside the target in which files are made ready; what is left in it goes when it goes. Move-only.
class Staging {
public:
    /// \param folder where the files shall be in the end; made by publish() when it is not there. What
    /// exports that were killed have left there goes first.
    /// \return Error::Unwritable
    [[nodiscard]] static Result<Staging> beside(const std::string& folder);
    ~Staging();
    Staging(Staging&& other) noexcept;
    Staging& operator=(Staging&&) = delete;

    [[nodiscard]] const std::string& path() const { return m_path; }

    /// Puts every file onto the disk, then renames each into the folder. Indexes of other programs that
    /// belonged to a shapefile replaced go with it. \return the paths; Error::Unwritable
    [[nodiscard]] Result<std::vector<std::string>> publish();

private:
    Staging(std::string path, std::string folder) : m_path(std::move(path)), m_folder(std::move(folder)) {}
    std::string m_path;
    std::string m_folder;
};

} // namespace tuban
