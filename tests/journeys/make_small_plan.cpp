// make_small_plan PATH: a new plan with two features in every layer, one with a shape and its first stage,
// one without either.
#include "geo/plan/features.h"
#include "geo/plan/journal.h"
#include "geo/plan/plan.h"

#include <cstdio>
#include <string>

using namespace tuban;

namespace {

constexpr Point corner{458825, 3853606}; // in the Zhengzhou High-tech Zone, EPSG:4547

Geometry shapeOf(ShapeKind kind) {
    const Point east{corner.x + 100, corner.y};
    const Point north{corner.x, corner.y + 100};
    switch (kind) {
    case ShapeKind::Point:
        return makePoint(corner);
    case ShapeKind::Line:
        return makeLine({{corner, east, north}});
    case ShapeKind::Area:
        break;
    }
    return makePolygon({{corner, east, north}});
}

FeatureEdit featureOf(const Layer& layer) {
    FeatureEdit edit;
    edit.columns = {"name"};
    edit.values = {"张五砦"};
    edit.geometry = shapeOf(layer.geometry);
    if (!layer.stages.empty()) {
        edit.columns.emplace_back("stage");
        edit.values.emplace_back("building");
        if (layer.stage("building") == nullptr) {
            edit.values.back() = layer.stages.front().code;
        }
    }
    if (layer.column("lu_code") != nullptr) {
        edit.columns.emplace_back("lu_code");
        edit.values.emplace_back("0701");
    }
    for (const Layer::Companion& companion : layer.companions) {
        edit.companions.emplace_back(companion.table, shapeOf(companion.geometry));
    }
    return edit;
}

Result<void> writeLayer(Plan& plan, Act& act, const Layer& layer) {
    auto writer = FeatureWriter::forLayer(plan, act, layer.name);
    if (!writer) {
        return std::unexpected(writer.error());
    }
    FeatureEdit shapeless;
    shapeless.columns = {"name"};
    shapeless.values = {"待落图"};
    for (const FeatureEdit& edit : {featureOf(layer), shapeless}) {
        if (const auto uid = writer->insert(edit); !uid) {
            return std::unexpected(uid.error());
        }
    }
    return {};
}

Result<void> make(const std::string& path) {
    auto plan = Plan::create(path, {.crs = "EPSG:4547", .name = "small"});
    if (!plan) {
        return std::unexpected(plan.error());
    }
    auto act = Act::begin(*plan, {.kind = "edit", .what = "two of each", .by = "test", .layer = ""});
    if (!act) {
        return std::unexpected(act.error());
    }
    for (const Layer& layer : plan->catalogue().layers()) {
        if (const auto written = writeLayer(*plan, *act, layer); !written) {
            return written;
        }
    }
    if (const auto entry = act->commit(); !entry) {
        return std::unexpected(entry.error());
    }
    return plan->close();
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fputs("usage: make_small_plan PATH\n", stderr);
        return 2;
    }
    if (const auto made = make(arguments[1]); !made) {
        std::fprintf(stderr, "%s\n", made.error().message.c_str());
        return 3;
    }
    return 0;
}
