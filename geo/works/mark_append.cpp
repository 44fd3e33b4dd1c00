#include "geo/base/instant.h"
#include "geo/base/uid.h"
#include "geo/plan/state_now.h"
#include "geo/works/mark.h"
#include "geo/works/mark_draft.h"
#include "geo/works/mark_rows.h"
#include "geo/works/subject.h"

#include <algorithm>
#include <string>

namespace tuban {

namespace {

/// The name of the mark table, under which the journal keeps the marks of an entry.
constexpr std::string_view markTable = "progress_mark";

std::string sentenceFor(const Mark& mark, const Subject& subject, std::string_view verb) {
    std::string sentence = std::string(verb) + " " + subject.layer->name + " " + subject.title;
    if (!mark.stage.empty()) {
        sentence += ": " + mark.stage;
    }
    return sentence;
}

/// The chain a mark stands in, and when it is written: never before the last of its chain, or a clock that
/// was set back would let an older mark count.
Result<std::string> enterChain(const Database& database, Mark& mark) {
    mark.recordedAt = nowUtc();
    if (mark.corrects.empty()) {
        return mark.uid;
    }
    const auto chain = chainOf(database, mark.corrects);
    if (!chain) {
        return std::unexpected(chain.error());
    }
    mark.recordedAt = std::max(mark.recordedAt, chain->lastRecordedAt);
    return chain->rootUid;
}

Result<Mark> write(Plan& plan, Act& act, Mark mark, const Subject& subject, const MarkScope& scope) {
    const auto root = enterChain(plan.database(), mark);
    if (!root) {
        return std::unexpected(root.error());
    }
    auto done = insertMark(plan.database(), mark, *root, plan.crs().epsg);
    for (const Geometry* shape : {&scope.track, &scope.part}) {
        if (done) {
            done = insertScope(plan.database(), mark, *shape, plan.crs().epsg);
        }
    }
    if (done) {
        done = refreshStateNow(plan.database(), *subject.layer, subject.uid);
    }
    if (!done) {
        return std::unexpected(done.error());
    }
    act.touched(markTable, mark.uid);
    act.touched(subject.layer->name, subject.uid);
    if (const auto entry = act.commit(); !entry) {
        return std::unexpected(entry.error());
    }
    auto written = findMark(plan.database(), mark.uid);
    if (!written || !*written) {
        return written ? failure(ErrorCode::Sql, "mark " + mark.uid + " was not kept")
                       : std::unexpected(written.error());
    }
    return std::move(**written);
}

Result<void> keepPhotos(const Database& database, const MarkDraft& draft, Mark& mark) {
    for (const auto& photo : draft.photos) {
        auto hash = keepPhoto(database, photo);
        if (!hash) {
            return within("photo " + photo.name, hash.error());
        }
        if (!std::ranges::contains(mark.photos, *hash)) {
            mark.photos.push_back(std::move(*hash));
        }
    }
    return {};
}

} // namespace

Result<Mark> appendMark(Plan& plan, const MarkDraft& draft) {
    const auto subject = readSubject(plan, draft.subject);
    if (!subject) {
        return std::unexpected(subject.error());
    }
    const auto scope = scopeOf(plan, *subject, draft);
    if (!scope) {
        return std::unexpected(scope.error());
    }
    auto mark = checkedMark(plan, *subject, draft, *scope);
    if (!mark) {
        return mark;
    }
    auto act = Act::begin(plan,
                          {.kind = "mark",
                           .what = sentenceFor(*mark, *subject, "mark"),
                           .by = mark->by,
                           .layer = subject->layer->name});
    if (!act) {
        return std::unexpected(act.error());
    }
    // Looked for inside the transaction, so that two tries at once cannot both miss it.
    if (!draft.uid.empty()) {
        auto present = findMark(plan.database(), draft.uid);
        if (!present || *present) {
            return present ? Result<Mark>(std::move(**present)) : std::unexpected(present.error());
        }
    }
    act->describe(sentenceFor(*mark, *subject, "mark"), 1);
    if (const auto kept = keepPhotos(plan.database(), draft, *mark); !kept) {
        return std::unexpected(kept.error());
    }
    return write(plan, *act, std::move(*mark), *subject, *scope);
}

Result<Mark> withdrawMark(Plan& plan, std::string_view uid, std::string_view by) {
    auto found = findMark(plan.database(), uid);
    if (!found || !*found) {
        return found ? failure(ErrorCode::NotFound, "there is no mark " + std::string(uid))
                     : std::unexpected(found.error());
    }
    Mark mark = std::move(**found);
    const auto subject = readSubject(plan, mark.subject);
    if (!subject) {
        return std::unexpected(subject.error());
    }
    const auto sentence = sentenceFor(mark, *subject, "withdraw the mark of");
    auto act = Act::begin(
        plan, {.kind = "mark", .what = sentence, .by = std::string(by), .layer = subject->layer->name});
    if (!act) {
        return std::unexpected(act.error());
    }
    act->describe(sentence, 1);
    mark.corrects = mark.uid;
    mark.uid = newUid();
    mark.by = by;
    mark.isVoid = true;
    mark.photos.clear();
    return write(plan, *act, std::move(mark), *subject, {});
}

} // namespace tuban
