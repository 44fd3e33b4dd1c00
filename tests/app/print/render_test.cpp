// `tuban render` as a shell runs it.
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <set>

namespace {

struct Outcome {
    int exitCode = -1;
    QByteArray output;
    QByteArray complaint;
};

Outcome tuban(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(TUBAN_PROGRAM), arguments);
    constexpr int waitMs = 120'000;
    if (!process.waitForFinished(waitMs)) {
        process.kill();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class RenderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        QCOMPARE(tuban({QStringLiteral("demo"), m_plan, QStringLiteral("--parcels"), QStringLiteral("400")})
                     .exitCode,
                 0);
    }

    void aPictureHasItsSizeAndTheColoursOfTheLand() {
        const QString target = m_folder.filePath(QStringLiteral("map.png"));
        const Outcome outcome =
            render({QStringLiteral("--to"), target, QStringLiteral("--size"), QStringLiteral("900x600")});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.output, target.toUtf8() + '\n');
        const QImage image(target);
        QCOMPARE(image.size(), QSize(900, 600));
        std::set<QRgb> colours;
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3) {
                colours.insert(image.pixel(x, y));
            }
        }
        QVERIFY(colours.size() > 100);
        QFile::copy(target, QStringLiteral(TUBAN_SCREENSHOTS "/render.png"));
    }

    void aPageIsVectorsWithText() {
        const QString target = m_folder.filePath(QStringLiteral("map.pdf"));
        const Outcome outcome = render({QStringLiteral("--to"),
                                        target,
                                        QStringLiteral("--page"),
                                        QStringLiteral("A3"),
                                        QStringLiteral("--scale"),
                                        QStringLiteral("1:10000"),
                                        QStringLiteral("--json")});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(
            std::abs(
                QJsonDocument::fromJson(outcome.output).object().value(QStringLiteral("scale")).toDouble() -
                10'000) < 1e-6);
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray pdf = file.readAll();
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/Font"));
        QVERIFY(!pdf.contains("/Subtype /Image"));
    }

    void aMarkChangesTheLookOfItsRoad() {
        const QString plan = m_folder.filePath(QStringLiteral("marked.sqlite"));
        QVERIFY(QFile::copy(m_plan, plan));
        const auto road = QJsonDocument::fromJson(tuban({QStringLiteral("list"),
                                                         plan,
                                                         QStringLiteral("--layer"),
                                                         QStringLiteral("road_project"),
                                                         QStringLiteral("--where"),
                                                         QStringLiteral("stage = 'existing'"),
                                                         QStringLiteral("--json")})
                                                      .output)
                              .object()
                              .value(QStringLiteral("features"))
                              .toArray()
                              .first()
                              .toObject()
                              .value(QStringLiteral("uid"))
                              .toString();
        QVERIFY(!road.isEmpty());
        const auto picture = [&] {
            const QString target = m_folder.filePath(QStringLiteral("road.png"));
            QString feature = QStringLiteral("road_project:") + road;
            return tuban({QStringLiteral("render"),
                          plan,
                          QStringLiteral("--to"),
                          target,
                          QStringLiteral("--layers"),
                          QStringLiteral("road_project"),
                          QStringLiteral("--within"),
                          feature})
                               .exitCode == 0
                       ? QImage(target)
                       : QImage();
        };
        const QImage before = picture();
        QVERIFY(!before.isNull());
        QCOMPARE(tuban({QStringLiteral("mark"),
                        plan,
                        QStringLiteral("--feature"),
                        QStringLiteral("road_project:") + road,
                        QStringLiteral("--stage"),
                        QStringLiteral("planned"),
                        QStringLiteral("--by"),
                        QStringLiteral("test")})
                     .exitCode,
                 0);
        QVERIFY(picture() != before);
    }

    void aThemeGoesByEitherTitleAndChangesTheMap() {
        const auto picture = [this](const QStringList& more) {
            const QString target = m_folder.filePath(QStringLiteral("theme.png"));
            return render(QStringList{QStringLiteral("--to"),
                                      target,
                                      QStringLiteral("--size"),
                                      QStringLiteral("600x300")} +
                          more)
                               .exitCode == 0
                       ? QImage(target)
                       : QImage();
        };
        const QImage far = picture({QStringLiteral("--theme"), QStringLiteral("控规指标")});
        QVERIFY(!far.isNull());
        QCOMPARE(picture({QStringLiteral("--theme"), QStringLiteral("Plan indicators")}), far);
        QVERIFY(picture({QStringLiteral("--theme"), QStringLiteral("land_use")}) != far);
        const QImage grey = picture({QStringLiteral("--theme"),
                                     QStringLiteral("indicators"),
                                     QStringLiteral("--colours"),
                                     QStringLiteral("grey"),
                                     QStringLiteral("--layers"),
                                     QStringLiteral("parcel")});
        QVERIFY(!grey.isNull());
        QVERIFY(grey != far);
    }

    void aLegendWithHatchesIsShortenedToItsSheet() {
        const QString target = m_folder.filePath(QStringLiteral("hatched.png"));
        QCOMPARE(render({QStringLiteral("--to"),
                         target,
                         QStringLiteral("--theme"),
                         QStringLiteral("land_use"),
                         QStringLiteral("--size"),
                         QStringLiteral("800x420")})
                     .exitCode,
                 0);
        QCOMPARE(QImage(target).size(), QSize(800, 420));
    }

    void whatCannotBeMadeIsRefused_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        const QString png = m_folder.filePath(QStringLiteral("no.png"));
        QTest::newRow("an ending nobody knows")
            << QStringList{QStringLiteral("--to"), QStringLiteral("a.gif")} << 2;
        QTest::newRow("no size")
            << QStringList{QStringLiteral("--to"), png, QStringLiteral("--size"), QStringLiteral("big")} << 2;
        QTest::newRow("an unknown layer")
            << QStringList{QStringLiteral("--to"), png, QStringLiteral("--layers"), QStringLiteral("parcels")}
            << 2;
        QTest::newRow("an unknown theme")
            << QStringList{QStringLiteral("--to"), png, QStringLiteral("--theme"), QStringLiteral("night")}
            << 2;
        QTest::newRow("unknown colours")
            << QStringList{QStringLiteral("--to"), png, QStringLiteral("--colours"), QStringLiteral("pink")}
            << 2;
        QTest::newRow("an unknown feature") << QStringList{QStringLiteral("--to"),
                                                           png,
                                                           QStringLiteral("--within"),
                                                           QStringLiteral("parcel:none")}
                                            << 3;
        QTest::newRow("a folder that is not there")
            << QStringList{QStringLiteral("--to"), m_folder.filePath(QStringLiteral("no/where.png"))} << 3;
    }

    void whatCannotBeMadeIsRefused() {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const Outcome outcome = render(arguments);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY(!outcome.complaint.isEmpty());
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("no.png"))));
    }

private:
    [[nodiscard]] Outcome render(const QStringList& arguments) const {
        return tuban(QStringList{QStringLiteral("render"), m_plan} + arguments);
    }

    QTemporaryDir m_folder;
    QString m_plan = m_folder.filePath(QStringLiteral("demo.sqlite"));
};

QTEST_GUILESS_MAIN(RenderTest)
#include "render_test.moc"
