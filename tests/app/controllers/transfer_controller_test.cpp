#include "app/controllers/transfer_controller.h"
#include "app/session/language.h"
#include "tests/app/app_fixture.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace tuban;
using namespace tuban::test;

namespace {

constexpr int workerTimeoutMs = 60'000;

/// `count` squares of about 90 m beside each other, west of the small plan's parcels, numbered N1 … as
/// GeoJSON.
QByteArray geoJson(int count) {
    QByteArray text = R"({"type":"FeatureCollection","features":[)";
    for (int i = 0; i < count; ++i) {
        const double w = 113.40 + 0.001 * (i % 100);
        const double s = 34.70 + 0.001 * (i / 100);
        text += QStringLiteral(
                    R"(%1{"type":"Feature","properties":{"DKBH":"N%2","DKMC":"新地块%2"},"geometry":{"type":)"
                    R"("Polygon","coordinates":[[[%3,%4],[%5,%4],[%5,%6],[%3,%6],[%3,%4]]]}})")
                    .arg(i == 0 ? QString() : QStringLiteral(","))
                    .arg(i + 1)
                    .arg(w, 0, 'f', 6)
                    .arg(s, 0, 'f', 6)
                    .arg(w + 0.0009, 0, 'f', 6)
                    .arg(s + 0.0009, 0, 'f', 6)
                    .toUtf8();
    }
    return text + "]}";
}

} // namespace

class TransferControllerTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SmallPlan> m_plan;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<TransferController> m_transfer;

    [[nodiscard]] QString source(int count) const {
        QFile file(m_plan->file(QStringLiteral("parcels.geojson")));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(geoJson(count));
        }
        return file.fileName();
    }
    [[nodiscard]] std::size_t parcels() const {
        return m_session->snapshots()->snapshot(QStringLiteral("parcel"))->size();
    }

private Q_SLOTS:
    void init() {
        applyLanguage(QStringLiteral("en"));
        m_plan = std::make_unique<SmallPlan>();
        m_session = std::make_unique<Session>();
        QVERIFY(openAndWait(*m_session, m_plan->path()));
        m_transfer = std::make_unique<TransferController>();
        m_transfer->setProgram(QStringLiteral(TUBAN_PROGRAM));
        m_transfer->setSession(m_session.get());
    }
    void cleanup() {
        m_transfer.reset();
        m_session.reset();
        m_plan.reset();
    }

    void previewsTheFirstRowsAndProposesColumns() {
        m_transfer->preview(source(20), {{QStringLiteral("layer"), QStringLiteral("parcel")}});
        QVERIFY(m_transfer->busy());
        QTRY_VERIFY_WITH_TIMEOUT(!m_transfer->busy(), workerTimeoutMs);
        const auto info = m_transfer->source();
        QVERIFY2(info.problem.isEmpty(), qPrintable(info.problem));
        QCOMPARE(info.features, 20);
        QVERIFY(info.fields.contains(QStringLiteral("DKBH")));
        QVERIFY(info.rows.size() > 2);
        const auto number =
            std::ranges::find(info.mapping, QStringLiteral("parcel_no"), &FieldMapping::column);
        QVERIFY(number != info.mapping.end());
        QCOMPARE(number->field, QStringLiteral("DKBH"));
        QCOMPARE(number->title, QStringLiteral("Parcel number"));
    }

    void saysWhyAFileCannotBePreviewed() {
        QFile file(m_plan->file(QStringLiteral("letter.shp")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a shapefile");
        file.close();
        m_transfer->preview(file.fileName(), {});
        QTRY_VERIFY_WITH_TIMEOUT(!m_transfer->busy(), workerTimeoutMs);
        QVERIFY(m_transfer->source().problem.contains(QStringLiteral("letter.shp")));
    }

    void importsByAWorkerAndTheMapFollows() {
        QSignalSpy imported(m_transfer.get(), &TransferController::imported);
        new QAbstractItemModelTester(
            m_transfer->jobs(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_transfer.get());
        m_transfer->startImport(
            {{QStringLiteral("source"), source(20)}, {QStringLiteral("layer"), QStringLiteral("parcel")}});
        QCOMPARE(m_transfer->jobs()->running(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(imported.count(), 1, workerTimeoutMs);
        const auto report = imported.at(0).at(0).value<TransferReport>();
        QCOMPARE(report.added, 20);
        QTRY_COMPARE(parcels(), 23U);
        const auto row = m_transfer->jobs()->index(0);
        QCOMPARE(row.data(JobListModel::StateRole).toString(), QStringLiteral("done"));
        QVERIFY(row.data(JobListModel::ResultTextRole).toString().contains(QStringLiteral("20 new")));
    }

    void aCancelledImportLeavesThePlanAsItWas() {
        QSignalSpy imported(m_transfer.get(), &TransferController::imported);
        QSignalSpy failed(m_transfer.get(), &TransferController::failed);
        m_transfer->startImport({{QStringLiteral("source"), source(20'000)},
                                 {QStringLiteral("layer"), QStringLiteral("parcel")}});
        const auto row = [this](int role) { return m_transfer->jobs()->index(0).data(role); };
        QTRY_VERIFY_WITH_TIMEOUT(row(JobListModel::FractionRole).toDouble() >= 0, workerTimeoutMs);
        m_transfer->jobs()->cancel(0);
        QTRY_COMPARE_WITH_TIMEOUT(
            row(JobListModel::StateRole).toString(), QStringLiteral("cancelled"), workerTimeoutMs);
        QCOMPARE(imported.count(), 0);
        QCOMPARE(failed.count(), 0);
        QVERIFY(openAndWait(*m_session, m_plan->path()));
        QCOMPARE(parcels(), 3U);
    }

    void exportsAndTellsWhatWasVerified() {
        QSignalSpy exported(m_transfer.get(), &TransferController::exported);
        const auto target = m_plan->file(QStringLiteral("out.geojson"));
        m_transfer->startExport({{QStringLiteral("target"), target},
                                 {QStringLiteral("layers"), QStringList{QStringLiteral("parcel")}},
                                 {QStringLiteral("format"), QStringLiteral("geojson")}});
        QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, workerTimeoutMs);
        const auto report = exported.at(0).at(0).value<TransferReport>();
        QCOMPARE(report.written, 3);
        QVERIFY(report.summary.contains(QStringLiteral("equal")));
        QVERIFY(QFile::exists(target));
    }

    void aMissingSourceIsNamed() {
        QSignalSpy failed(m_transfer.get(), &TransferController::failed);
        m_transfer->startImport({{QStringLiteral("source"), m_plan->file(QStringLiteral("absent.shp"))},
                                 {QStringLiteral("layer"), QStringLiteral("parcel")}});
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, workerTimeoutMs);
        QVERIFY(failed.at(0).at(0).toString().contains(QStringLiteral("absent.shp")));
    }
};

QTEST_MAIN(TransferControllerTest)
#include "transfer_controller_test.moc"
