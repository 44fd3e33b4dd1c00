#include "app/controllers/mark_controller.h"

#include "app/controllers/photo_file.h"
#include "app/session/error_sentence.h"
#include "app/session/feature_text.h"
#include "app/session/language.h"
#include "app/session/number_text.h"
#include "geo/base/instant.h"
#include "geo/base/uid.h"

#include <algorithm>

namespace tuban {

namespace {

constexpr double percentMax = 100;

Result<std::vector<PhotoFile>> loadPhotos(const QList<PhotoItem>& photos) {
    std::vector<PhotoFile> files;
    for (const auto& photo : photos) {
        auto file = loadPhoto(photo.url.toLocalFile());
        if (!file) {
            return std::unexpected(file.error());
        }
        files.push_back(std::move(*file));
    }
    return files;
}

/// A state is a stage of its own only for lists: a code and its label.
QList<Choice> stateChoices() {
    QList<Choice> choices;
    for (const auto* code : {"normal", "slow", "halted", "done", "problem"}) {
        const auto text = QString::fromLatin1(code);
        choices.append({.code = text, .label = markStateLabel(text)});
    }
    return choices;
}

} // namespace

MarkController::MarkController(QObject* parent) : QObject(parent) {}

void MarkController::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    m_session = session;
    if (session != nullptr) {
        connect(session, &Session::openChanged, this, &MarkController::followPlan);
        connect(session, &Session::languageChanged, this, &MarkController::subjectChanged);
    }
    followPlan();
    Q_EMIT sessionChanged();
}

void MarkController::setSelection(Selection* selection) {
    if (m_selection != selection) {
        m_selection = selection;
        Q_EMIT selectionChanged();
    }
}

void MarkController::followPlan() {
    const auto path = m_session ? m_session->path() : QString();
    if (path == m_planPath) {
        return;
    }
    m_planPath = path;
    m_entry = {};
    m_candidates.clear();
    m_active = false;
    tellAll();
    if (path.isEmpty()) {
        return;
    }
    m_session->think(
        this,
        [file = draftPath(path)] { return readDraft(file); },
        [this, path](const QByteArray& json) {
            if (path == m_planPath && !json.isEmpty() && m_entry.blank()) {
                m_entry = markEntryFromJson(json);
                tellAll();
            }
        });
}

void MarkController::tellAll() {
    Q_EMIT placeChanged();
    Q_EMIT candidatesChanged();
    Q_EMIT subjectChanged();
    Q_EMIT draftChanged();
}

void MarkController::autosave() {
    Q_EMIT draftChanged();
    if (m_session && !m_planPath.isEmpty()) {
        const auto json = m_entry.blank() ? QByteArray() : toJson(m_entry);
        m_session->think(
            this,
            [file = draftPath(m_planPath), json] {
                writeDraft(file, json);
                return true;
            },
            [](bool) {});
    }
}

QString MarkController::onDate() const {
    return m_entry.onDate.isEmpty() && m_session ? m_session->today() : m_entry.onDate;
}

QString MarkController::by() const {
    return m_entry.by.isEmpty() && m_session ? m_session->by() : m_entry.by;
}

QList<Choice> MarkController::stages() const {
    QList<Choice> choices;
    const auto* layer = m_session ? m_session->layer(m_entry.subject.layer) : nullptr;
    if (layer != nullptr) {
        const auto language = uiLanguage().toStdString();
        for (const auto& stage : layer->stages) {
            choices.append({.code = QString::fromStdString(stage.code),
                            .label = QString::fromStdString(stage.label.in(language))});
        }
    }
    return choices;
}

QList<Choice> MarkController::states() const {
    return stateChoices();
}

void MarkController::setStage(const QString& stage) {
    if (m_entry.stage != stage) {
        m_entry.stage = stage;
        autosave();
    }
}

void MarkController::setPercent(double percent) {
    const double kept = percent < 0 ? -1 : std::min(percent, percentMax);
    if (m_entry.percent != kept) {
        m_entry.percent = kept;
        autosave();
    }
}

void MarkController::setState(const QString& state) {
    if (m_entry.state != state) {
        m_entry.state = state;
        autosave();
    }
}

void MarkController::setNote(const QString& note) {
    if (m_entry.note != note) {
        m_entry.note = note;
        autosave();
    }
}

void MarkController::setOnDate(const QString& day) {
    if (m_entry.onDate != day.trimmed()) {
        m_entry.onDate = day.trimmed();
        autosave();
    }
}

