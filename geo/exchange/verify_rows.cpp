#include "geo/exchange/verify_rows.h"

#include "geo/base/text.h"
#include "geo/exchange/cell_reader.h"
#include "geo/exchange/field_match.h"
#include "geo/exchange/row_match.h"
#include "geo/measure/area.h"
#include "geo/plan/snapshot.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace tuban {
namespace {

/// The layer an export came from, with the fields of the file matched to it.
struct Origin {
    const Layer* layer = nullptr;
    const Layer::Companion* companion = nullptr;
    FieldMatches matches;
};

bool isNamedAfter(const FileLayer& file, const Layer& layer) {
    return file.name.starts_with(layer.name) || file.name.starts_with(layer.title.zh);
}

/// The layer that holds the first uids of the file; of an empty file, the one it is named after.
Result<Origin> findOrigin(const Plan& plan, const FileLayer& file) {
    for (const auto& layer : plan.catalogue().layers()) {
        auto matches = matchFields(layer, file.fields, {});
        if (!matches || !matches->uid) {
            continue;
        }
        constexpr std::size_t enough = 20;
        const auto first = std::span(file.rows).first(std::min(enough, file.rows.size()));
        const bool known = std::ranges::any_of(first, [&](const FileRow& row) {
            return readFeature(plan, {layer.name, toText(row.cells[*matches->uid])}, false).has_value();
        });
        if (known || (file.rows.empty() && isNamedAfter(file, layer))) {
            return Origin{&layer, nullptr, *std::move(matches)};
        }
    }
    return failure(ErrorCode::Unreadable,
                   file.name + ": has no field with uids of this plan, so its rows cannot be found again.");
}

void findCompanion(const FileLayer& file, Origin& origin) {
    const auto shaped =
        std::ranges::find_if(file.rows, [](const FileRow& row) { return !row.shape.empty(); });
    if (shaped == file.rows.end() || shaped->shape.kind == origin.layer->geometry) {
        return;
    }
    for (const auto& companion : origin.layer->companions) {
        if (companion.geometry == shaped->shape.kind) {
            origin.companion = &companion;
        }
    }
}

class LayerComparer {
public:
    LayerComparer(const Plan& plan, const FileLayer& file, const Origin& origin)
        : m_plan(plan), m_file(file), m_origin(origin) {
        m_part.name = file.name;
        m_part.countFile = static_cast<std::int64_t>(file.rows.size());
        for (const auto& row : file.rows) {
            m_rows.emplace(lowerAscii(trimmed(toText(row.cells[*origin.matches.uid]))), &row);
            m_part.areaFileM2 += row.shape.kind == ShapeKind::Area ? planarAreaM2(row.shape) : 0;
        }
    }

    Result<VerifyReport::LayerPart> compare() {
        FeatureQuery query;
        query.layer = m_origin.layer->name;
        query.withGeometry = true;
        for (const auto& match : m_origin.matches.columns) {
            query.columns.push_back(match.column->name);
        }
        m_hasScheme = m_origin.layer->column("lu_scheme") != nullptr;
        if (m_hasScheme) {
            query.columns.emplace_back("lu_scheme");
        }
        std::optional<Expression> where;
        if (!m_file.conditions.where.empty()) {
            auto parsed = Expression::parse(m_file.conditions.where, *m_origin.layer);
            if (!parsed) {
                return std::unexpected(parsed.error());
            }
            where.emplace(*std::move(parsed));
            query.where = &*where;
        }
        if (auto ready = readShapes(); !ready) {
            return std::unexpected(ready.error());
        }
        const auto read = readFeatures(m_plan, query, [&](const Feature& feature) {
            take(feature);
            return true;
        });
        if (!read) {
            return std::unexpected(read.error());
        }
        for (const auto& [uid, row] : m_rows) {
            m_part.differences.push_back({uid, "", "", "not in the plan"});
        }
        return std::move(m_part);
    }

private:
    Result<void> readShapes() {
        if (m_origin.companion != nullptr) {
            const auto snapshot = readSnapshot(m_plan, m_origin.companion->table, {});
            if (!snapshot) {
                return std::unexpected(snapshot.error());
            }
            for (std::size_t i = 0; i < (*snapshot)->size(); ++i) {
                auto shape = (*snapshot)->geometry(i);
                auto& joined = m_shapes[(*snapshot)->uid(i)];
                if (joined.empty()) {
                    joined = std::move(shape);
                } else if (!shape.empty()) {
                    append(joined, shape);
                }
            }
        }
        if (!m_file.conditions.within.empty()) {
            const auto ref = parseFeatureRef(m_file.conditions.within, m_plan.catalogue());
            const auto feature = ref ? readFeature(m_plan, *ref) : std::unexpected(ref.error());
            if (!feature) {
                return std::unexpected(feature.error());
            }
            m_boundary = feature->geometry;
        }
        return {};
    }

