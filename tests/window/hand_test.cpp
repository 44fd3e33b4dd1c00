// The hand on the map: dragging, wheel, turning, clicking through what lies at a place, going back and
// forward, selecting by box and lasso.
#include "app/controllers/selection.h"
#include "app/map/map_camera.h"
#include "tests/window/map_hand.h"
#include "tests/window/plan_file.h"

#include <QTest>

namespace tuban {

class HandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theWheelHoldsThePlaceUnderThePointer_data();
    void theWheelHoldsThePlaceUnderThePointer();
    void aDragHoldsThePlaceUnderThePointer();
    void aDoubleClickZoomsInAndWithShiftOut();
    void aRightDragTurnsAndNComesBack();
    void keysMoveTheMap();
    void spaceLetsADragPanWhateverTheTool();
    void theZoomToolZoomsToABox();
    void openingTheInspectorLeavesTheMapInPlace();
    void clickingAgainTakesWhatLiesBelow();
    void oneGoesBackAndForwardThroughViews();
    void aBoxSelectsJustWhatItHolds_data();
    void aBoxSelectsJustWhatItHolds();
    void aLassoSelectsJustWhatItHolds();
    void theTableShowsWhatTheBoxSelected();

private:
    /// What lies in a ring on the screen, found by looking at each corner and edge of each parcel there.
    [[nodiscard]] QSet<QString> parcelsIn(const QPolygonF& ring, bool touched) const;
    [[nodiscard]] QSet<QString> parcelsSelected() const;
    [[nodiscard]] QObject* workspace() const { return m_driver->part("workspace"); }
    [[nodiscard]] QObject* selection() const { return workspace()->property("selection").value<QObject*>(); }
    void look(double zoomLevel);

    QTemporaryDir m_folder;
    PlanFile m_plan;
    std::unique_ptr<WindowDriver> m_driver;
    std::unique_ptr<MapHand> m_hand;
};

void HandTest::initTestCase() {
    m_plan = makePlanFile(m_folder.path());
    QVERIFY2(m_plan.problem.isEmpty(), qPrintable(m_plan.problem));
    m_driver = std::make_unique<WindowDriver>();
    QVERIFY(m_driver->isShown());
    m_hand = std::make_unique<MapHand>(*m_driver);
    m_driver->preferences()->setLanguage(QStringLiteral("zh"));
    m_driver->preferences()->setTheme(QStringLiteral("light"));
    m_driver->preferences()->setUserName(QStringLiteral("王工")); // else the window asks first
    m_driver->size(1280, 800);
    QVERIFY(QTest::qWaitForWindowExposed(m_driver->window()));
    m_driver->window()->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(m_driver->window()));
    QVERIFY(m_driver->open(m_plan.path));
}

void HandTest::init() {
    QMetaObject::invokeMethod(selection(), "clear");
    m_driver->command("selectTool");
    m_hand->map()->setProperty("bearing", 0);
    m_hand->map()->setProperty("tilt", 0);
    QTRY_VERIFY(m_hand->map()->width() > m_driver->window()->width() - 300);
    look(16);
}

void HandTest::look(double zoomLevel) {
    m_driver->lookAt(m_plan.place, zoomLevel);
}

void HandTest::theWheelHoldsThePlaceUnderThePointer_data() {
    QTest::addColumn<double>("bearing");
    QTest::addColumn<double>("tilt");
    QTest::addRow("north up") << 0.0 << 0.0;
    QTest::addRow("turned") << 37.0 << 0.0;
    QTest::addRow("turned and tilted") << 37.0 << 30.0;
}

void HandTest::theWheelHoldsThePlaceUnderThePointer() {
    QFETCH(const double, bearing);
    QFETCH(const double, tilt);
    m_hand->map()->setProperty("bearing", bearing);
    m_hand->map()->setProperty("tilt", tilt);
    const QPointF at(301, 555);
    const QGeoCoordinate before = m_hand->placeAt(at);
    for (const int eighths : {240, 120, -480, 360, -240}) {
        m_hand->wheel(at, eighths);
    }
    QCOMPARE(m_hand->zoom(), 16.0);
    m_hand->wheel(at, 600);
    QCOMPARE(m_hand->zoom(), 18.5);
    const QPointF after = m_hand->pointOf(before);
    QVERIFY2(QLineF(at, after).length() < 0.01, qPrintable(QString::number(QLineF(at, after).length())));
}