void MarkController::setBy(const QString& by) {
    if (m_entry.by != by.trimmed()) {
        m_entry.by = by.trimmed();
        autosave();
    }
}

bool MarkController::far() const {
    return m_entry.subject.distanceM > farMarkM;
}

QString MarkController::distanceText() const {
    return m_entry.subject.distanceM > 0 ? tr("%1 away").arg(tuban::distanceText(m_entry.subject.distanceM))
                                         : tr("here");
}

bool MarkController::canCommit() const {
    return problem().isEmpty() && !m_saving;
}

QString MarkController::problem() const {
    if (!m_session || !m_session->isOpen()) {
        return tr("No plan is open.");
    }
    if (m_session->readOnly()) {
        return m_session->readOnlyReason();
    }
    if (m_entry.subject.uid.isEmpty()) {
        return tr("Choose what is marked.");
    }
    if (m_entry.blank()) {
        return tr("Choose a stage, or say what you saw.");
    }
    return dayProblem();
}

QString MarkController::dayProblem() const {
    const auto day = parseDay(onDate().toStdString());
    if (!day) {
        return tr("“%1” is not a day. Write it like 2024-08-21.").arg(onDate());
    }
    if (*day > m_session->today().toStdString()) {
        return tr("%1 is still to come.").arg(onDate());
    }
    return {};
}

void MarkController::beginAt(double lon, double lat, double radiusM) {
    const auto at = m_session ? m_session->planFromGeo({lon, lat}) : std::nullopt;
    if (!at) {
        return;
    }
    m_active = true;
    m_entry.lon = lon;
    m_entry.lat = lat;
    m_entry.placed = true;
    m_entry.accuracyM = -1;
    Q_EMIT placeChanged();
    const int run = ++m_run;
    m_session->ask(
        this,
        [at = *at, radiusM](Plan& plan) { return candidatesAt(plan, at, radiusM); },
        [this, run](const Result<std::vector<Candidate>>& found) {
            if (run != m_run) {
                return;
            }
            if (!found) {
                Q_EMIT failed(errorText(found.error(), m_session->name()));
                return;
            }
            showCandidates(*found);
        });
}

void MarkController::beginAtFix(double lon, double lat, double accuracyM) {
    constexpr double nearM = 50; // one stands beside a site, seldom in it
    beginAt(lon, lat, std::max(accuracyM, nearM));
    m_entry.accuracyM = std::max(accuracyM, 0.0);
}

void MarkController::showCandidates(const std::vector<Candidate>& found) {
    m_candidates.clear();
    for (const auto& candidate : found) {
        FeatureItem item;
        item.layer = QString::fromStdString(candidate.feature.layer);
        item.uid = QString::fromStdString(candidate.feature.uid);
        item.title = QString::fromStdString(candidate.title);
        item.layerTitle = layerTitle(*m_session, item.layer);
        item.distanceM = candidate.distanceM;
        item.distanceText = candidate.distanceM > 0 ? tuban::distanceText(candidate.distanceM) : tr("here");
        m_candidates.append(item);
    }
    Q_EMIT candidatesChanged();
    takeSubject(m_candidates.isEmpty() ? FeatureItem() : m_candidates.first());
}

void MarkController::beginFor(const QString& layer, const QString& uid) {
    if (!m_session || featureTitle(*m_session, layer, uid).isEmpty()) {
        return;
    }
    ++m_run;
    m_active = true;
    m_entry.placed = false;
    FeatureItem item;
    item.layer = layer;
    item.uid = uid;
    item.title = featureTitle(*m_session, layer, uid);
    item.layerTitle = layerTitle(*m_session, layer);
    item.distanceText = tr("here");
    const auto snapshot = m_session->snapshots()->snapshot(layer);
    const auto index = snapshot->find(uid.toStdString());
    const auto shape = snapshot->geometry(static_cast<std::size_t>(index));
    if (const auto geo = shape.empty() ? std::nullopt : m_session->geoFromPlan(anchorOf(shape))) {
        m_entry.lon = geo->x;
        m_entry.lat = geo->y;
    }
    m_candidates = {item};
    Q_EMIT placeChanged();
    Q_EMIT candidatesChanged();
    takeSubject(item);
}

void MarkController::choose(int index) {
    if (index >= 0 && index < m_candidates.size()) {
        takeSubject(m_candidates.at(index));
    }
}