    void take(const Feature& feature) {
        const Geometry* shape = &feature.geometry;
        if (m_origin.companion != nullptr) {
            const auto found = m_shapes.find(feature.uid);
            if (found == m_shapes.end()) {
                return;
            }
            shape = &found->second;
        }
        const auto& place = feature.geometry.empty() ? *shape : feature.geometry;
        if (!m_boundary.empty() && (place.empty() || !containsPoint(m_boundary, anchorOf(place)))) {
            return;
        }
        ++m_part.countPlan;
        m_part.areaPlanM2 += shape->kind == ShapeKind::Area ? planarAreaM2(*shape) : 0;
        const auto found = m_rows.find(feature.uid);
        if (found == m_rows.end()) {
            m_part.differences.push_back({feature.uid, "", "in the plan", ""});
            return;
        }
        compareCells(feature, *found->second);
        if (m_file.hasShapes && !measuresLike(*shape, found->second->shape)) {
            m_part.differences.push_back(
                {feature.uid, "geom", measureOf(*shape), measureOf(found->second->shape)});
        }
        m_rows.erase(found);
    }

    void compareCells(const Feature& feature, const FileRow& row) {
        const auto scheme = m_hasScheme ? toText(feature.values.back()) : std::string();
        for (std::size_t i = 0; i < m_origin.matches.columns.size(); ++i) {
            const auto& match = m_origin.matches.columns[i];
            const auto& raw = row.cells[match.field];
            auto cell = readCell(m_plan.catalogue(), *m_origin.layer, *match.column, raw, match.factor);
            if (match.column->domain == "land_use") {
                const auto code = m_plan.catalogue().landUseCodeOf(scheme, trimmed(toText(raw)));
                cell = code ? ReadCell{*code, true} : cell;
            }
            const auto& planned = feature.values[i];
            const bool empty = toText(planned).empty() && toText(raw).empty();
            const bool same = !isNull(cell.value) && (saysNothingNew(cell.value, planned) ||
                                                      trimmed(toText(planned)) == toText(cell.value));
            if (!empty && !same) {
                m_part.differences.push_back({feature.uid, match.column->name, toText(planned), toText(raw)});
            }
        }
    }

    static std::string measureOf(const Geometry& shape) {
        if (shape.empty()) {
            return {};
        }
        switch (shape.kind) {
        case ShapeKind::Point:
            return toText(shape.points[0].x) + " " + toText(shape.points[0].y);
        case ShapeKind::Line:
            return toText(planarLengthM(shape)) + " m";
        case ShapeKind::Area:
            return toText(planarAreaM2(shape)) + " m²";
        }
        return {};
    }

    [[nodiscard]] bool measuresLike(const Geometry& planned, const Geometry& read) const {
        if (planned.empty() || read.empty() || planned.kind != read.kind) {
            return planned.empty() == read.empty();
        }
        constexpr double relative = 1e-9;
        const double boundaryM = m_file.sameCrs ? 0 : 1e-6; // two transformations lie between
        const auto close = [&](double one, double other, double lengthM) {
            return std::abs(one - other) <= relative * std::abs(one) + boundaryM * lengthM;
        };
        switch (planned.kind) {
        case ShapeKind::Point:
            return close(planned.points[0].x, read.points[0].x, 1) &&
                   close(planned.points[0].y, read.points[0].y, 1);
        case ShapeKind::Line:
            return close(
                planarLengthM(planned), planarLengthM(read), static_cast<double>(planned.points.size()));
        case ShapeKind::Area:
            return close(planarAreaM2(planned), planarAreaM2(read), planarLengthM(planned));
        }
        return false;
    }

    const Plan& m_plan;
    const FileLayer& m_file;
    const Origin& m_origin;
    VerifyReport::LayerPart m_part;
    std::map<std::string, const FileRow*, std::less<>> m_rows; // those not met yet
    std::map<std::string, Geometry, std::less<>> m_shapes;
    Geometry m_boundary;
    bool m_hasScheme = false;
};

} // namespace

Result<VerifyReport::LayerPart> compareLayer(const Plan& plan, const FileLayer& file) {
    auto origin = findOrigin(plan, file);
    if (!origin) {
        return std::unexpected(origin.error());
    }
    findCompanion(file, *origin);
    return LayerComparer(plan, file, *origin).compare();
}

} // namespace tuban
