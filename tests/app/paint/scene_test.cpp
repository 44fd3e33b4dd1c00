// Pixels of painted scenes: known colours at known places.
#include "app/paint/label_painter.h"
#include "app/paint/scene.h"
#include "tests/geo/paint/snapshots.h"

#include <QTest>

using namespace tuban;

namespace {

constexpr Colour red{200, 40, 30};
constexpr Colour dark{90, 10, 10};
const QRgb paper = qRgb(0xFA, 0xF9, 0xF5);

LayerStyle redStyle(ShapeKind kind) {
    LayerStyle style = plainStyle(kind);
    style.classes[0].fill = red;
    style.classes[0].stroke = dark;
    return style;
}

Scene sceneOf(ShapeKind kind, const std::vector<MadeFeature>& features, double opacity = 1) {
    Scene scene;
    scene.layers.push_back(
        {.tables = {displayed(madeSnapshot(kind, {}, features), redStyle(kind))}, .opacity = opacity});
    return scene;
}

const DisplayLayer& layerOf(const Scene& scene) {
    return *scene.layers.front().tables.front();
}

/// A canvas of `sidePx` that shows the box of the scene grown by a quarter on each side.
Canvas canvasOn(const Scene& scene, double sidePx, double deviceRatio = 1) {
    const Box box = layerOf(scene).bounds();
    const double side = 1.5 * std::max(box.width(), box.height());
    const Point topLeft{box.centre().x - side / 2, box.centre().y - side / 2};
    return {.view = View::northUp(topLeft, sidePx / side, sidePx, sidePx),
            .deviceRatio = deviceRatio,
            .isVector = false,
            .theme = Theme::Light,
            .stop = {}};
}

bool isNear(QRgb a, QRgb b, int most = 2) {
    return std::abs(qRed(a) - qRed(b)) <= most && std::abs(qGreen(a) - qGreen(b)) <= most &&
           std::abs(qBlue(a) - qBlue(b)) <= most;
}

QRgb rgbOf(Colour colour) {
    return qRgb(colour.red, colour.green, colour.blue);
}

} // namespace

class SceneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aParcelIsFilledAndItsHoleIsNot() {
        const Geometry ring =
            makePolygon({{{0, 0}, {100, 0}, {100, 100}, {0, 100}}, {{40, 40}, {40, 60}, {60, 60}, {60, 40}}});
        Geometry shape = ring;
        for (Point& p : shape.points) {
            p = {p.x + 500'000, p.y + 3'850'000};
        }
        const Scene scene = sceneOf(ShapeKind::Area, {{"a", shape, {}}});
        const QImage image = paintedImage(scene, canvasOn(scene, 300));
        QCOMPARE(image.size(), QSize(300, 300));
        QVERIFY(isNear(image.pixel(20, 20), paper));       // outside
        QVERIFY(isNear(image.pixel(80, 150), rgbOf(red))); // inside
        QVERIFY(isNear(image.pixel(150, 150), paper));     // in the hole
    }

