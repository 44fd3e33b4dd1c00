#pragma once

#include "geo/base/result.h"

#include <QString>

namespace tuban {

/// What a planner reads about a failure: what happened, to which thing, what to do. One sentence for each
/// code, in the language of the program; the Error's own message is the detail. Any thread.
/// \param subject the thing at hand, mostly a file name
[[nodiscard]] QString errorSentence(ErrorCode code, const QString& subject);

/// The same with the detail after it where the code alone does not tell what to mend.
[[nodiscard]] QString errorText(const Error& error, const QString& subject);

} // namespace tuban
