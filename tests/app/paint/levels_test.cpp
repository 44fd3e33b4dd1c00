// From far and from near a map shows the same colours: no jump between levels of detail, nothing that
// vanishes.
#include "app/paint/scene.h"
#include "tests/app/paint/picture_colour.h"
#include "tests/geo/paint/snapshots.h"

#include <QTest>

#include <array>
#include <cmath>
#include <random>

using namespace tuban;
using namespace tuban::test;

namespace {

constexpr int side = 400;
constexpr double parcelM = 30;
constexpr int across = 70;

/// Parcels of ten corners with shared edges and a street after every eighth, in four colours at random.
Scene district() {
    std::mt19937 random(4);
    std::uniform_int_distribution<int> use(0, 3);
    LayerStyle style = plainStyle(ShapeKind::Area);
    style.rule = LayerStyle::Rule::RawValue;
    style.classes.clear();
    constexpr std::array<Colour, 4> fills{
        {{255, 240, 170}, {230, 120, 110}, {150, 205, 140}, {190, 170, 220}}};
    for (int i = 0; i < 4; ++i) {
        const std::string key = std::to_string(i);
        const Colour fill = fills[static_cast<std::size_t>(i)];
        style.classByKey.emplace(key, static_cast<std::uint16_t>(i));
        style.classes.push_back({.key = key, .label = {}, .fill = fill, .stroke = scaled(fill, 0.72, 1.1)});
    }
    std::vector<MadeFeature> parcels;
    for (int row = 0; row < across; ++row) {
        for (int column = 0; column < across; ++column) {
            const double x = 500'000 + parcelM * column + 14.0 * (column / 8);
            const double y = 3'850'000 + parcelM * row;
            const double bend = column % 8 == 0 ? 0 : 2;
            const double next = column % 8 == 7 ? 0 : 2;
            parcels.push_back({"p" + std::to_string(row * across + column),
                               makePolygon({{{x, y},
                                             {x + 15, y},
                                             {x + parcelM, y},
                                             {x + parcelM + next, y + 15},
                                             {x + parcelM, y + parcelM},
                                             {x + 15, y + parcelM},
                                             {x, y + parcelM},
                                             {x + bend, y + 15}}}),
                               {std::to_string(use(random))}});
        }
    }
    Scene scene;
    scene.layers.push_back(
        {.tables = {displayed(madeSnapshot(ShapeKind::Area, {"lu_raw"}, parcels), style)}, .opacity = 1});
    return scene;
}

/// The same ground at a scale at which a parcel is so large, as seen through a window over its middle.
QImage seen(const Scene& scene, double parcelPx) {
    const Box all = scene.layers.front().tables.front()->bounds();
    const double worldPerParcel = all.height() / across;
    const double scale = parcelPx / worldPerParcel;
    const double half = side / 2 / scale;
    const Canvas canvas{.view =
                            View::northUp({all.centre().x - half, all.centre().y - half}, scale, side, side),
                        .deviceRatio = 1,
                        .isVector = false,
                        .theme = Theme::Light,
                        .stop = {}};
    return paintedImage(scene, canvas);
}

/// A window of the ground that every scale below shows whole, scaled to nothing else.
QImage middle(const QImage& image, double parcelPx) {
    const int size = static_cast<int>(std::lround(20 * parcelPx));
    return image.copy((side - size) / 2, (side - size) / 2, size, size);
}

} // namespace

class LevelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noZoomShowsAJump() {
        const Scene scene = district();
        std::optional<Channels> before;
        for (double parcelPx = 1.5; parcelPx < 19; parcelPx *= std::exp2(0.25)) {
            const QImage now = middle(seen(scene, parcelPx), parcelPx);
            const Channels mean = meanOf(now, now.rect());
            if (before) {
                QVERIFY2(
                    deltaE(*before, mean) < 2,
                    qPrintable(QStringLiteral("ΔE %1 at %2 px").arg(deltaE(*before, mean)).arg(parcelPx)));
            }
            before = mean;
        }
    }

    void fromFarTheMapHasTheMixOfItsColours() {
        const Scene scene = district();
        const DisplayLayer& layer = *scene.layers.front().tables.front();
        const double parcelPx = 2;
        const Box all = layer.bounds();
        const double halfWorld = 10 * all.height() / across;
        const Point centre = all.centre();
        const Box window{
            centre.x - halfWorld, centre.y - halfWorld, centre.x + halfWorld, centre.y + halfWorld};
        Channels mix{};
        double whole = 0;
        for (const std::uint32_t index : layer.query(window)) {
            const Box box = layer.box(index);
            const double share =
                std::max(0.0, std::min(box.maxX, window.maxX) - std::max(box.minX, window.minX)) *
                std::max(0.0, std::min(box.maxY, window.maxY) - std::max(box.minY, window.minY)) /
                (box.width() * box.height());
            const Colour fill = layer.style.classes[layer.classes[index]].fill;
            const double area = share * layer.area(index);
            whole += area;
            mix[0] += area * fill.red;
            mix[1] += area * fill.green;
            mix[2] += area * fill.blue;
        }
        const double windowArea = window.width() * window.height();
        const Colour paper = paletteOf(Theme::Light).paper;
        const Channels ground{static_cast<double>(paper.red),
                              static_cast<double>(paper.green),
                              static_cast<double>(paper.blue)};
        for (std::size_t i = 0; i < 3; ++i) {
            mix[i] = (mix[i] + std::max(0.0, windowArea - whole) * ground[i]) / windowArea;
        }
        const QImage shown = middle(seen(scene, parcelPx), parcelPx);
        const double off = deltaE(mix, meanOf(shown, shown.rect()));
        QVERIFY2(off < 3, qPrintable(QString::number(off)));
    }

    void neighboursShowNoSeamOfPaper() {
        // One colour without outlines: every pixel inside a block has it, at each size up to the outlines.
        LayerStyle style = plainStyle(ShapeKind::Area);
        style.classes[0].fill = {60, 90, 160};
        style.classes[0].stroke = style.classes[0].fill;
        std::vector<MadeFeature> parcels;
        for (int i = 0; i < 400; ++i) {
            parcels.push_back({"p" + std::to_string(i),
                               square(500'000 + parcelM * (i % 20), 3'850'000 + parcelM * (i / 20), parcelM),
                               {}});
        }
        Scene scene;
        scene.layers.push_back(
            {.tables = {displayed(madeSnapshot(ShapeKind::Area, {}, parcels), style)}, .opacity = 1});
        for (const double blockPx : {30.0, 57.0, 91.3, 155.5}) {
            const Box all = scene.layers.front().tables.front()->bounds();
            const double scale = blockPx / all.height();
            const double half = side / 2 / scale;
            const QImage image = paintedImage(
                scene,
                {.view = View::northUp({all.centre().x - half, all.centre().y - half}, scale, side, side),
                 .deviceRatio = 1,
                 .isVector = false,
                 .theme = Theme::Light,
                 .stop = {}});
            const int reach = static_cast<int>(blockPx / 2 * 0.9);
            for (int y = side / 2 - reach; y < side / 2 + reach; ++y) {
                for (int x = side / 2 - reach; x < side / 2 + reach; ++x) {
                    QVERIFY2(std::abs(qRed(image.pixel(x, y)) - 60) < 8,
                             qPrintable(QString::number(blockPx)));
                }
            }
        }
    }

    void aParkTooSmallToBeSeenIsASign() {
        LayerStyle style = plainStyle(ShapeKind::Area);
        style.symbol = Symbol::Tree;
        style.classes[0].fill = {90, 160, 90};
        style.classes[0].stroke = {40, 110, 40};
        Scene scene;
        scene.layers.push_back(
            {.tables = {displayed(
                 madeSnapshot(ShapeKind::Area, {}, {{"park", square(500'000, 3'850'000, 100), {}}}), style)},
             .opacity = 1});
        const Box park = scene.layers.front().tables.front()->bounds();
        const double scale = 0.5 / park.width(); // half a pixel
        const double half = side / 2 / scale;
        const QImage image = paintedImage(
            scene,
            {.view = View::northUp({park.centre().x - half, park.centre().y - half}, scale, side, side),
             .deviceRatio = 1,
             .isVector = false,
             .theme = Theme::Light,
             .stop = {}});
        int drawn = 0;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                drawn += image.pixel(x, y) != image.pixel(0, 0) ? 1 : 0;
            }
        }
        QVERIFY2(drawn >= 16, qPrintable(QString::number(drawn)));
    }
};

QTEST_GUILESS_MAIN(LevelsTest)
#include "levels_test.moc"
