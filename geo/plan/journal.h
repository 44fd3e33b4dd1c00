#pragma once

#include "geo/base/result.h"
#include "geo/plan/plan.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tuban {

/// One line of the journal.
struct JournalEntry {
    std::int64_t id = 0;
    std::string uid{};
    std::string at{}; ///< UTC instant
    std::string by{};
    std::string kind{};  ///< edit import mark undo redo merge foreign schema
    std::string what{};  ///< "import xinwu.gpkg into parcel", "mark road_project 科学大道: building"
    std::string layer{}; ///< may be empty
    std::int64_t features = 0;
    std::string undoes{}; ///< uid of the entry an undo takes back, or the undo a redo takes back
    bool undone = false;  ///< taken back and not redone
};

struct ActHead {
    std::string kind{}; ///< edit, import or mark
    std::string what{};
    std::string by{};
    std::string layer{};
};

/// One act of the planner: a BEGIN IMMEDIATE transaction recorded by SQLite's session extension on the layer
/// tables and written to the journal with its changeset before COMMIT. Marks and photos are append-only and
/// not recorded by the session; their undo is a withdrawing mark. Leaves without commit(): everything is
/// rolled back. Thread rule: that of its Plan.
class Act {
public:
    /// \return Error::ReadOnly, Busy, Sql
    [[nodiscard]] static Result<Act> begin(Plan& plan, ActHead head);
    ~Act();
    Act(Act&&) noexcept;
    Act& operator=(Act&&) = delete;

    /// Names a feature the act touches, for its history. An act that appends marks names each of them as
    /// well, as touched("progress_mark", uid of the mark): its undo withdraws those.
    void touched(std::string_view layer, std::string_view uid);
    /// The act's own uid: rows of a bulk import carry it as `import_uid`.
    [[nodiscard]] const std::string& uid() const;
    /// A bulk import (more than 10,000 rows): rows carry uid(), no changeset is recorded, undo deletes the
    /// batch.
    /// \pre called before the first write
    void recordAsBatch();
    [[nodiscard]] bool isBatch() const;
    [[nodiscard]] const std::string& kind() const;
    /// Told after each row written, so that a long act is recorded in pieces. \return Error::Sql
    [[nodiscard]] Result<void> rowWritten();
    /// Changes the sentence and count before commit.
    void describe(std::string what, std::int64_t features);
    /// \return the entry; Error::Sql when the act changed nothing although it should have
    [[nodiscard]] Result<JournalEntry> commit();

private:
    struct Parts;
    explicit Act(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// Newest first; for one feature when `layer` and `uid` are given.
[[nodiscard]] Result<std::vector<JournalEntry>>
history(const Plan& plan, std::string_view layer = {}, std::string_view uid = {}, int limit = -1);

/// What undo or redo would take next; nullopt when there is nothing.
[[nodiscard]] Result<std::optional<JournalEntry>> nextUndo(const Plan& plan);
[[nodiscard]] Result<std::optional<JournalEntry>> nextRedo(const Plan& plan);

/// Takes back the newest act that is not undone. The undo is itself a journal entry. A later foreign edit of
/// another column of the same row stays. \return the entry written; Error::Conflict naming the feature when
/// it was changed since, Error::NotFound when there is nothing to undo
[[nodiscard]] Result<JournalEntry> undo(Plan& plan, std::string_view by);
[[nodiscard]] Result<JournalEntry> redo(Plan& plan, std::string_view by);

} // namespace tuban
