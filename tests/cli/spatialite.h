#pragma once

#include <string>
#include <vector>

namespace tuban::test {

/// Rows of a query as another program gets them: a connection of its own with mod_spatialite. Cells as text
/// with 17 digits, null as "". Fails the test when the query fails.
[[nodiscard]] std::vector<std::vector<std::string>> spatialite(const std::string& plan,
                                                               const std::string& sql);

} // namespace tuban::test
