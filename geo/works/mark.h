#pragma once

#include "geo/base/result.h"
#include "geo/plan/features.h"
#include "geo/plan/journal.h"
#include "geo/plan/plan.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// A photo to keep in the plan: file content with its hash; longer sides over 2,560 px are scaled by the app
/// before.
struct PhotoFile {
    std::string name;             ///< file name as the planner knows it
    std::string mediaType;        ///< image/jpeg, image/png
    std::vector<std::byte> bytes; ///< at most 32 MiB
};

/// What a planner says about a feature at a place on a day. The log has no update and no delete: a mark is
/// corrected or withdrawn by another one.
struct MarkDraft {
    FeatureRef subject;
    std::string stage;             ///< code or label of the layer's stages; empty: no change of stage
    std::optional<double> percent; ///< 0..100
    std::string state = "normal";  ///< normal slow halted done problem
    std::string note;
    std::string onDate;         ///< day it was so; the plan's today when empty
    std::string by;             ///< observer
    std::optional<Point> at;    ///< plan CRS; the subject's anchor when absent
    std::string locate = "map"; ///< gps map subject
    std::optional<double> accuracyM;
    std::vector<PhotoFile> photos;
    std::string uid;      ///< UUIDv7 given by a caller that may retry; made when empty
    std::string corrects; ///< uid of a mark whose place this one takes; empty: a mark of its own
    /// A stretch of a line: chainages in metres, in either order; both or none.
    std::optional<double> fromM, toM;
    Geometry part;         ///< a part of a work that has an area: polygons in plan CRS
    std::string workLayer; ///< layer of construction it speaks of: subgrade, surface, lighting …
};

struct Mark {
    std::int64_t id = 0;
    std::string uid;
    FeatureRef subject;
    std::string stage, state, note, onDate, recordedAt, by, locate;
    std::optional<double> percent;
    Point at;             ///< plan CRS
    double distanceM = 0; ///< from the mark to its subject, 0 when inside
    std::optional<double> accuracyM;
    bool isVoid = false;
    std::string corrects;             ///< uid of the mark it corrects or withdraws
    std::vector<std::string> photos;  ///< sha256, in order
    std::optional<double> fromM, toM; ///< of a stretch, in order
    std::string workLayer;
};

/// Appends a mark as one journal entry. A uid that is already there gives the same mark again.
/// \return Error::Usage for a stage the layer does not have (lists those it has), a percent out of range, a
///         stretch or part that the subject does not have or a subject without shape and place,
///         Error::NotFound for the subject, Busy, ReadOnly, Sql
[[nodiscard]] Result<Mark> appendMark(Plan& plan, const MarkDraft& draft);

/// Withdraws a mark by a further one that is void, as one journal entry. \return the withdrawing mark;
/// Error::NotFound, Busy, ReadOnly, Sql
[[nodiscard]] Result<Mark> withdrawMark(Plan& plan, std::string_view uid, std::string_view by);

/// Marks of a feature that are live (latest of their chain and not withdrawn), newest first (on_date,
/// recorded_at, uid).
[[nodiscard]] Result<std::vector<Mark>> liveMarks(const Plan& plan, const FeatureRef& subject);
/// All live marks of a plan, for the map.
[[nodiscard]] Result<std::vector<Mark>> allLiveMarks(const Plan& plan);

/// What is known of a feature on a day: the latest live mark at or before it, the imported stage otherwise.
struct StageNow {
    std::string stage; ///< may be empty
    std::optional<double> percent;
    std::string state;
    std::string since; ///< day, may be empty
    bool fromMark = false;
};
[[nodiscard]] Result<StageNow> stageOn(const Plan& plan, const FeatureRef& subject, std::string_view day);

/// A feature near a place.
struct Candidate {
    FeatureRef feature;
    std::string title;
    double distanceM = 0; ///< 0: the place is inside
};
/// Features of markable layers within `radiusM` of a place in plan CRS, nearest first; inside before near,
/// small before large, at most `limit`.
[[nodiscard]] Result<std::vector<Candidate>>
candidatesAt(const Plan& plan, Point at, double radiusM, int limit = 12);

/// A mark farther than this from its subject is asked about.
inline constexpr double farMarkM = 500;

/// Content of a photo. \return Error::NotFound
[[nodiscard]] Result<PhotoFile> readPhoto(const Plan& plan, std::string_view sha256);

} // namespace tuban
