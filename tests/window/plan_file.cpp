#include "tests/window/plan_file.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>

namespace tuban {
namespace {

QString run(const QStringList& arguments) {
    QProcess program;
    program.start(QStringLiteral(TUBAN_PROGRAM), arguments);
    if (!program.waitForFinished(240'000) || program.exitStatus() != QProcess::NormalExit ||
        program.exitCode() != 0) {
        return arguments.join(u' ') + QStringLiteral(": ") +
               QString::fromUtf8(program.readAllStandardError());
    }
    return {};
}

QString importInto(const QString& plan, const QString& crs, const QString& source) {
    const QString made = run({QStringLiteral("new"),
                              plan,
                              QStringLiteral("--crs"),
                              crs,
                              QStringLiteral("--name"),
                              QStringLiteral("新吴区 2024")});
    return made.isEmpty() ? run({QStringLiteral("import"),
                                 plan,
                                 source,
                                 QStringLiteral("--layer"),
                                 QStringLiteral("parcel")})
                          : made;
}

// Feature 205 of the file: 51,583.35 m² in EPSG:4549, from
//   ogrinfo -dialect sqlite -sql "select st_area(st_transform(geom,4549)) from land_use where fid=205"
PlanFile realParcels(const QString& folder, const QString& source) {
    PlanFile file{folder + QStringLiteral("/xinwu.sqlite"),
                  source,
                  2033,
                  {31.4865660395641, 120.469250363006},
                  QStringLiteral("51,583.35"),
                  {}};
    file.problem = importInto(file.path, QStringLiteral("EPSG:4549"), source);
    return file;
}

// Two rectangles in EPSG:4547; the first is 100 m by 200 m. Its middle in degrees, from
//   echo "460050 3853100" | gdaltransform -s_srs EPSG:4547 -t_srs EPSG:4490
PlanFile ownParcels(const QString& folder) {
    const QString source = folder + QStringLiteral("/parcels.geojson");
    QFile out(source);
    if (!out.open(QIODevice::WriteOnly)) {
        return {{}, {}, 0, {}, {}, source};
    }
    out.write(
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4547"}},"features":[
{"type":"Feature","properties":{"DKBH":"GX-001"},"geometry":{"type":"Polygon","coordinates":[[[460000,3853000],[460100,3853000],[460100,3853200],[460000,3853200],[460000,3853000]]]}},
{"type":"Feature","properties":{"DKBH":"GX-002"},"geometry":{"type":"Polygon","coordinates":[[[460200,3853000],[460250,3853000],[460250,3853050],[460200,3853050],[460200,3853000]]]}}]})");
    out.close();
    PlanFile file{folder + QStringLiteral("/own.sqlite"),
                  source,
                  2,
                  {34.8054802886, 113.5634070048},
                  QStringLiteral("20,000.00"),
                  {}};
    file.problem = importInto(file.path, QStringLiteral("EPSG:4547"), source);
    return file;
}

} // namespace

PlanFile makePlanFile(const QString& folder) {
    const QString source = QStringLiteral(TUBAN_SHARED_DATA "/wuxi-hightech/xinwu_land_use.gpkg");
    return QFileInfo::exists(source) ? realParcels(folder, source) : ownParcels(folder);
}

QString makeDemoFile(const QString& folder) {
    const QString path = folder + QStringLiteral("/demo.sqlite");
    return run({QStringLiteral("demo"), path, QStringLiteral("--parcels"), QStringLiteral("400")}).isEmpty()
               ? path
               : QString();
}

} // namespace tuban
