#include "app/controllers/mark_controller.h"
#include "app/controllers/photo_file.h"
#include "app/controllers/undo_controller.h"
#include "app/models/inspector_model.h"
#include "app/models/mark_list_model.h"
#include "app/session/language.h"
#include "app/session/photo_provider.h"
#include "tests/app/app_fixture.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QImageReader>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace tuban;
using namespace tuban::test;

class MarkControllerTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SmallPlan> m_plan;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MarkController> m_mark;

    [[nodiscard]] QUrl photo(const QString& name, int width, int height) const {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        const auto path = m_plan->file(name);
        return image.save(path) ? QUrl::fromLocalFile(path) : QUrl();
    }
    void open() {
        m_mark.reset();
        m_session = std::make_unique<Session>();
        QVERIFY(openAndWait(*m_session, m_plan->path()));
        m_mark = std::make_unique<MarkController>();
        m_mark->setSession(m_session.get());
    }
    void beginAtParcel(int index) {
        const auto at = middleOfParcel(*m_session, index);
        m_mark->beginAt(at.x, at.y, 20);
    }

private Q_SLOTS:
    void init() {
        applyLanguage(QStringLiteral("en"));
        m_plan = std::make_unique<SmallPlan>();
        open();
    }
    void cleanup() {
        m_mark.reset();
        m_session.reset();
        m_plan.reset();
    }

    void findsWhatIsHereAndOffersItsStages() {
        beginAtParcel(1);
        QTRY_COMPARE(m_mark->candidates().size(), 1);
        QCOMPARE(m_mark->subjectUid(), m_plan->parcels().at(1));
        QCOMPARE(m_mark->candidates().first().distanceText, QStringLiteral("here"));
        QVERIFY(!m_mark->stages().isEmpty());
        QVERIFY(!m_mark->far());
        QVERIFY(!m_mark->canCommit());
        QCOMPARE(m_mark->problem(), QStringLiteral("Choose a stage, or say what you saw."));
    }

    void aMarkAtAPositionFixKeepsItsAccuracy() {
        const auto at = middleOfParcel(*m_session, 1);
        m_mark->beginAtFix(at.x, at.y, 12.5);
        QTRY_COMPARE(m_mark->subjectUid(), m_plan->parcels().at(1));
        m_mark->setNote(QStringLiteral("到现场"));
        QSignalSpy committed(m_mark.get(), &MarkController::committed);
        m_mark->commit(false);
        QTRY_COMPARE(committed.count(), 1);
        const auto plan = Plan::open(m_plan->path().toStdString(), OpenMode::ReadOnly);
        QVERIFY(plan);
        const auto marks = liveMarks(*plan, {"parcel", m_plan->parcels().at(1).toStdString()});
        QVERIFY(marks && marks->size() == 1);
        QCOMPARE(marks->front().locate, std::string("gps"));
        QCOMPARE(marks->front().accuracyM.value_or(-1), 12.5);
    }

    void aMarkChangesMapAndInspectorAndCanBeUndone() {
        const auto uid = m_plan->parcels().first();
        InspectorModel inspector;
        inspector.setSession(m_session.get());
        inspector.setLayer(QStringLiteral("parcel"));
        inspector.setUid(uid);
        MarkListModel marks;
        new QAbstractItemModelTester(&marks, QAbstractItemModelTester::FailureReportingMode::QtTest, &marks);
        marks.setSession(m_session.get());
        marks.setLayer(QStringLiteral("parcel"));
        marks.setUid(uid);

        beginAtParcel(0);
        QTRY_COMPARE(m_mark->subjectUid(), uid);
        const auto stage = m_mark->stages().last();
        m_mark->setStage(stage.code);
        m_mark->setPercent(42);
        m_mark->setNote(QStringLiteral("主体封顶"));
        m_mark->addPhotos({photo(QStringLiteral("site.jpg"), 640, 480)});
        QVERIFY2(m_mark->canCommit(), qPrintable(m_mark->problem()));
        QSignalSpy committed(m_mark.get(), &MarkController::committed);
        m_mark->commit(false);
        QVERIFY(m_mark->saving());
        QTRY_COMPARE(committed.count(), 1);
        QVERIFY(!m_mark->hasDraft());

        QTRY_COMPARE(marks.count(), 1);
        const auto first = marks.index(0);
        QCOMPARE(first.data(MarkListModel::StageLabelRole).toString(), stage.label);
        QCOMPARE(first.data(MarkListModel::PercentRole).toDouble(), 42.0);
        QCOMPARE(first.data(MarkListModel::NoteRole).toString(), QStringLiteral("主体封顶"));
        QVERIFY(first.data(MarkListModel::PhotosRole)
                    .toStringList()
                    .first()
                    .startsWith(QStringLiteral("image://photo/")));
        QTRY_COMPARE(inspector.stageText(), stage.label + QStringLiteral(" 42 %"));

        UndoController undo;
        undo.setSession(m_session.get());
        QTRY_VERIFY(undo.canUndo());
        undo.undo();
        QTRY_COMPARE(marks.count(), 0);
        QTRY_VERIFY(!inspector.stageText().contains(QStringLiteral("42")));
    }

    void savedPhotosAreShown() {
        beginAtParcel(0);
        QTRY_COMPARE(m_mark->subjectUid(), m_plan->parcels().first());
        m_mark->addPhotos({photo(QStringLiteral("site.png"), 800, 400)});
        QSignalSpy committed(m_mark.get(), &MarkController::committed);
        m_mark->commit(false);
        QTRY_COMPARE(committed.count(), 1);
        QTRY_COMPARE(m_session->snapshots()->marks()->size(), 1U);
        const auto sha256 = QString::fromStdString(m_session->snapshots()->marks()->front().photos.at(0));

        PhotoProvider thumbs(*m_session, PhotoProvider::Size::Thumb);
        const std::unique_ptr<QQuickImageResponse> response(thumbs.requestImageResponse(sha256, {}));
        QSignalSpy finished(response.get(), &QQuickImageResponse::finished);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY2(response->errorString().isEmpty(), qPrintable(response->errorString()));
        const std::unique_ptr<QQuickTextureFactory> texture(response->textureFactory());
        QCOMPARE(texture->textureSize(), QSize(320, 160));

        const std::unique_ptr<QQuickImageResponse> unknown(
            thumbs.requestImageResponse(QStringLiteral("00"), {}));
        QSignalSpy refused(unknown.get(), &QQuickImageResponse::finished);
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(!unknown->errorString().isEmpty());
    }

    void theNewestMarkComesFirst() {
        MarkListModel marks;
        marks.setSession(m_session.get());
        marks.setLayer(QStringLiteral("parcel"));
        marks.setUid(m_plan->parcels().first());
        for (const auto* day : {"2024-08-01", "2024-08-20", "2024-08-11"}) {
            beginAtParcel(0);
            QTRY_COMPARE(m_mark->subjectUid(), m_plan->parcels().first());
            m_mark->setNote(QLatin1String(day));
            m_mark->setOnDate(QLatin1String(day));
            QSignalSpy committed(m_mark.get(), &MarkController::committed);
            m_mark->commit(false);
            QTRY_COMPARE(committed.count(), 1);
        }
        QTRY_COMPARE(marks.count(), 3);
        QCOMPARE(marks.index(0).data(MarkListModel::OnDateRole).toString(), QStringLiteral("2024-08-20"));
        QCOMPARE(marks.index(2).data(MarkListModel::OnDateRole).toString(), QStringLiteral("2024-08-01"));
    }

    void noChangeIsOneTap() {
        m_mark->beginFor(QStringLiteral("road_project"), m_plan->road());
        QSignalSpy committed(m_mark.get(), &MarkController::committed);
        m_mark->noChange();
        QTRY_COMPARE(committed.count(), 1);
        QTRY_COMPARE(m_session->snapshots()->marks()->size(), 1U);
        const auto mark = m_session->snapshots()->marks()->front();
        QCOMPARE(mark.state, "normal");
        QVERIFY(mark.stage.empty());
        QCOMPARE(mark.subject.uid, m_plan->road().toStdString());
    }

    void asksBeforeMarkingWhatIsFar() {
        // 900 m south of the parcels.
        const auto at = m_session->geoFromPlan({458'050, 3'852'100}).value_or(Point{});
        m_mark->beginAt(at.x, at.y, 2000);
        QTRY_VERIFY(!m_mark->candidates().isEmpty());
        const auto candidates = m_mark->candidates();
        const auto parcel = std::ranges::find(candidates, m_plan->parcels().first(), &FeatureItem::uid);
        QVERIFY(parcel != candidates.end());
        m_mark->choose(static_cast<int>(parcel - candidates.begin()));
        QVERIFY(m_mark->far());
        m_mark->setNote(QStringLiteral("from the other side"));
        QSignalSpy asked(m_mark.get(), &MarkController::needsConfirmation);
        QSignalSpy committed(m_mark.get(), &MarkController::committed);
        m_mark->commit(false);
        QCOMPARE(asked.count(), 1);
        m_mark->commit(true);
        QTRY_COMPARE(committed.count(), 1);
    }

    void theDraftOutlivesTheSheetAndTheProgram() {
        beginAtParcel(2);
        QTRY_COMPARE(m_mark->subjectUid(), m_plan->parcels().at(2));
        m_mark->setNote(QStringLiteral("half a sentence"));
        m_mark->setPercent(30);
        m_mark->cancel();
        QVERIFY(!m_mark->active());
        open(); // a new session, as after a restart
        QTRY_COMPARE(m_mark->note(), QStringLiteral("half a sentence"));
        QCOMPARE(m_mark->percent(), 30.0);
        QCOMPARE(m_mark->subjectUid(), m_plan->parcels().at(2));
        m_mark->clearDraft();
        open();
        QTRY_VERIFY(!m_session->busy());
        QVERIFY(!m_mark->hasDraft());
    }

    void aPhotoThatIsGoneKeepsTheDraft() {
        beginAtParcel(0);
        QTRY_COMPARE(m_mark->subjectUid(), m_plan->parcels().first());
        m_mark->setNote(QStringLiteral("see photo"));
        m_mark->addPhotos({QUrl::fromLocalFile(m_plan->file(QStringLiteral("gone.jpg")))});
        QSignalSpy failed(m_mark.get(), &MarkController::failed);
        m_mark->commit(false);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.at(0).at(0).toString().contains(QStringLiteral("gone.jpg")));
        QCOMPARE(m_mark->note(), QStringLiteral("see photo"));
        QVERIFY(!m_mark->saving());
    }

    void daysToComeAreRefused() {
        beginAtParcel(0);
        QTRY_COMPARE(m_mark->subjectUid(), m_plan->parcels().first());
        m_mark->setNote(QStringLiteral("x"));
        m_mark->setOnDate(QStringLiteral("2999-01-01"));
        QVERIFY(!m_mark->canCommit());
        QCOMPARE(m_mark->problem(), QStringLiteral("2999-01-01 is still to come."));
    }

    void largePhotosAreScaledAndSmallOnesKept() {
        const auto large = loadPhoto(photo(QStringLiteral("large.png"), 4000, 1000).toLocalFile());
        QVERIFY(large);
        auto bytes = QByteArray(reinterpret_cast<const char*>(large->bytes.data()),
                                static_cast<qsizetype>(large->bytes.size()));
        QBuffer buffer(&bytes);
        QCOMPARE(QImageReader(&buffer).size(), QSize(2560, 640));
        const auto path = photo(QStringLiteral("small.png"), 300, 200).toLocalFile();
        const auto small = loadPhoto(path);
        QVERIFY(small);
        QCOMPARE(small->mediaType, "image/png");
        QCOMPARE(static_cast<qint64>(small->bytes.size()), QFileInfo(path).size());
        QVERIFY(!loadPhoto(m_plan->path()));
    }
};

QTEST_MAIN(MarkControllerTest)
#include "mark_controller_test.moc"
