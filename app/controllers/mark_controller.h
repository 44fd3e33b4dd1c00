#pragma once

#include "app/controllers/mark_entry.h"
#include "app/controllers/selection.h"
#include "app/session/session.h"
#include "geo/works/mark.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// Marking progress on the spot: what is here, which stages fit, photos, saving. The draft is kept on disk
/// until it is committed or cleared. GUI thread.
class MarkController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(tuban::Selection* selection READ selection WRITE setSelection NOTIFY selectionChanged)
    Q_PROPERTY(bool active READ active NOTIFY placeChanged)
    Q_PROPERTY(QList<tuban::FeatureItem> candidates READ candidates NOTIFY candidatesChanged)
    Q_PROPERTY(double lon READ lon NOTIFY placeChanged)
    Q_PROPERTY(double lat READ lat NOTIFY placeChanged)
    Q_PROPERTY(QString subjectLayer READ subjectLayer NOTIFY subjectChanged)
    Q_PROPERTY(QString subjectUid READ subjectUid NOTIFY subjectChanged)
    Q_PROPERTY(QString subjectTitle READ subjectTitle NOTIFY subjectChanged)
    Q_PROPERTY(QList<tuban::Choice> stages READ stages NOTIFY subjectChanged)
    Q_PROPERTY(QList<tuban::Choice> states READ states NOTIFY subjectChanged)
    Q_PROPERTY(QString stage READ stage WRITE setStage NOTIFY draftChanged)
    /// 0..100, -1 where none
    Q_PROPERTY(double percent READ percent WRITE setPercent NOTIFY draftChanged)
    Q_PROPERTY(QString state READ state WRITE setState NOTIFY draftChanged)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY draftChanged)
    /// YYYY-MM-DD
    Q_PROPERTY(QString onDate READ onDate WRITE setOnDate NOTIFY draftChanged)
    Q_PROPERTY(QString by READ by WRITE setBy NOTIFY draftChanged)
    Q_PROPERTY(QList<tuban::PhotoItem> photos READ photos NOTIFY draftChanged)
    /// Something is typed that is not saved yet.
    Q_PROPERTY(bool hasDraft READ hasDraft NOTIFY draftChanged)
    Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)
    Q_PROPERTY(bool far READ far NOTIFY subjectChanged)
    Q_PROPERTY(QString distanceText READ distanceText NOTIFY subjectChanged)
    Q_PROPERTY(bool canCommit READ canCommit NOTIFY draftChanged)
    /// Why it cannot be saved yet, in words; empty when it can.
    Q_PROPERTY(QString problem READ problem NOTIFY draftChanged)

public:
    explicit MarkController(QObject* parent = nullptr);

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] Selection* selection() const { return m_selection; }
    void setSelection(Selection* selection);
    [[nodiscard]] bool active() const { return m_active; }
    [[nodiscard]] QList<FeatureItem> candidates() const { return m_candidates; }
    [[nodiscard]] double lon() const { return m_entry.lon; }
    [[nodiscard]] double lat() const { return m_entry.lat; }
    [[nodiscard]] QString subjectLayer() const { return m_entry.subject.layer; }
    [[nodiscard]] QString subjectUid() const { return m_entry.subject.uid; }
    [[nodiscard]] QString subjectTitle() const { return m_entry.subject.title; }
    [[nodiscard]] QList<Choice> stages() const;
    [[nodiscard]] QList<Choice> states() const;
    [[nodiscard]] QString stage() const { return m_entry.stage; }
    void setStage(const QString& stage);
    [[nodiscard]] double percent() const { return m_entry.percent; }
    void setPercent(double percent);
    [[nodiscard]] QString state() const { return m_entry.state; }
    void setState(const QString& state);
    [[nodiscard]] QString note() const { return m_entry.note; }
    void setNote(const QString& note);
    [[nodiscard]] QString onDate() const;
    void setOnDate(const QString& day);
    [[nodiscard]] QString by() const;
    void setBy(const QString& by);
    [[nodiscard]] QList<PhotoItem> photos() const { return m_entry.photos; }
    [[nodiscard]] bool hasDraft() const { return !m_entry.blank(); }
    [[nodiscard]] bool saving() const { return m_saving; }
    [[nodiscard]] bool far() const;
    [[nodiscard]] QString distanceText() const;
    [[nodiscard]] bool canCommit() const;
    [[nodiscard]] QString problem() const;

    /// Finds what is within `radiusM` metres of a place, nearest first, and takes the first as subject.
    Q_INVOKABLE void beginAt(double lon, double lat, double radiusM);
    /// The same at a position fix: what is within its accuracy, or 50 m, counts as being there.
    Q_INVOKABLE void beginAtFix(double lon, double lat, double accuracyM);
    /// Marks a feature that is known already, at its own place.
    Q_INVOKABLE void beginFor(const QString& layer, const QString& uid);
    Q_INVOKABLE void choose(int index);
    Q_INVOKABLE void addPhotos(const QList<QUrl>& urls);
    Q_INVOKABLE void removePhoto(int index);
    Q_INVOKABLE void commit(bool confirmedFar);
    /// Saves a mark "normal" without a stage: looked at, nothing moved.
    Q_INVOKABLE void noChange();
    /// Puts the sheet away; the draft stays.
    Q_INVOKABLE void cancel();
    /// Empties the draft.
    Q_INVOKABLE void clearDraft();

Q_SIGNALS:
    void sessionChanged();
    void selectionChanged();
    void placeChanged();
    void candidatesChanged();
    void subjectChanged();
    void draftChanged();
    void savingChanged();
    void committed(const QString& markUid);
    void needsConfirmation(const QString& text);
    void failed(const QString& text);

private:
    void followPlan();
    void tellAll();
    void autosave();
    void showCandidates(const std::vector<Candidate>& found);
    void takeSubject(const FeatureItem& subject);
    [[nodiscard]] QString dayProblem() const;
    [[nodiscard]] MarkDraft draftToSave();
    void save(MarkDraft draft, const QList<PhotoItem>& photos);
    void endSaving(const Result<ActOutcome>& outcome);
    QPointer<Session> m_session;
    QPointer<Selection> m_selection;
    QString m_planPath;
    MarkEntry m_entry;
    QList<FeatureItem> m_candidates;
    bool m_active = false;
    bool m_saving = false;
    int m_run = 0; ///< answers for an earlier place are dropped
};

} // namespace tuban
