// The map against the same work done another way: pixels, hits, and names on real ground.
#include "app/map/picker.h"
#include "app/paint/label_painter.h"
#include "tests/app/proof/brute_force.h"
#include "tests/app/proof/exact_picture.h"
#include "tests/app/proof/proof_plans.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <ranges>

using namespace tuban;
using namespace tuban::test;

namespace {

constexpr QRgb paper = 0xFFFAF9F5;
constexpr double streetMetres = 0.7;
constexpr double middleMetres = 4;

/// The picture of one layer as the tiles of the map have it.
/// The layer as the map draws it, but for hatches: the exact picture has fills and outlines alone.
QImage mapPicture(const DisplayLayer& layer, const View& view) {
    auto plain = std::make_shared<DisplayLayer>(layer);
    plain->style.hatches.clear();
    Scene scene;
    scene.layers.push_back({.tables = {plain}, .opacity = 1});
    return paintedImage(
        scene, {.view = view, .deviceRatio = 1, .isVector = false, .theme = Theme::Light, .stop = {}});
}

/// Metres a pixel at which the parcels are 300 pixels wide.
double farMetres(const ProofPlan& plan) {
    const Box extent = tableOf(plan, "parcel")->bounds();
    const View view = viewAt(plan, 1);
    return std::max(extent.width(), extent.height()) * view.pixelsPerWorld() / 300;
}

std::vector<std::shared_ptr<const DisplayLayer>> labelled(const ProofPlan& plan) {
    std::vector<std::shared_ptr<const DisplayLayer>> layers;
    for (const SceneLayer& layer : plan.scene.layers | std::views::reverse) {
        auto table = std::make_shared<DisplayLayer>(*layer.tables.back());
        if (plan.name != "demo" && table->style.layer == "parcel") {
            table->style.labelColumn = plan.name == "hangzhou" ? "name" : "lu_raw";
        }
        layers.push_back(table);
    }
    return layers;
}

/// Room for "410191-003" or the name of a park, whatever a feature is called.
TextSize asLongAsAName(std::string_view text, LabelRole role) {
    const TextSize size = labelSize(text, role);
    return {std::max(size.width, 48.0), size.height};
}

/// Five scales at each of nine places.
std::vector<View> viewsOver(const ProofPlan& plan) {
    const Box extent = tableOf(plan, "parcel")->bounds();
    std::vector<View> views;
    for (const double metres : {0.5, 0.9, 1.6, 2.4, 8.0}) {
        for (int place = 0; place < 9; ++place) {
            const View middle = viewAt(plan, metres);
            const Point corner = middle.worldFromScreen({0, 0});
            views.push_back(View::northUp({corner.x + (place % 3 - 1) * extent.width() / 5,
                                           corner.y + (place / 3 - 1) * extent.height() / 5},
                                          middle.pixelsPerWorld(),
                                          middle.widthPx(),
                                          middle.heightPx()));
        }
    }
    return views;
}

bool isWhole(const Box& box, const View& view) {
    return box.minX >= 0 && box.minY >= 0 && box.maxX <= view.widthPx() && box.maxY <= view.heightPx();
}

Box boxIn(const View& view, const PlacedLabel& label) {
    const Point at = view.screenFromWorld(label.world);
    const Point centre{at.x + label.offset.x, at.y + label.offset.y};
    return {centre.x - label.box.width() / 2,
            centre.y - label.box.height() / 2,
            centre.x + label.box.width() / 2,
            centre.y + label.box.height() / 2};
}

} // namespace