    void twoTilesShowTheSameAsOnePicture() {
        std::vector<MadeFeature> features;
        for (int i = 0; i < 36; ++i) {
            features.push_back({"p" + std::to_string(i),
                                square(500'000 + 20.0 * (i % 6), 3'850'000 + 20.0 * (i / 6), 17),
                                {}});
        }
        const Scene scene = sceneOf(ShapeKind::Area, features);
        const Canvas whole = canvasOn(scene, 512);
        const QImage one = paintedImage(scene, whole);
        const double scale = whole.view.pixelsPerWorld();
        const Point topLeft = whole.view.worldFromScreen({0, 0});
        Canvas half = whole;
        for (const int left : {0, 256}) {
            half.view = View::northUp({topLeft.x + left / scale, topLeft.y}, scale, 256, 512);
            const QImage part = paintedImage(scene, half);
            int different = 0;
            for (int y = 0; y < 512; ++y) {
                for (int x = 0; x < 256; ++x) {
                    different += isNear(part.pixel(x, y), one.pixel(left + x, y), 3) ? 0 : 1;
                }
            }
            QCOMPARE(different, 0);
        }
    }

    void manySignsLeaveTheMapFreeFromFar() {
        // 40 × 40 points on a side of 100 px: with signs of full size nothing else would be seen.
        std::vector<MadeFeature> features;
        for (int i = 0; i < 1'600; ++i) {
            Geometry point{.kind = ShapeKind::Point, .points = {}, .partEnds = {1}, .polygonEnds = {}};
            point.points = {{500'000 + 10.0 * (i % 40), 3'850'000 + 10.0 * (i / 40)}};
            features.push_back({"s" + std::to_string(i), point, {}});
        }
        const Scene scene = sceneOf(ShapeKind::Point, features);
        for (const double sidePx : {600.0, 1'500.0}) {
            const QImage image = paintedImage(scene, canvasOn(scene, sidePx));
            const int from = static_cast<int>(sidePx * 0.2);
            const int to = static_cast<int>(sidePx * 0.8);
            int free = 0;
            for (int y = from; y < to; ++y) {
                for (int x = from; x < to; ++x) {
                    free += isNear(image.pixel(x, y), paper, 6) ? 1 : 0;
                }
            }
            QVERIFY2(free > 0.6 * (to - from) * (to - from), qPrintable(QString::number(free)));
            QVERIFY(free < 0.98 * (to - from) * (to - from)); // and none of them vanishes
        }
    }

    void tinyParcelsKeepTheirColourInTheMean() {
        // 20 × 20 parcels that touch, 2 px each: a block of 40 px filled without gaps.
        std::vector<MadeFeature> features;
        for (int i = 0; i < 400; ++i) {
            features.push_back({"p" + std::to_string(i),
                                square(500'000 + 10.0 * (i % 20), 3'850'000 + 10.0 * (i / 20), 10),
                                {}});
        }
        const Scene scene = sceneOf(ShapeKind::Area, features);
        const QImage image = paintedImage(scene, canvasOn(scene, 60));
        QVERIFY(isNear(image.pixel(30, 30), rgbOf(red), 6));
        QVERIFY(isNear(image.pixel(3, 3), paper));
    }

    void aLayerWithOpacityIsLaidOverAsAWhole() {
        const Geometry shape = square(500'000, 3'850'000, 100);
        const Scene scene = sceneOf(ShapeKind::Area, {{"a", shape, {}}, {"b", shape, {}}}, 0.5);
        const QImage image = paintedImage(scene, canvasOn(scene, 300));
        const QRgb half = qRgb((200 + 0xFA) / 2, (40 + 0xF9) / 2, (30 + 0xF5) / 2);
        QVERIFY(isNear(image.pixel(150, 150), half, 3)); // two on top of each other: still one half
    }

    void deviceRatioGivesMorePixelsOfTheSamePicture() {
        const Scene scene = sceneOf(ShapeKind::Area, {{"a", square(500'000, 3'850'000, 100), {}}});
        const QImage image = paintedImage(scene, canvasOn(scene, 300, 2));
        QCOMPARE(image.size(), QSize(600, 600));
        QVERIFY(isNear(image.pixel(300, 300), rgbOf(red)));
    }

    void aParcelFarLargerThanThePictureFillsIt() {
        Scene scene = sceneOf(ShapeKind::Area, {{"a", square(500'000, 3'850'000, 100'000), {}}});
        const Point centre = layerOf(scene).bounds().centre();
        Canvas canvas = canvasOn(scene, 256);
        canvas.view = View::northUp(centre, 256 * std::exp2(21), 256, 256);
        const QImage image = paintedImage(scene, canvas);
        QVERIFY(isNear(image.pixel(5, 5), rgbOf(red)));
        QVERIFY(isNear(image.pixel(250, 250), rgbOf(red)));
    }

    void aSignIsDrawnWhereItsPointIs() {
        const Scene scene = sceneOf(ShapeKind::Point, {{"a", makePoint({500'000, 3'850'000}), {}}});
        const Point at = layerOf(scene).box(0).centre();
        Canvas canvas{.view = View::northUp({at.x - 32 / 1e8, at.y - 32 / 1e8}, 1e8, 64, 64),
                      .deviceRatio = 1,
                      .isVector = false,
                      .theme = Theme::Light,
                      .stop = {}};
        const QImage image = paintedImage(scene, canvas);
        QVERIFY(isNear(image.pixel(32, 32), rgbOf(red)));
        QVERIFY(isNear(image.pixel(50, 50), paper));
    }

    void aStoppedPictureIsNone() {
        std::stop_source stop;
        stop.request_stop();
        const Scene scene = sceneOf(ShapeKind::Area, {{"a", square(500'000, 3'850'000, 100), {}}});
        Canvas canvas = canvasOn(scene, 64);
        canvas.stop = stop.get_token();
        QVERIFY(paintedImage(scene, canvas).isNull());
    }

    void labelsAreWrittenInChineseTypeOnAHalo() {
        QImage image(200, 60, QImage::Format_ARGB32_Premultiplied);
        image.fill(qRgb(200, 40, 30));
        const TextSize size = labelSize("高新区", LabelRole::Zone);
        QVERIFY(size.width > 36 && size.width < 60); // three ideographs of 14 px with their spacing
        QPainter painter(&image);
        paintLabels(painter,
                    {{.text = "高新区",
                      .role = LabelRole::Zone,
                      .centre = {100, 30},
                      .angleDegrees = 0,
                      .size = size,
                      .box = {}}},
                    Theme::Light);
        painter.end();
        int ink = 0;
        int halo = 0;
        for (int y = 20; y < 40; ++y) {
            for (int x = 70; x < 130; ++x) {
                ink += qRed(image.pixel(x, y)) < 80 ? 1 : 0;
                halo += qGreen(image.pixel(x, y)) > 180 ? 1 : 0;
            }
        }
        QVERIFY(ink > 60);
        QVERIFY(halo > 200);
    }
};

QTEST_MAIN(SceneTest)
#include "scene_test.moc"
