#pragma once

#include "geo/base/result.h"
#include "geo/plan/database.h"
#include "geo/plan/sqlite.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tuban {

using Bytes = std::vector<std::byte>;

/// Records what happens to some tables, in pieces of about 8 MiB that are packed at once. Thread rule: that
/// of the connection, which it must not outlive.
class ChangeRecorder {
public:
    [[nodiscard]] static Result<ChangeRecorder> start(const Database& database,
                                                      std::vector<std::string> tables);
    /// Told after each row; cuts a piece when enough has come together.
    [[nodiscard]] Result<void> rowWritten();
    /// Ends the recording. \return packed pieces, oldest first; none when nothing was changed
    [[nodiscard]] Result<std::vector<Bytes>> finish();

private:
    ChangeRecorder(const Database& database, std::vector<std::string> tables);
    Result<void> attach();
    Result<void> cut();

    const Database* m_database;
    std::vector<std::string> m_tables;
    SessionHandle m_session;
    std::vector<Bytes> m_pieces;
    int m_rows = 0;
};

/// A piece as the journal keeps it: length in 8 bytes, little endian, then a zlib stream.
[[nodiscard]] Bytes packed(std::span<const std::byte> changeset);
/// \return Error::Corrupt
[[nodiscard]] Result<Bytes> unpacked(std::span<const std::byte> piece);

enum class Direction { Forward, Inverse };

/// A row that is no longer as the changeset left it, or can't be put back.
struct RowConflict {
    std::string table;
    std::int64_t id = 0;
    std::string why; ///< "was changed since", "is no longer there" …
};

/// Applies one changeset inside the caller's transaction. A later change of another column stays; of the same
/// column, or of a row that would go, is a conflict. All rows or none: on a conflict nothing stays applied.
/// \return the conflict when there is one; Error::Corrupt when fewer rows moved than the changeset holds
[[nodiscard]] Result<std::optional<RowConflict>> applyChangeset(const Database& database,
                                                                std::span<const std::byte> changeset,
                                                                Direction direction,
                                                                const std::vector<std::string>& tables);

} // namespace tuban
