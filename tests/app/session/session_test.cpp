#include "app/controllers/undo_controller.h"
#include "app/models/inspector_model.h"
#include "app/models/search_model.h"
#include "app/session/language.h"
#include "app/session/session.h"
#include "app/session/snapshot_store.h"
#include "tests/app/app_fixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <unistd.h>

using namespace tuban;
using namespace tuban::test;

class SessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLanguage(QStringLiteral("en")); }

    void opensAPlanAndReadsItsFeatures() {
        const SmallPlan plan;
        Session session;
        QVERIFY(openAndWait(session, plan.path()));
        QVERIFY(session.isOpen());
        QVERIFY(!session.busy());
        QVERIFY(!session.readOnly());
        QCOMPARE(session.name(), QStringLiteral("小区"));
        QCOMPARE(session.crsCode(), QStringLiteral("EPSG:4547"));
        QCOMPARE(session.snapshots()->snapshot(QStringLiteral("parcel"))->size(), 3U);
        QVERIFY(session.layerExtent(QStringLiteral("parcel")).isValid());
        QVERIFY(session.extent().contains(
            session.featureExtent(QStringLiteral("parcel"), plan.parcels().first())));
        QCOMPARE(session.saveState(), QStringLiteral("saved"));
    }

    void refusesWhatIsNoPlanAndKeepsTheOpenOne() {
        const SmallPlan plan;
        Session session;
        QVERIFY(openAndWait(session, plan.path()));
        QSignalSpy failed(&session, &Session::failed);

        QFile text(plan.file(QStringLiteral("letter.sqlite")));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("Dear planner, this is a letter and not a plan.\n");
        text.close();
        session.openPlan(text.fileName());
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.at(0).at(0).toString().contains(QStringLiteral("letter.sqlite")));

        session.openPlan(plan.file(QStringLiteral("absent.sqlite")));
        QTRY_COMPARE(failed.count(), 2);
        QCOMPARE(failed.at(1).at(0).toString(),
                 QStringLiteral("absent.sqlite is not there. Was it moved or renamed?"));
        QCOMPARE(session.path(), plan.path());
        QCOMPARE(session.snapshots()->snapshot(QStringLiteral("parcel"))->size(), 3U);
    }

    void refusesAPlanOfANewerProgram() {
        const SmallPlan plan;
        QVERIFY(runSql(plan.path(), QStringLiteral("PRAGMA user_version = 99")));
        Session session;
        QSignalSpy failed(&session, &Session::failed);
        session.openPlan(plan.path());
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.at(0).at(0).toString().contains(QStringLiteral("newer version")));
        QVERIFY(!session.isOpen());
    }

    void opensAProtectedPlanForReading() {
        if (geteuid() == 0) {
            QSKIP("root may write everything");
        }
        const SmallPlan plan;
        QVERIFY(QFile::setPermissions(plan.path(), QFileDevice::ReadOwner));
        Session session;
        QVERIFY(openAndWait(session, plan.path()));
        QVERIFY(session.readOnly());
        QVERIFY(!session.readOnlyReason().isEmpty());
        QCOMPARE(session.snapshots()->snapshot(QStringLiteral("parcel"))->size(), 3U);
    }

    void editsAreUndoneAndDoneAgainAfterARestart() {
        const SmallPlan plan;
        const auto uid = plan.parcels().first();
        const auto owner = [](Session& session, const QString& feature) {
            const auto snapshot = session.snapshots()->snapshot(QStringLiteral("parcel"));
            const auto row = static_cast<std::size_t>(snapshot->find(feature.toStdString()));
            return toText(snapshot->cell(snapshot->columnIndex("owner"), row));
        };
        {
            Session session;
            QVERIFY(openAndWait(session, plan.path()));
            InspectorModel inspector;
            inspector.setSession(&session);
            inspector.setLayer(QStringLiteral("parcel"));
            inspector.setUid(uid);
            inspector.edit(QStringLiteral("owner"), QStringLiteral("高新城投"));
            QTRY_COMPARE(owner(session, uid), "高新城投");
            QTRY_COMPARE(session.saveState(), QStringLiteral("saved"));
        }
        Session session;
        QVERIFY(openAndWait(session, plan.path()));
        QCOMPARE(owner(session, uid), "高新城投");
        UndoController undo;
        undo.setSession(&session);
        QTRY_VERIFY(undo.canUndo());
        QVERIFY(undo.undoText().contains(QStringLiteral("Owner")));
        undo.undo();
        QTRY_COMPARE(owner(session, uid), "");
        QTRY_VERIFY(undo.canRedo());
        undo.redo();
        QTRY_COMPARE(owner(session, uid), "高新城投");
        QTRY_VERIFY(!undo.canRedo());
    }

    void seesTheEditOfAnotherProgram() {
        const SmallPlan plan;
        Session session;
        QVERIFY(openAndWait(session, plan.path()));
        QSignalSpy notice(&session, &Session::notice);
        QVERIFY(runSql(plan.path(),
                       QStringLiteral("UPDATE parcel SET name = '鲲鹏小镇' WHERE parcel_no = '地块 2'")));
        QTRY_COMPARE(notice.count(), 1);
        SearchModel search;
        search.setSession(&session);
        search.setQuery(QStringLiteral("鲲鹏"));
        QTRY_COMPARE(search.count(), 1);
        QCOMPARE(search.data(search.index(0), SearchModel::UidRole).toString(), plan.parcels().at(2));
    }

    void copiesTheOpenPlanWhole() {
        const SmallPlan plan;
        Session session;
        QVERIFY(openAndWait(session, plan.path()));
        QSignalSpy notice(&session, &Session::notice);
        const auto copy = plan.file(QStringLiteral("copy.sqlite"));
        session.copyTo(QUrl::fromLocalFile(copy).toString());
        QTRY_COMPARE(notice.count(), 1);
        Session other;
        QVERIFY(openAndWait(other, copy));
        QCOMPARE(other.snapshots()->snapshot(QStringLiteral("parcel"))->size(), 3U);
    }

    void makesANewPlanAndOpensIt() {
        const SmallPlan plan;
        Session session;
        QSignalSpy opened(&session, &Session::opened);
        session.createPlan(
            plan.file(QStringLiteral("new.sqlite")), QStringLiteral("EPSG:4549"), QStringLiteral("新区"));
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(session.srid(), 4549);
        QCOMPARE(session.name(), QStringLiteral("新区"));
    }
};

QTEST_MAIN(SessionTest)
#include "session_test.moc"