void MarkController::takeSubject(const FeatureItem& subject) {
    m_entry.subject = subject;
    // A stage of another layer does not fit here.
    const auto* layer = m_session->layer(subject.layer);
    if (layer == nullptr || layer->stage(m_entry.stage.toStdString()) == nullptr) {
        m_entry.stage.clear();
    }
    if (m_selection && !subject.uid.isEmpty()) {
        m_selection->select(subject.layer, {subject.uid}, QStringLiteral("set"));
    }
    Q_EMIT subjectChanged();
    autosave();
}

void MarkController::addPhotos(const QList<QUrl>& urls) {
    for (const auto& url : urls) {
        const PhotoItem photo{.url = url, .name = url.fileName()};
        if (url.isLocalFile() && !m_entry.photos.contains(photo)) {
            m_entry.photos.append(photo);
        }
    }
    autosave();
}

void MarkController::removePhoto(int index) {
    if (index >= 0 && index < m_entry.photos.size()) {
        m_entry.photos.removeAt(index);
        autosave();
    }
}

void MarkController::cancel() {
    ++m_run;
    m_active = false;
    Q_EMIT placeChanged();
}

void MarkController::clearDraft() {
    m_entry = {};
    m_candidates.clear();
    m_active = false;
    autosave();
    tellAll();
}

MarkDraft MarkController::draftToSave() {
    if (m_entry.uid.isEmpty()) {
        m_entry.uid = QString::fromStdString(newUid());
    }
    MarkDraft draft;
    draft.subject = {.layer = m_entry.subject.layer.toStdString(), .uid = m_entry.subject.uid.toStdString()};
    draft.stage = m_entry.stage.toStdString();
    draft.percent = m_entry.percent < 0 ? std::nullopt : std::optional(m_entry.percent);
    draft.state = m_entry.state.toStdString();
    draft.note = m_entry.note.trimmed().toStdString();
    draft.onDate = parseDay(onDate().toStdString()).value_or(m_session->today().toStdString());
    draft.by = by().toStdString();
    draft.at = m_entry.placed ? m_session->planFromGeo({m_entry.lon, m_entry.lat}) : std::nullopt;
    const bool fromFix = m_entry.placed && m_entry.accuracyM >= 0;
    draft.locate = fromFix ? "gps" : (m_entry.placed ? "map" : "subject");
    draft.accuracyM = fromFix ? std::optional(m_entry.accuracyM) : std::nullopt;
    draft.uid = m_entry.uid.toStdString();
    return draft;
}

void MarkController::commit(bool confirmedFar) {
    if (!canCommit()) {
        Q_EMIT failed(problem());
        return;
    }
    if (far() && !confirmedFar) {
        Q_EMIT needsConfirmation(
            tr("This place is %1 from %2. Mark it all the same?")
                .arg(tuban::distanceText(m_entry.subject.distanceM), m_entry.subject.title));
        return;
    }
    save(draftToSave(), m_entry.photos);
}

void MarkController::noChange() {
    if (!m_session || m_saving || m_entry.subject.uid.isEmpty() || m_session->readOnly()) {
        Q_EMIT failed(problem());
        return;
    }
    auto draft = draftToSave();
    draft.stage.clear();
    draft.percent.reset();
    draft.state = "normal";
    save(std::move(draft), m_entry.photos);
}

void MarkController::save(MarkDraft draft, const QList<PhotoItem>& photos) {
    m_saving = true;
    Q_EMIT savingChanged();
    Q_EMIT draftChanged();
    m_session->think(
        this,
        [photos] { return loadPhotos(photos); },
        [this, draft = std::move(draft)](Result<std::vector<PhotoFile>> files) mutable {
            if (!files) {
                endSaving(std::unexpected(files.error()));
                return;
            }
            draft.photos = std::move(*files);
            m_session->act(
                this,
                [draft](Plan& plan) -> Result<ActOutcome> {
                    const auto mark = appendMark(plan, draft);
                    if (!mark) {
                        return std::unexpected(mark.error());
                    }
                    return ActOutcome{.layers = {draft.subject.layer},
                                      .everything = false,
                                      .marks = true,
                                      .uid = mark->uid,
                                      .what = {}};
                },
                [this](const Result<ActOutcome>& outcome) { endSaving(outcome); });
        });
}

void MarkController::endSaving(const Result<ActOutcome>& outcome) {
    m_saving = false;
    Q_EMIT savingChanged();
    if (!outcome) {
        Q_EMIT draftChanged();
        Q_EMIT failed(errorText(outcome.error(), QString::fromStdString(outcome.error().message)));
        return;
    }
    Q_EMIT committed(QString::fromStdString(outcome->uid)); // listeners still see the subject
    clearDraft();
}

} // namespace tuban
