// The real window on a real plan, as a planner uses it: look, click, mark, undo, list.
#include "tests/window/plan_file.h"
#include "tests/window/window_driver.h"

#include <QAbstractItemModel>
#include <QSignalSpy>
#include <QTest>

namespace tuban {

class WindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void anEmptyWindowOffersWaysIn();
    void theLayerPanelCountsTheParcels();
    void aClickShowsTheParcelWithItsAreas();
    void aMarkIsMadeByAClickAndUndone();
    void theTableAndTheMapShareTheSelection();
    void aNumberIsFoundBySearching();
    void picturesOfEachSheet_data();
    void picturesOfEachSheet();
    void theDemoDistrictOpens();

private:
    [[nodiscard]] QObject* selection() const {
        return m_driver->part("workspace")->property("selection").value<QObject*>();
    }
    [[nodiscard]] int marksShown() const;
    void pickKnownParcel();

    QTemporaryDir m_folder;
    PlanFile m_plan;
    QString m_demo;
    std::unique_ptr<WindowDriver> m_driver;
};

void WindowTest::initTestCase() {
    m_plan = makePlanFile(m_folder.path());
    QVERIFY2(m_plan.problem.isEmpty(), qPrintable(m_plan.problem));
    m_demo = makeDemoFile(m_folder.path());
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->isShown());
    m_driver->preferences()->setLanguage(QStringLiteral("zh"));
    m_driver->preferences()->setTheme(QStringLiteral("light"));
    m_driver->preferences()->setUserName(QStringLiteral("王工"));
    m_driver->preferences()->setUserUnit(QStringLiteral("规划科"));
    m_driver->size(1280, 800);
    QVERIFY(QTest::qWaitForWindowExposed(m_driver->window()));
    m_driver->window()->requestActivate(); // keys go to the active window only
    QVERIFY(QTest::qWaitForWindowActive(m_driver->window()));
}

void WindowTest::init() {
    const QByteArray test = QTest::currentTestFunction();
    if (test != "anEmptyWindowOffersWaysIn" && test != "theDemoDistrictOpens" &&
        m_driver->session().path() != m_plan.path) {
        QVERIFY(m_driver->open(m_plan.path));
    }
}

void WindowTest::anEmptyWindowOffersWaysIn() {
    QVERIFY(!m_driver->session().isOpen());
    QVERIFY(m_driver->item(QStringLiteral("startPage")));
    QVERIFY(m_driver->shoot(QStringLiteral("zh-light-empty")));
    m_driver->preferences()->setTheme(QStringLiteral("dark"));
    QVERIFY(m_driver->shoot(QStringLiteral("zh-dark-empty")));
    m_driver->preferences()->setTheme(QStringLiteral("light"));
    m_driver->preferences()->setLanguage(QStringLiteral("en"));
    QVERIFY(m_driver->shoot(QStringLiteral("en-light-empty")));
    m_driver->preferences()->setLanguage(QStringLiteral("zh"));
}

