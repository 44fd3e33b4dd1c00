#include "tests/app/proof/proof_plans.h"

#include "app/print/plan_scene.h"
#include "geo/plan/plan.h"

#include <QFileInfo>
#include <QProcess>

#include <cmath>
#include <numbers>

namespace tuban::test {

namespace {

const QString shared = QStringLiteral(TUBAN_SHARED_DATA);

void tuban(const QStringList& arguments) {
    QProcess program;
    program.start(QStringLiteral(TUBAN_PROGRAM), arguments);
    if (!program.waitForFinished(240'000) || program.exitCode() != 0) {
        qFatal("%s: %s", qPrintable(arguments.join(u' ')), program.readAllStandardError().constData());
    }
}

ProofPlan read(const std::string& name, const QString& path) {
    const auto plan = Plan::open(path.toStdString(), OpenMode::ReadOnly);
    if (!plan) {
        qFatal("%s", plan.error().message.c_str());
    }
    auto scene = readScene(*plan, {}, {});
    if (!scene) {
        qFatal("%s", scene.error().message.c_str());
    }
    return {name, plan->crs().code(), std::move(*scene)};
}

ProofPlan imported(const std::string& name,
                   const QTemporaryDir& folder,
                   const QString& crs,
                   const std::vector<std::pair<QString, QString>>& sources) {
    const QString path = folder.filePath(QString::fromStdString(name + ".sqlite"));
    tuban({QStringLiteral("new"), path, QStringLiteral("--crs"), crs});
    for (const auto& [source, layer] : sources) {
        tuban({QStringLiteral("import"), path, shared + source, QStringLiteral("--layer"), layer});
    }
    return read(name, path);
}

} // namespace

std::vector<ProofPlan> makeProofPlans(const QTemporaryDir& folder) {
    std::vector<ProofPlan> plans;
    const QString demo = folder.filePath(QStringLiteral("demo.sqlite"));
    tuban({QStringLiteral("demo"), demo, QStringLiteral("--parcels"), QStringLiteral("1000")});
    plans.push_back(read("demo", demo));
    if (QFileInfo::exists(shared + QStringLiteral("/wuxi-hightech"))) {
        plans.push_back(
            imported("wuxi-hightech",
                     folder,
                     QStringLiteral("EPSG:4549"),
                     {{QStringLiteral("/wuxi-hightech/xinwu_land_use.gpkg"), QStringLiteral("parcel")},
                      {QStringLiteral("/wuxi-hightech/xinwu_road_centerlines.gpkg"),
                       QStringLiteral("road_project")}}));
        plans.push_back(imported(
            "hangzhou",
            folder,
            QStringLiteral("EPSG:4549"),
            {{QStringLiteral("/hangzhou/hangzhou_landuse_center.geojson"), QStringLiteral("parcel")}}));
    }
    return plans;
}

std::shared_ptr<const DisplayLayer> tableOf(const ProofPlan& plan, const std::string& layer) {
    for (const SceneLayer& drawn : plan.scene.layers) {
        if (drawn.tables.back()->style.layer == layer) {
            return drawn.tables.back();
        }
    }
    return nullptr;
}

View viewAt(const ProofPlan& plan, double metresPerPixel) {
    constexpr double width = 1'000;
    constexpr double height = 700;
    const Point centre = tableOf(plan, "parcel")->bounds().centre();
    // Mercator (EPSG:3857) stretches by 1 / cos φ; φ from the world's y.
    const double latitude = std::atan(std::sinh(std::numbers::pi * (1 - 2 * centre.y)));
    const double pixelsPerWorld = 2 * std::numbers::pi * 6'378'137.0 * std::cos(latitude) / metresPerPixel;
    return View::northUp({centre.x - width / 2 / pixelsPerWorld, centre.y - height / 2 / pixelsPerWorld},
                         pixelsPerWorld,
                         width,
                         height);
}

} // namespace tuban::test
