#pragma once

#include <expected>
#include <string>

namespace tuban {

/// What a caller may do about a failure. The message of an Error says which thing failed; a program acts on
/// the code.
enum class ErrorCode {
    Usage,       ///< the caller asked for something that does not exist: an unknown layer, stage, column,
                 ///< expression
    NotFound,    ///< the named file or feature is not there
    NotAPlan,    ///< the file is no plan of ours
    NewerPlan,   ///< the plan was made by a newer Tuban
    Corrupt,     ///< the file is damaged
    ReadOnly,    ///< the plan or its folder cannot be written
    Busy,        ///< another program holds the plan, or changed it under us: try again
    Unreadable,  ///< an input file cannot be used
    Unwritable,  ///< an output file cannot be written
    BadGeometry, ///< a shape that cannot be used
    BadCrs,      ///< an unknown, missing or unusable coordinate reference system
    Conflict,    ///< undo or redo meets a later edit of the same feature, or an import would double rows
    Cancelled,   ///< the caller asked to stop
    Sql,         ///< SQLite refused a statement of ours
};

/// A failure: `message` names the thing ("parcel 410191-003, ring 2") and what to do; one or two English
/// sentences.
struct Error {
    ErrorCode code;
    std::string message;
};

template <class T>
using Result = std::expected<T, Error>;

/// Shorthand for a failed Result.
[[nodiscard]] inline std::unexpected<Error> failure(ErrorCode code, std::string message) {
    return std::unexpected(Error{code, std::move(message)});
}

/// The same failure with a leading context ("file a.shp, feature 12: …").
[[nodiscard]] inline std::unexpected<Error> within(std::string_view context, const Error& error) {
    return std::unexpected(Error{error.code, std::string(context) + ": " + error.message});
}

} // namespace tuban
