#include "geo/exchange/incoming.h"

#include "geo/crs/transform.h"
#include "geo/exchange/row_values.h"
#include "geo/measure/area.h"
#include "geo/shape/geos.h"
#include "geo/shape/validity.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <utility>

namespace tuban {
namespace {

constexpr double farthestM = 1e8; // beyond this a coordinate in metres is no place on Earth

/// Everything of the file before it is placed: shapes in the file's coordinates.
struct RawRows {
    std::vector<std::size_t> fields;
    std::vector<RawCells> cells;
    std::vector<std::int64_t> fids;
    std::vector<ReadShape> shapes;
    Box box;
};

std::vector<std::size_t> fieldsOf(const FieldMatches& matches) {
    std::vector<std::size_t> fields;
    for (const auto& match : matches.columns) {
        fields.push_back(match.field);
    }
    if (matches.uid) {
        fields.push_back(*matches.uid);
    }
    if (matches.key) {
        fields.push_back(*matches.key);
    }
    return fields;
}

Result<RawRows> readRaw(Source& source,
                        const FieldMatches& matches,
                        const Expression* where,
                        ImportReport& report,
                        const Progress& progress) {
    RawRows raw;
    raw.fields = fieldsOf(matches);
    const auto read = readRows(source, {raw.fields, where, true, -1}, progress, [&](SourceRow&& row) {
        raw.box.add(row.shape.geometry.box());
        raw.cells.push_back(std::move(row.cells));
        raw.fids.push_back(row.fid);
        raw.shapes.push_back(std::move(row.shape));
        return true;
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    report.read = *read;
    return raw;
}

/// Places shapes in the plan and gives them the kind the layer wants.
class Placer {
public:
    /// \param isTable rows without a shape are taken as they are
    Placer(const Plan& plan,
           const Layer& layer,
           const ImportOptions& options,
           bool isTable,
           ImportReport& report)
        : m_plan(plan), m_layer(layer), m_options(options), m_isTable(isTable), m_report(report) {}

    Result<void> prepare(const SourceCrs& crs) {
        m_swapped = crs.swapped;
        auto transform = Transform::between(crs.crs, m_plan.crs());
        if (!transform) {
            return std::unexpected(transform.error());
        }
        m_transform = std::make_unique<Transform>(*std::move(transform));
        return {};
    }

    /// \return false when the row is left out
    Result<bool> place(ReadShape&& shape, IncomingRow& row) {
        const auto feature = std::to_string(row.fid);
        if (!shape.unusable.empty()) {
            return refuse(feature, shape.unusable);
        }
        if (shape.geometry.empty()) {
            if (m_isTable) {
                return true; // a ledger says where its things are later, or never
            }
            m_report.skipped.push_back({feature, "has no shape"});
            return false;
        }
        if (auto placed = transformed(shape.geometry); !placed) {
            return refuse(feature, placed.error().message);
        }
        if (auto mended = mend(shape, feature); !mended || !*mended) {
            return mended;
        }
        return distribute(std::move(shape.geometry), row);
    }

private:
    Result<bool> refuse(const std::string& feature, const std::string& why) {
        if (m_options.onInvalid == OnInvalid::Stop) {
            return failure(ErrorCode::BadGeometry,
                           std::format("feature {}: {}. Nothing was written.", feature, why));
        }
        m_report.skipped.push_back({feature, why});
        return false;
    }

    Result<void> transformed(Geometry& geometry) {
        if (m_swapped) {
            for (auto& point : geometry.points) {
                std::swap(point.x, point.y);
            }
        }
        if (auto moved = m_transform->apply(std::span(geometry.points)); !moved) {
            return moved;
        }
        const bool fine = std::ranges::all_of(geometry.points, [](Point p) {
            return std::isfinite(p.x) && std::isfinite(p.y) && std::abs(p.x) < farthestM &&
                   std::abs(p.y) < farthestM;
        });
        return fine ? Result<void>()
                    : failure(ErrorCode::BadGeometry, "lies nowhere in the plan's coordinate system");
    }

    Result<bool> mend(ReadShape& shape, const std::string& feature) {
        if (!shape.remark.empty()) {
            m_report.repaired.push_back({feature, shape.remark, 0});
        }
        if (shape.linearised) {
            m_report.repaired.push_back({feature, "arcs became short straight edges", 0});
        }
        if (shape.geometry.kind != ShapeKind::Area) {
            return true;
        }
        const auto validity = validityOf(m_geos, shape.geometry);
        if (validity.valid) {
            return true;
        }
        if (m_options.onInvalid != OnInvalid::Repair) {
            return refuse(
                feature,
                std::format("{} near {:.2f}, {:.2f}", validity.reason, validity.at.x, validity.at.y));
        }
        auto mended = repaired(m_geos, shape.geometry);
        if (!mended) {
            return refuse(feature, mended.error().message);
        }
        m_report.repaired.push_back(
            {feature, validity.reason, planarAreaM2(*mended) - planarAreaM2(shape.geometry)});
        shape.geometry = *std::move(mended);
        return true;
    }

    /// A shape of another kind than the layer's goes to the companion table for it, with a point to stand for
    /// it where the layer holds points.
    Result<bool> distribute(Geometry&& geometry, IncomingRow& row) {
        if (geometry.kind == m_layer.geometry) {
            if (geometry.kind == ShapeKind::Point && geometry.points.size() > 1) {
                m_report.repaired.push_back(
                    {std::to_string(row.fid),
                     std::format("only the first of {} points kept", geometry.points.size()),
                     0});
                geometry = makePoint(geometry.points.front());
            }
            row.shape = std::move(geometry);
            return true;
        }
        const auto found = std::ranges::find(m_layer.companions, geometry.kind, &Layer::Companion::geometry);
        if (found == m_layer.companions.end() || isOnlyBeside(*found)) {
            m_report.skipped.push_back({std::to_string(row.fid),
                                        std::format("is {}, and {} holds {}",
                                                    nameOf(geometry.kind),
                                                    m_layer.name,
                                                    nameOf(m_layer.geometry))});
            return false;
        }
        row.companion = static_cast<int>(found - m_layer.companions.begin());
        if (m_layer.geometry == ShapeKind::Point) {
            row.shape = makePoint(anchorOf(geometry));
        }
        row.further = std::move(geometry);
        return true;
    }

    /// Entrances of a park say where to go in, not where the park is.
    [[nodiscard]] bool isOnlyBeside(const Layer::Companion& companion) const {
        return m_layer.geometry == ShapeKind::Area && companion.geometry == ShapeKind::Point;
    }

    static const char* nameOf(ShapeKind kind) {
        switch (kind) {
        case ShapeKind::Point:
            return "points";
        case ShapeKind::Line:
            return "lines";
        case ShapeKind::Area:
            return "areas";
        }
        return "";
    }

    const Plan& m_plan;
    const Layer& m_layer;
    const ImportOptions& m_options;
    bool m_isTable;
    ImportReport& m_report;
    GeosContext m_geos;
    std::unique_ptr<Transform> m_transform;
    bool m_swapped = false;
};

void describe(const Source& source, const FieldMatches& matches, const SourceCrs& crs, ImportReport& report) {
    report.source = source.shown;
    report.driver = source.driver;
    report.sourceLayer = source.layer;
    report.encodingName = source.encodingName;
    report.encodingFrom = source.encodingFrom;
    report.crsCode = crs.crs.code();
    report.crsFrom = crs.from;
    report.warnings.insert(report.warnings.end(), crs.warnings.begin(), crs.warnings.end());
    for (const auto& match : matches.columns) {
        report.mapping.emplace_back(match.column->name, source.fields[match.field].name);
    }
    std::string left;
    for (const auto field : matches.leftOver) {
        if (field != matches.key) {
            left += (left.empty() ? "" : ", ") + source.fields[field].name;
        }
    }
    if (!left.empty()) {
        report.warnings.push_back(
            "These fields fill no column and were left out (--map COLUMN=FIELD takes one in): " + left);
    }
}

/// Rows without shapes are in no system; what is placed later is in the plan's.
SourceCrs planOwn(const Plan& plan) {
    SourceCrs own;
    own.crs = plan.crs();
    own.from = "plan";
    return own;
}

} // namespace

Layer layerOfFields(const Source& source) {
    Layer layer;
    layer.name = source.layer;
    layer.columns = source.fields;
    for (auto& column : layer.columns) {
        column.shortName = column.name; // which conditions find in any case of letters
    }
    return layer;
}

Result<Incoming> readIncoming(const Plan& plan,
                              const Layer& layer,
                              Source& source,
                              const ImportOptions& options,
                              ImportReport& report,
                              const Progress& progress) {
    const auto matches = matchFields(layer, source.fields, options.map);
    if (!matches) {
        return std::unexpected(matches.error());
    }
    const auto fieldLayer = layerOfFields(source);
    std::optional<Expression> where;
    if (!options.where.empty()) {
        auto parsed = Expression::parse(options.where, fieldLayer);
        if (!parsed) {
            return std::unexpected(parsed.error());
        }
        where.emplace(*std::move(parsed));
    }
    auto raw = readRaw(source, *matches, where ? &*where : nullptr, report, progress);
    if (!raw) {
        return std::unexpected(raw.error());
    }
    const bool isTable = isWorkbook(source.file.format);
    auto crs = isTable && raw->box.empty() ? Result<SourceCrs>(planOwn(plan))
                                           : chooseCrs(options.crs, crsTextOf(source), raw->box, plan.crs());
    if (!crs) {
        return within(options.source, crs.error());
    }
    Incoming incoming{.layer = &layer, .columns = {}, .rows = {}, .crs = *std::move(crs), .isTable = isTable};
    describe(source, *matches, incoming.crs, report);
    Placer placer(plan, layer, options, isTable, report);
    if (auto prepared = placer.prepare(incoming.crs); !prepared) {
        return within(options.source, prepared.error());
    }
    std::vector<RawCells> kept;
    for (std::size_t i = 0; i < raw->fids.size(); ++i) {
        if (progress.stopped()) {
            return failure(ErrorCode::Cancelled, "The import was stopped; nothing was written.");
        }
        IncomingRow row;
        row.fid = raw->fids[i];
        const auto placed = placer.place(std::move(raw->shapes[i]), row);
        if (!placed) {
            return within(options.source, placed.error());
        }
        if (*placed) {
            kept.push_back(std::move(raw->cells[i]));
            incoming.rows.push_back(std::move(row));
        }
    }
    readValues(plan, source, *matches, raw->fields, kept, incoming, report);
    report.warnings.insert(report.warnings.end(), source.warnings.begin(), source.warnings.end());
    return incoming;
}

} // namespace tuban
