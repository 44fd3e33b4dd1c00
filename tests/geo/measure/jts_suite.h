#pragma once

#include "geo/shape/geos.h"

#include <functional>
#include <string>

namespace tuban::test {

/// One question of a file of the JTS test suites, on Areas.
struct JtsQuestion {
    std::string where; ///< file and description, for messages
    std::string operation;
    Geometry a, b;         ///< b is empty for operations on one shape
    std::string answer;    ///< as it stands in the file
    double areaAnswer = 0; ///< of the shape that the answer is, where it is one
};

/// Calls `ask` for each question whose arguments are Areas. Files that ask for another precision than that of
/// doubles are left out, and so are shapes that no WKT reader takes.
/// \param folder below the suites, such as "general"
void forEachJtsQuestion(const std::string& folder, const std::function<void(const JtsQuestion&)>& ask);

} // namespace tuban::test
