#include "geo/works/subject.h"

#include "geo/shape/blob.h"

#include <algorithm>

namespace tuban {

namespace {

/// Position of a column among the columns of its layer, -1 when it has none of that name.
std::ptrdiff_t positionOf(const Layer& layer, std::string_view name) {
    const auto found = std::ranges::find(layer.columns, name, &Column::name);
    return found == layer.columns.end() ? -1 : found - layer.columns.begin();
}

std::string textOf(const Feature& feature, const Layer& layer, std::string_view column) {
    const auto position = positionOf(layer, column);
    return position < 0 ? std::string() : toText(feature.values[static_cast<std::size_t>(position)]);
}

} // namespace

std::vector<std::string> titleColumns(const Layer& layer) {
    std::vector<std::string> columns;
    for (const auto& name : {layer.labelColumn, std::string("name"), std::string("retired_on")}) {
        if (layer.column(name) != nullptr && !std::ranges::contains(columns, name)) {
            columns.push_back(name);
        }
    }
    return columns;
}

std::string titleOf(const Feature& feature) {
    for (std::size_t i = 0; i + 1 < feature.values.size(); ++i) { // the last is retired_on
        if (auto text = toText(feature.values[i]); !text.empty()) {
            return text;
        }
    }
    return feature.uid;
}

Result<Subject> readSubject(const Plan& plan, const FeatureRef& ref) {
    const auto layer = plan.catalogue().requireLayer(ref.layer);
    if (!layer) {
        return std::unexpected(layer.error());
    }
    auto feature = readFeature(plan, {.layer = (*layer)->name, .uid = ref.uid});
    if (!feature) {
        return std::unexpected(feature.error());
    }
    Subject subject{.layer = *layer,
                    .uid = feature->uid,
                    .title = textOf(*feature, **layer, (*layer)->labelColumn),
                    .stage = textOf(*feature, **layer, "stage"),
                    .retired = !textOf(*feature, **layer, "retired_on").empty(),
                    .geometry = std::move(feature->geometry)};
    if (subject.title.empty()) {
        subject.title = textOf(*feature, **layer, "name");
    }
    if (subject.title.empty()) {
        subject.title = subject.uid;
    }
    return subject;
}

Result<std::optional<double>> distanceToSubject(const Plan& plan, const Subject& subject, Point place) {
    std::optional<double> nearest;
    const auto look = [&](const Geometry& shape) {
        if (!shape.empty()) {
            const double distance = distanceTo(shape, place);
            nearest = std::min(nearest.value_or(distance), distance);
        }
    };
    look(subject.geometry);
    for (const auto& companion : subject.layer->companions) {
        Statement rows(plan.database(), "SELECT geom FROM \"" + companion.table + "\" WHERE of_uid = ?1");
        rows.bind(1, subject.uid);
        for (auto row = rows.step(); !row || *row; row = rows.step()) {
            if (!row) {
                return std::unexpected(row.error());
            }
            const auto shape = decodeBlob(rows.blob(0));
            if (!shape) {
                return within(companion.table + " of " + subject.title, shape.error());
            }
            look(shape->geometry);
        }
    }
    return nearest;
}

} // namespace tuban