void HandTest::aDragHoldsThePlaceUnderThePointer() {
    const QPointF from(400, 300);
    const QPointF to(523, 411);
    const QGeoCoordinate held = m_hand->placeAt(from);
    m_hand->drag(from, to);
    QVERIFY(QLineF(to, m_hand->pointOf(held)).length() < 0.01);
    const QGeoCoordinate middle = m_hand->placeAt(from);
    m_hand->drag(from, to, {}, Qt::MiddleButton);
    QVERIFY(QLineF(to, m_hand->pointOf(middle)).length() < 0.01);
}

void HandTest::aDoubleClickZoomsInAndWithShiftOut() {
    const QPointF at(700, 200);
    const QGeoCoordinate place = m_hand->placeAt(at);
    m_hand->doubleClick(at);
    QTRY_COMPARE(m_hand->zoom(), 17.0);
    QVERIFY(QLineF(at, m_hand->pointOf(place)).length() < 0.01);
    m_hand->doubleClick(at, Qt::ShiftModifier);
    QTRY_COMPARE(m_hand->zoom(), 16.0);
}

void HandTest::aRightDragTurnsAndNComesBack() {
    m_hand->drag({400, 300}, {500, 300}, {}, Qt::RightButton);
    QTRY_VERIFY2(m_hand->bearing() > 20, qPrintable(QString::number(m_hand->bearing())));
    m_hand->drag({400, 300}, {400, -2000}, Qt::ControlModifier);
    QTRY_COMPARE(m_hand->map()->property("tilt").toDouble(), 55.0);
    m_driver->key(Qt::Key_N);
    QTRY_COMPARE(m_hand->bearing(), 0.0);
    QCOMPARE(m_hand->map()->property("tilt").toDouble(), 0.0);
}

void HandTest::keysMoveTheMap() {
    m_hand->click({5, 300}); // the map has the focus
    look(16);
    const QGeoCoordinate before = m_hand->centre();
    m_driver->key(Qt::Key_Right);
    QVERIFY(m_hand->centre().longitude() > before.longitude());
    m_driver->key(Qt::Key_Up);
    QVERIFY(m_hand->centre().latitude() > before.latitude());
    m_driver->key(Qt::Key_Plus);
    QCOMPARE(m_hand->zoom(), 16.5);
    m_driver->key(Qt::Key_Minus);
    QCOMPARE(m_hand->zoom(), 16.0);
    m_driver->key(Qt::Key_Home);
    QVERIFY(m_hand->zoom() < 15);
    QVERIFY(m_hand->centre().distanceTo(m_driver->session().extent().center()) < 1);
}

void HandTest::spaceLetsADragPanWhateverTheTool() {
    m_hand->click({5, 300}); // the map has the focus
    QMetaObject::invokeMethod(selection(), "clear");
    QTRY_VERIFY(m_hand->map()->width() > m_driver->window()->width() - 300);
    m_driver->command("boxTool");
    look(16);
    const QGeoCoordinate held = m_hand->placeAt({400, 300});
    QTest::keyPress(m_driver->window(), Qt::Key_Space);
    m_hand->drag({400, 300}, {520, 380});
    QTest::keyRelease(m_driver->window(), Qt::Key_Space);
    QVERIFY(QLineF(QPointF(520, 380), m_hand->pointOf(held)).length() < 0.01);
    QCOMPARE(selection()->property("count").toInt(), 0);
}

