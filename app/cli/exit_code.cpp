#include "app/cli/exit_code.h"

namespace tuban {

int exitCodeOf(ErrorCode code) {
    switch (code) {
        using enum ErrorCode;
    case Usage:
        return exitUsage;
    case Busy:
        return exitBusy;
    case Cancelled:
        return exitCancelled;
    case NotFound:
    case NotAPlan:
    case NewerPlan:
    case Corrupt:
    case ReadOnly:
    case Unreadable:
    case Unwritable:
    case BadGeometry:
    case BadCrs:
    case Conflict:
    case Sql:
        return exitUnusable;
    }
    return exitUnusable;
}

} // namespace tuban