class MapProof : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        m_plans = makeProofPlans(m_folder);
    }

    void streetAndMiddleAreTheExactPicture() {
        for (const ProofPlan& plan : m_plans) {
            for (const double metres : {streetMetres, middleMetres}) {
                const auto layer = tableOf(plan, "parcel");
                const View view = viewAt(plan, metres);
                const QImage shown = mapPicture(*layer, view);
                const QImage exact = exactPicture(*layer, plan.crs, view, paper);
                const PictureDifference difference = differenceOf(shown, exact, paper);
                const QString what = say(plan, metres, difference);
                if (difference.meanPerChannel >= 2 || difference.shareWithin24 < 0.995) {
                    shown.save(picture(plan, "shown"));
                    exact.save(picture(plan, "exact"));
                }
                QVERIFY2(difference.meanPerChannel < 2, qPrintable(what));
                QVERIFY2(difference.shareWithin24 >= 0.995, qPrintable(what));
            }
        }
    }

    void fromFarTheColoursAreTheMixOfWhatIsThere() {
        for (const ProofPlan& plan : m_plans) {
            const auto layer = tableOf(plan, "parcel");
            const double metres = farMetres(plan);
            const View view = viewAt(plan, metres);
            const QImage shown = mapPicture(*layer, view);
            const QImage exact = exactPicture(*layer, plan.crs, view, paper);
            const PictureDifference difference = differenceOf(shown, exact, paper);
            const QString what = say(plan, metres, difference);
            if (difference.blocksWithin3 < 0.98) {
                shown.save(picture(plan, "shown_far"));
                exact.save(picture(plan, "exact_far"));
            }
            // A painter lays one smoothed edge over the other; where two strong colours meet in a block, that
            // is worth more than 3.
            QVERIFY2(difference.blocksWithin3 >= 0.98, qPrintable(what));
            QVERIFY2(difference.worstBlockDeltaE < 8, qPrintable(what));
            QVERIFY2(difference.mixDeltaE < 1, qPrintable(what));
        }
    }

    void everyPlaceHitsWhatLiesThere() {
        constexpr double radiusM = 6;
        for (const ProofPlan& plan : m_plans) {
            const int places = plan.name == "hangzhou" ? 10'000 : 100'000;
            std::vector<std::shared_ptr<const LayerSnapshot>> snapshots;
            for (const SceneLayer& layer : plan.scene.layers) {
                for (const auto& table : layer.tables) {
                    snapshots.push_back(table->snapshot);
                }
            }
            const BruteForce truth(snapshots);
            std::mt19937_64 random(20'241'124);
            const Box extent = tableOf(plan, "parcel")->snapshot->bounds().grown(50);
            std::uniform_real_distribution<double> east(extent.minX, extent.maxX);
            std::uniform_real_distribution<double> north(extent.minY, extent.maxY);
            qint64 found = 0;
            for (int place = 0; place < places; ++place) {
                const Point at{east(random), north(random)};
                FeatureSet picked;
                for (const PickHit& hit : pickAt(snapshots, at, radiusM)) {
                    picked.emplace_back(hit.snapshot.get(), hit.index);
                }
                std::ranges::sort(picked);
                found += std::ssize(picked);
                QVERIFY2(picked == truth.at(at, radiusM),
                         qPrintable(QStringLiteral("%1: %2 %3")
                                        .arg(QString::fromStdString(plan.name))
                                        .arg(at.x, 0, 'f', 3)
                                        .arg(at.y, 0, 'f', 3)));
            }
            qInfo("%s: %d places, %lld features, all the same", plan.name.c_str(), places, found);
            QVERIFY(found > places / 10);
        }
    }

    void namesLieInsideTheirAreasAndOnNoOther() {
        for (const ProofPlan& plan : m_plans) {
            const auto layers = labelled(plan);
            int areas = 0;
            int inside = 0;
            for (const View& view : viewsOver(plan)) {
                const auto labels = placeLabels(layers, view, asLongAsAName);
                for (std::size_t i = 0; i < labels.size(); ++i) {
                    QVERIFY(isWhole(labels[i].box, view));
                    QVERIFY(std::ranges::none_of(labels | std::views::drop(i + 1), [&](const auto& other) {
                        return labels[i].box.intersects(other.box);
                    }));
                    const auto layer = std::ranges::find_if(
                        layers, [&](const auto& each) { return each->style.layer == labels[i].layer; });
                    if ((*layer)->snapshot->kind == ShapeKind::Area) {
                        ++areas;
                        inside += holdsAllPixels(**layer, labels[i], view) ? 1 : 0;
                    }
                }
            }
            qInfo("%s: %d of %d labels of areas wholly inside", plan.name.c_str(), inside, areas);
            QVERIFY(areas > 20);
            QVERIFY(inside * 100 >= areas * 99);
        }
    }

    void namesStayWhileTheMapIsDragged() {
        for (const ProofPlan& plan : m_plans) {
            const auto layers = labelled(plan);
            std::mt19937 random(3);
            std::uniform_real_distribution<double> step(-220, 220);
            View view = viewAt(plan, 1.2);
            std::vector<PlacedLabel> before;
            int kept = 0;
            for (int drag = 0; drag < 25; ++drag) {
                const View next = View::northUp(view.worldFromScreen({step(random), step(random)}),
                                                view.pixelsPerWorld(),
                                                view.widthPx(),
                                                view.heightPx());
                auto after = placeLabels(
                    layers, next, asLongAsAName, {.marginPx = 320, .before = before, .viewBefore = &view});
                for (const PlacedLabel& seen : before) {
                    if (isWhole(seen.box, view) && isWhole(boxIn(next, seen), next)) {
                        QVERIFY(std::ranges::any_of(after, [&](const PlacedLabel& label) {
                            return label.uid == seen.uid && label.world == seen.world &&
                                   label.offset == seen.offset && label.text == seen.text;
                        }));
                        ++kept;
                    }
                }
                before = std::move(after);
                view = next;
            }
            qInfo("%s: %d names stayed in 25 drags", plan.name.c_str(), kept);
            QVERIFY(kept > 50);
        }
    }

private:
    static QString say(const ProofPlan& plan, double metres, const PictureDifference& difference) {
        QString text = QStringLiteral("%1 at %2 m/px: mean %3 levels, %4 % within 24, %9 % of blocks within "
                                      "ΔE 3, worst %5 at %7, %8, mix ΔE %6")
                           .arg(QString::fromStdString(plan.name))
                           .arg(metres, 0, 'f', 1)
                           .arg(difference.meanPerChannel, 0, 'f', 3)
                           .arg(100 * difference.shareWithin24, 0, 'f', 3)
                           .arg(difference.worstBlockDeltaE, 0, 'f', 2)
                           .arg(difference.mixDeltaE, 0, 'f', 2)
                           .arg(difference.worstBlock.x())
                           .arg(difference.worstBlock.y())
                           .arg(100 * difference.blocksWithin3, 0, 'f', 2);
        qInfo("%s", qPrintable(text));
        return text;
    }
    static QString picture(const ProofPlan& plan, const char* name) {
        return QStringLiteral(TUBAN_SCREENSHOTS "/proof_%1_%2.png")
            .arg(QString::fromStdString(plan.name), QLatin1String(name));
    }

    QTemporaryDir m_folder;
    std::vector<ProofPlan> m_plans;
};

QTEST_MAIN(MapProof)
#include "map_proof_test.moc"