void HandTest::theZoomToolZoomsToABox() {
    m_driver->key(Qt::Key_Z);
    QCOMPARE(workspace()->property("tool").toString(), QStringLiteral("zoom"));
    m_hand->map()->setProperty("bearing", 30);
    const QGeoCoordinate middle = m_hand->placeAt({500, 350});
    m_hand->drag({450, 320}, {550, 380});
    QTRY_VERIFY(m_hand->zoom() > 18);
    QVERIFY(QLineF(m_hand->middle(), m_hand->pointOf(middle)).length() < 2);
    m_driver->key(Qt::Key_Escape);
    QCOMPARE(workspace()->property("tool").toString(), QStringLiteral("select"));
}

void HandTest::openingTheInspectorLeavesTheMapInPlace() {
    const QPointF at = m_hand->pointOf(m_plan.place);
    m_hand->click(at);
    QTRY_VERIFY(m_hand->map()->width() < m_driver->window()->width() - 500);
    QTRY_VERIFY2(QLineF(at, m_hand->pointOf(m_plan.place)).length() < 1,
                 qPrintable(QString::number(m_hand->pointOf(m_plan.place).x() - at.x())));
}

void HandTest::clickingAgainTakesWhatLiesBelow() {
    m_driver->session().setDrawOrder({QStringLiteral("parcel")});
    const QPointF at = m_hand->pointOf(m_plan.place);
    m_hand->click(at);
    QTRY_COMPARE(selection()->property("count").toInt(), 1);
    QVERIFY(selection()->property("hitCount").toInt() >= 1);
    QCOMPARE(selection()->property("hitIndex").toInt(), 0);
}

