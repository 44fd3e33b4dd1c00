#include "geo/plan/features.h"
#include "geo/plan/sqlite.h"
#include "geo/shape/blob.h"

#include <utility>

namespace tuban {

Result<FeatureRef> parseFeatureRef(std::string_view text, const Catalogue& catalogue) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon + 1 == text.size()) {
        return failure(ErrorCode::Usage,
                       "\"" + std::string(text) +
                           "\" does not name a feature; write layer:uid, such as parcel:…");
    }
    const auto layer = catalogue.requireLayer(text.substr(0, colon));
    if (!layer) {
        return std::unexpected(layer.error());
    }
    return FeatureRef{(*layer)->name, std::string(text.substr(colon + 1))};
}

namespace {

/// Columns of a row after id and uid: those asked for, those the condition reads, then the shape.
struct Reading {
    const Layer* layer = nullptr;
    const FeatureQuery* query = nullptr;
    int firstWanted = 2;
    int firstTested = 2;
    int shape = -1; // -1: not read
};

Result<void> checkColumns(const Layer& layer, const std::vector<std::string>& columns) {
    for (const std::string& name : columns) {
        if (layer.column(name) == nullptr) {
            std::vector<std::string> known;
            for (const Column& column : layer.columns) {
                known.push_back(column.name);
            }
            const std::string near = nearestName(name, known);
            return failure(ErrorCode::Usage,
                           "layer " + layer.name + " has no column " + name +
                               (near.empty() ? "" : "; did you mean " + near + "?"));
        }
    }
    return {};
}

std::string selectFor(Reading& reading) {
    const FeatureQuery& query = *reading.query;
    std::vector<std::string> names{"id", "uid"};
    names.insert(names.end(), query.columns.begin(), query.columns.end());
    reading.firstTested = static_cast<int>(names.size());
    if (query.where != nullptr) {
        names.insert(names.end(), query.where->columns().begin(), query.where->columns().end());
    }
    if (query.withGeometry || query.window) {
        reading.shape = static_cast<int>(names.size());
        names.emplace_back("geom");
    }
    std::string sql = "SELECT " + quotedNames(names) + " FROM " + quotedName(query.layer);
    if (query.window) {
        // The index keeps floats that hold the box: more rows than wanted, never fewer.
        sql += " WHERE id IN (SELECT pkid FROM " + quotedName("idx_" + query.layer + "_geom") +
               " WHERE xmin <= ?3 AND xmax >= ?1 AND ymin <= ?4 AND ymax >= ?2)";
    }
    return sql + " ORDER BY id";
}

std::unexpected<Error> badShape(const Reading& reading, const Statement& row, const Error& error) {
    return failure(ErrorCode::Corrupt,
                   reading.layer->name + ":" + std::string(row.text(1)) + ": " + error.message);
}

/// Whether the row is wanted: by the box of its shape and by the condition.
Result<bool> wanted(const Reading& reading, const Statement& row) {
    if (reading.query->window) {
        const auto head = readBlobHead(row.blob(reading.shape));
        if (!head) {
            return badShape(reading, row, head.error());
        }
        if (!head->box.intersects(*reading.query->window)) {
            return false;
        }
    }
    return reading.query->where == nullptr || reading.query->where->accepts([&](std::size_t index) {
        return row.value(reading.firstTested + static_cast<int>(index));
    });
}

Result<Feature> featureOf(const Reading& reading, const Statement& row) {
    Feature feature;
    feature.id = row.integer(0);
    feature.uid = row.text(1);
    const auto count = static_cast<int>(reading.query->columns.size());
    for (int column = 0; column < count; ++column) {
        feature.values.push_back(row.value(reading.firstWanted + column));
    }
    feature.geometry.kind = reading.layer->geometry;
    if (reading.query->withGeometry && !row.isNull(reading.shape)) {
        auto shape = decodeBlob(row.blob(reading.shape));
        if (!shape) {
            return badShape(reading, row, shape.error());
        }
        feature.geometry = std::move(shape->geometry);
    }
    return feature;
}

} // namespace

Result<std::int64_t>
readFeatures(const Plan& plan, const FeatureQuery& query, const std::function<bool(const Feature&)>& visit) {
    const auto layer = plan.catalogue().requireLayer(query.layer);
    if (!layer) {
        return std::unexpected(layer.error());
    }
    if (const auto checked = checkColumns(**layer, query.columns); !checked) {
        return std::unexpected(checked.error());
    }
    Reading reading{.layer = *layer, .query = &query};
    Statement rows(plan.database(), selectFor(reading));
    if (query.window) {
        rows.bind(1, query.window->minX).bind(2, query.window->minY);
        rows.bind(3, query.window->maxX).bind(4, query.window->maxY);
    }
    std::int64_t visited = 0;
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        const auto keep = wanted(reading, rows);
        if (!keep) {
            return std::unexpected(keep.error());
        }
        if (!*keep) {
            continue;
        }
        const auto feature = featureOf(reading, rows);
        if (!feature) {
            return std::unexpected(feature.error());
        }
        ++visited;
        if (!visit(*feature)) {
            break;
        }
    }
    return visited;
}

Result<Feature> readFeature(const Plan& plan, const FeatureRef& ref, bool withGeometry) {
    const auto layer = plan.catalogue().requireLayer(ref.layer);
    if (!layer) {
        return std::unexpected(layer.error());
    }
    FeatureQuery query{.layer = ref.layer, .withGeometry = withGeometry};
    for (const Column& column : (*layer)->columns) {
        query.columns.push_back(column.name);
    }
    const Reading reading{.layer = *layer,
                          .query = &query,
                          .shape = withGeometry ? static_cast<int>(query.columns.size()) + 2 : -1};
    std::vector<std::string> names{"id", "uid"};
    names.insert(names.end(), query.columns.begin(), query.columns.end());
    if (withGeometry) {
        names.emplace_back("geom");
    }
    Statement row(plan.database(),
                  "SELECT " + quotedNames(names) + " FROM " + quotedName(ref.layer) + " WHERE uid = ?1");
    const auto found = row.bind(1, ref.uid).step();
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!*found) {
        return failure(ErrorCode::NotFound, ref.layer + ":" + ref.uid + ": there is no such feature");
    }
    return featureOf(reading, row);
}

} // namespace tuban