void WindowTest::theLayerPanelCountsTheParcels() {
    const auto* layers = m_driver->part("workspace")->property("layers").value<QAbstractItemModel*>();
    QTRY_VERIFY_WITH_TIMEOUT(layers->rowCount() > 0, 10'000);
    const int countRole = layers->roleNames().key("count");
    QCOMPARE(layers->index(0, 0).data(countRole).toInt(), m_plan.features);
}

void WindowTest::pickKnownParcel() {
    QMetaObject::invokeMethod(selection(), "clear");
    m_driver->lookAt(m_plan.place, 17);
    m_driver->clickMap(m_plan.place);
    QTRY_COMPARE(selection()->property("count").toInt(), 1);
}

void WindowTest::aClickShowsTheParcelWithItsAreas() {
    pickKnownParcel();
    QCOMPARE(selection()->property("currentLayer").toString(), QStringLiteral("parcel"));
    QTRY_VERIFY2(m_driver->textOf(QStringLiteral("area_planar")).startsWith(m_plan.planarM2),
                 qPrintable(m_driver->textOf(QStringLiteral("area_planar"))));
    QVERIFY(!m_driver->textOf(QStringLiteral("area_ellipsoidal")).isEmpty());
    m_driver->key(Qt::Key_Escape);
    QTRY_VERIFY(!m_driver->item(QStringLiteral("inspectorTitle")));
}

int WindowTest::marksShown() const {
    const QQuickItem* history = m_driver->item(QStringLiteral("markHistory"));
    return history ? history->property("shown").toInt() : -1;
}

void WindowTest::aMarkIsMadeByAClickAndUndone() {
    pickKnownParcel();
    QTRY_COMPARE(marksShown(), 0);
    m_driver->key(Qt::Key_M, Qt::ControlModifier);
    m_driver->clickMap(m_plan.place);
    QTRY_VERIFY(m_driver->item(QStringLiteral("chip_building")));
    m_driver->click(m_driver->item(QStringLiteral("chip_building")));
    QTRY_VERIFY(m_driver->item(QStringLiteral("saveMark"))->isEnabled());
    QVERIFY(m_driver->shoot(QStringLiteral("zh-light-mark")));
    m_driver->click(m_driver->item(QStringLiteral("saveMark")));
    QTRY_COMPARE_WITH_TIMEOUT(marksShown(), 1, 10'000);
    m_driver->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(marksShown(), 0, 10'000);
    m_driver->key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(marksShown(), 1, 10'000);
    m_driver->command("selectTool");
}

void WindowTest::theTableAndTheMapShareTheSelection() {
    pickKnownParcel();
    m_driver->key(Qt::Key_F6);
    QTRY_VERIFY(m_driver->item(QStringLiteral("tableView")));
    const auto* table =
        m_driver->item(QStringLiteral("tableView"))->property("model").value<QAbstractItemModel*>();
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), m_plan.features, 15'000);
    int row = -1;
    QMetaObject::invokeMethod(const_cast<QAbstractItemModel*>(table),
                              "rowOf",
                              Q_RETURN_ARG(int, row),
                              Q_ARG(QString, selection()->property("currentUid").toString()));
    QVERIFY(row >= 0);
    QVERIFY(table->index(row, 0).data(table->roleNames().key("selected")).toBool());
    QMetaObject::invokeMethod(const_cast<QAbstractItemModel*>(table),
                              "selectRow",
                              Q_ARG(int, 0),
                              Q_ARG(QString, QStringLiteral("set")));
    QString first;
    QMetaObject::invokeMethod(
        const_cast<QAbstractItemModel*>(table), "uidAt", Q_RETURN_ARG(QString, first), Q_ARG(int, 0));
    QCOMPARE(selection()->property("currentUid").toString(), first);
    m_driver->key(Qt::Key_F6);
    QTRY_VERIFY(!m_driver->item(QStringLiteral("tableView")));
}

void WindowTest::aNumberIsFoundBySearching() {
    m_driver->lookAt({m_plan.place.latitude() + 0.02, m_plan.place.longitude()}, 15);
    m_driver->key(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(m_driver->item(QStringLiteral("searchBox"))->hasActiveFocus());
    const QString typed = QStringLiteral("%1,%2")
                              .arg(m_plan.place.longitude(), 0, 'f', 6)
                              .arg(m_plan.place.latitude(), 0, 'f', 6);
    for (const QChar letter : typed) {
        QTest::keyClick(m_driver->window(), letter.toLatin1());
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->item(QStringLiteral("searchBox"))->property("found").toInt() > 0,
                             5'000);
    QVERIFY(m_driver->shoot(QStringLiteral("zh-light-search")));
    m_driver->key(Qt::Key_Return);
    const auto* map = m_driver->item(QStringLiteral("mapView"))->property("map").value<QObject*>();
    QTRY_VERIFY_WITH_TIMEOUT(map->property("center").value<QGeoCoordinate>().distanceTo(m_plan.place) < 5,
                             5'000);
    QTRY_COMPARE(m_driver->textOf(QStringLiteral("searchBox")), QString());
}

void WindowTest::picturesOfEachSheet_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("theme");
    for (const char* language : {"zh", "en"}) {
        for (const char* theme : {"light", "dark"}) {
            QTest::addRow("%s-%s", language, theme)
                << QString::fromLatin1(language) << QString::fromLatin1(theme);
        }
    }
}

void WindowTest::picturesOfEachSheet() {
    QFETCH(const QString, language);
    QFETCH(const QString, theme);
    const QString name = language + u'-' + theme + u'-';
    m_driver->preferences()->setLanguage(language);
    m_driver->preferences()->setTheme(theme);
    pickKnownParcel();
    m_driver->lookAt(m_plan.place, 15.5);
    QVERIFY(m_driver->shoot(name + QStringLiteral("map")));
    m_driver->command("markTool");
    m_driver->clickMap(m_plan.place);
    QTRY_VERIFY(m_driver->item(QStringLiteral("saveMark")));
    QVERIFY(m_driver->shoot(name + QStringLiteral("mark")));
    m_driver->key(Qt::Key_Escape);
    m_driver->command("selectTool");
    m_driver->command("table");
    QTRY_VERIFY(m_driver->item(QStringLiteral("tableView")));
    QVERIFY(m_driver->shoot(name + QStringLiteral("table")));
    m_driver->command("table");
    for (const char* sheet : {"importSheet", "exportSheet"}) {
        auto* dialog = m_driver->part("dialogs")->property(sheet).value<QObject*>();
        if (QByteArrayView(sheet) == "importSheet") {
            QMetaObject::invokeMethod(dialog,
                                      "start",
                                      Q_ARG(QUrl, QUrl::fromLocalFile(m_plan.source)),
                                      Q_ARG(QString, QStringLiteral("parcel")));
            QTRY_VERIFY_WITH_TIMEOUT(dialog->property("ready").toBool(), 20'000);
        } else {
            QMetaObject::invokeMethod(dialog, "start", Q_ARG(QString, QString()));
        }
        QTRY_VERIFY(dialog->property("opened").toBool());
        QVERIFY(m_driver->shoot(name + QString::fromLatin1(sheet).chopped(5)));
        QMetaObject::invokeMethod(dialog, "close");
        QTRY_VERIFY(!dialog->property("visible").toBool());
    }
}

void WindowTest::theDemoDistrictOpens() {
    QVERIFY(!m_demo.isEmpty());
    m_driver->preferences()->setLanguage(QStringLiteral("zh"));
    m_driver->preferences()->setTheme(QStringLiteral("light"));
    m_driver->size(1600, 1000);
    QVERIFY(m_driver->open(m_demo));
    QVERIFY(m_driver->session().ownClock());
    QVERIFY(!m_driver->session().stamp().isEmpty());
    QVERIFY(m_driver->shoot(QStringLiteral("demo-first")));
    m_driver->part("workspace")->setProperty("stepsClosed", true);
    const QGeoCoordinate middle = m_driver->session().extent().center();
    m_driver->lookAt(middle, 15);
    m_driver->clickMap(middle);
    QVERIFY(m_driver->shoot(QStringLiteral("window")));
    m_driver->size(1280, 800);
}

} // namespace tuban

int main(int count, char** arguments) {
    return tuban::testWindow<tuban::WindowTest>(count, arguments);
}

#include "window_test.moc"