void HandTest::oneGoesBackAndForwardThroughViews() {
    const QObject* views = workspace()->property("views").value<QObject*>();
    m_driver->lookAt(m_hand->centre(), 16);
    QTRY_VERIFY(views->property("settled").toBool());
    const QGeoCoordinate first = m_hand->centre();
    for (int i = 0; i < 5; ++i) { // passed by, not kept
        m_driver->lookAt({first.latitude() + 0.01, first.longitude()}, 14 + i);
    }
    m_driver->key(Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(m_hand->centre().distanceTo(first) < 1);
    QCOMPARE(m_hand->zoom(), 16.0);
    QVERIFY(views->property("canForward").toBool());
    QTest::mouseClick(m_driver->window(), Qt::ForwardButton, {}, m_hand->inWindow({300, 300}));
    QTRY_COMPARE(m_hand->zoom(), 18.0);
    QTest::mouseClick(m_driver->window(), Qt::BackButton, {}, m_hand->inWindow({300, 300}));
    QTRY_COMPARE(m_hand->zoom(), 16.0);
}

QSet<QString> HandTest::parcelsIn(const QPolygonF& ring, bool touched) const {
    QSet<QString> found;
    Session& session = m_driver->session();
    const auto parcels = session.snapshots()->snapshot(QStringLiteral("parcel"));
    const View view = View::ofCamera(cameraOf(*m_hand->map()));
    for (std::size_t i = 0; i < parcels->size(); ++i) {
        bool crossed = false;
        bool allIn = true;
        bool anyIn = false;
        QPolygonF corners; // of all rings: enough to ask whether the first corner of the ring lies in it
        const Geometry shape = parcels->geometry(i);
        for (std::size_t part = 0; part < shape.partEnds.size(); ++part) {
            QPointF before;
            for (const Point p : shape.part(part)) {
                const Point at = view.screenFromWorld(worldFromGeo(session.geoFromPlan(p).value_or(Point{})));
                const QPointF screen(at.x, at.y);
                const bool in = ring.containsPoint(screen, Qt::OddEvenFill);
                allIn = allIn && in;
                anyIn = anyIn || in;
                for (qsizetype edge = 0; !before.isNull() && edge < ring.size(); ++edge) {
                    const QLineF side(ring.at(edge), ring.at((edge + 1) % ring.size()));
                    crossed =
                        crossed || side.intersects({before, screen}, nullptr) == QLineF::BoundedIntersection;
                }
                before = screen;
                corners.append(screen);
            }
        }
        const bool around = corners.containsPoint(ring.first(), Qt::OddEvenFill);
        if (!corners.isEmpty() && (touched ? crossed || anyIn || around : allIn && !crossed)) {
            found.insert(QString::fromStdString(parcels->uid(i)));
        }
    }
    return found;
}

QSet<QString> HandTest::parcelsSelected() const {
    const auto selected = qobject_cast<Selection*>(selection())->selected().value(QStringLiteral("parcel"));
    QSet<QString> uids;
    for (std::size_t i = 0; i < selected.size(); ++i) {
        uids.insert(QString::fromStdString(selected.snapshot->uid(selected.rows->at(i))));
    }
    return uids;
}

void HandTest::aBoxSelectsJustWhatItHolds_data() {
    QTest::addColumn<double>("bearing");
    QTest::addColumn<QPointF>("from");
    QTest::addColumn<QPointF>("to");
    QTest::addRow("to the right") << 0.0 << QPointF(200, 150) << QPointF(700, 600);
    QTest::addRow("to the left") << 0.0 << QPointF(700, 600) << QPointF(200, 150);
    QTest::addRow("turned, to the right") << 40.0 << QPointF(150, 150) << QPointF(800, 560);
    QTest::addRow("turned, to the left") << 40.0 << QPointF(800, 150) << QPointF(150, 560);
}

void HandTest::aBoxSelectsJustWhatItHolds() {
    QFETCH(const double, bearing);
    QFETCH(const QPointF, from);
    QFETCH(const QPointF, to);
    look(13.5);
    m_hand->map()->setProperty("bearing", bearing);
    m_driver->command("boxTool");
    const auto expected = parcelsIn(QPolygonF(QRectF(from, to).normalized()), to.x() < from.x());
    QVERIFY(expected.size() > 1 || m_plan.features < 10);
    m_hand->drag(from, to);
    QTRY_COMPARE(parcelsSelected(), expected);
}

void HandTest::aLassoSelectsJustWhatItHolds() {
    look(13.5);
    m_driver->command("lassoTool");
    const QPolygonF ring(QList<QPointF>{{200, 150}, {700, 200}, {450, 380}, {750, 600}, {180, 560}});
    const auto expected = parcelsIn(ring, false);
    const QPointF at = m_hand->pointOf(m_plan.place);
    for (const QPointF& corner : ring) {
        m_hand->click(corner);
    }
    m_hand->click({900, 300});
    m_driver->key(Qt::Key_Backspace); // one too many
    m_driver->key(Qt::Key_Return);
    QTRY_COMPARE(parcelsSelected(), expected);
    QTRY_VERIFY(m_hand->map()->width() < m_driver->window()->width() - 500); // the inspector is open
    QTRY_VERIFY(QLineF(at, m_hand->pointOf(m_plan.place)).length() < 1); // and the map back in its place
    const QPolygonF half(QList<QPointF>{{450, 100}, {600, 100}, {600, 600}, {450, 600}});
    const auto left = expected - parcelsIn(half, false);
    for (const QPointF& corner : half) {
        m_hand->click(corner);
    }
    m_driver->key(Qt::Key_Return, Qt::ControlModifier); // takes away
    QTRY_COMPARE(parcelsSelected(), left);
}

void HandTest::theTableShowsWhatTheBoxSelected() {
    look(13.5);
    m_driver->command("boxTool");
    m_hand->drag({200, 150}, {700, 600});
    QTRY_VERIFY(!parcelsSelected().isEmpty() || m_plan.features < 10);
    m_driver->key(Qt::Key_F6);
    QTRY_VERIFY(m_driver->item(QStringLiteral("tableView")));
    const auto* table = m_driver->item(QStringLiteral("tableView"))->property("model").value<QObject*>();
    QTRY_COMPARE(table->property("selectedRows").value<QList<int>>().size(), parcelsSelected().size());
    m_driver->key(Qt::Key_F6);
    QTRY_VERIFY(!m_driver->item(QStringLiteral("tableView")));
}

} // namespace tuban

int main(int count, char** arguments) {
    return tuban::testWindow<tuban::HandTest>(count, arguments);
}

#include "hand_test.moc"
