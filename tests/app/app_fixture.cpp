#include "tests/app/app_fixture.h"

#include "geo/plan/features.h"

#include <QProcess>
#include <QSignalSpy>

#include <cstdlib>

namespace tuban::test {

namespace {

constexpr double west = 458'000;
constexpr double south = 3'853'000;
constexpr double side = 100;

Geometry square(double x, double y, double width) {
    return makePolygon({{{x, y}, {x + width, y}, {x + width, y + width}, {x, y + width}, {x, y}}});
}

/// What cannot fail in a fixture ends the test where it does.
template <class T>
T must(Result<T> result) {
    if (!result) {
        qFatal("%s", result.error().message.c_str());
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

FeatureEdit row(Geometry geometry, std::vector<std::string> columns, std::vector<Value> values) {
    return {.uid = {},
            .columns = std::move(columns),
            .values = std::move(values),
            .geometry = std::move(geometry),
            .companions = {}};
}

std::string add(Plan& plan, Act& act, const std::string& layer, const FeatureEdit& edit) {
    auto writer = must(FeatureWriter::forLayer(plan, act, layer));
    return must(writer.insert(edit));
}

} // namespace

SmallPlan::SmallPlan() {
    auto plan = must(Plan::create(path().toStdString(), {.crs = "EPSG:4547", .name = "小区"}));
    auto act =
        must(Act::begin(plan, {.kind = "import", .what = "three parcels", .by = "王工", .layer = "parcel"}));
    const std::vector<std::string> columns{
        "parcel_no", "name", "lu_scheme", "lu_code", "area_legal_m2", "deal_date"};
    const std::vector<std::vector<Value>> rows{
        {"地块 10", "停车场一期", "MNR2023", "0701", 10'010.0, "2024-03-01"},
        {"地块 9", "机械所二期", "MNR2023", "0701", Value(), "2024-01-15"},
        {"地块 2", "科技园", "MNR2023", "0901", 9'000.0, Value()}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto shape = square(west + side * static_cast<double>(i), south, side);
        m_parcels.append(QString::fromStdString(add(plan, act, "parcel", row(shape, columns, rows[i]))));
    }
    m_area = QString::fromStdString(add(
        plan, act, "area_unit", row(square(west - side, south - side, 5 * side), {"name"}, {"石佛办事处"})));
    m_road = QString::fromStdString(
        add(plan,
            act,
            "road_project",
            row(makeLine({{{west, south + 2 * side}, {west + 3 * side, south + 2 * side}}}),
                {"name"},
                {"科学大道"})));
    must(act.commit());
    must(plan.close());
}

bool openAndWait(Session& session, const QString& path) {
    QSignalSpy opened(&session, &Session::opened);
    session.openPlan(path);
    return opened.wait(10'000);
}

Point middleOfParcel(const Session& session, int index) {
    return session.geoFromPlan({west + side * (index + 0.5), south + side / 2}).value_or(Point{});
}

bool runSql(const QString& path, const QString& sql) {
    QProcess shell;
    shell.start(QStringLiteral("sqlite3"), {path, sql});
    const bool ended = shell.waitForFinished();
    if (!ended || shell.exitCode() != 0) {
        qWarning("%s", shell.readAllStandardError().constData());
    }
    return ended && shell.exitCode() == 0;
}

} // namespace tuban::test
