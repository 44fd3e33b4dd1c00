#include "geo/exchange/export_part.h"
#include "geo/plan/features.h"
#include "geo/plan/snapshot.h"

#include <algorithm>
#include <utility>

namespace tuban {
namespace {

constexpr std::string_view schemeColumn = "lu_scheme";

/// Shapes of a companion table by the feature they belong to; several shapes of one are joined.
Result<std::map<std::string, Geometry, std::less<>>> companionShapes(const Plan& plan,
                                                                     const ExportPart& part) {
    std::map<std::string, Geometry, std::less<>> shapes;
    if (part.companion == nullptr) {
        return shapes;
    }
    const auto snapshot = readSnapshot(plan, part.companion->table, {});
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    for (std::size_t i = 0; i < (*snapshot)->size(); ++i) {
        auto shape = (*snapshot)->geometry(i);
        auto& joined = shapes[(*snapshot)->uid(i)];
        if (joined.empty()) {
            joined = std::move(shape);
        } else if (!shape.empty()) {
            append(joined, shape);
        }
    }
    return shapes;
}

class RowReader {
public:
    RowReader(const ExportContext& context, const ExportPart& part) : m_context(context), m_part(part) {}

    Result<std::int64_t> read(const RowVisitor& visit) {
        auto shapes = companionShapes(*m_context.plan, m_part);
        if (!shapes) {
            return std::unexpected(shapes.error());
        }
        m_shapes = *std::move(shapes);
        std::optional<Expression> where;
        if (!m_context.options->where.empty()) {
            auto parsed = Expression::parse(m_context.options->where, *m_part.layer);
            if (!parsed) {
                return std::unexpected(parsed.error());
            }
            where.emplace(*std::move(parsed));
        }
        FeatureQuery query;
        query.layer = m_part.layer->name;
        query.withGeometry = true;
        query.where = where ? &*where : nullptr;
        for (const auto& field : m_part.fields) {
            query.columns.push_back(field.column->name);
        }
        if (m_part.layer->column(schemeColumn) != nullptr) {
            query.columns.emplace_back(schemeColumn);
        }
        Result<void> failed;
        const auto seen = readFeatures(*m_context.plan, query, [&](const Feature& feature) {
            failed = take(feature, visit);
            return failed.has_value();
        });
        if (!seen || !failed) {
            return std::unexpected(!failed ? failed.error() : seen.error());
        }
        return m_count;
    }

private:
    Result<void> take(const Feature& feature, const RowVisitor& visit) {
        if (m_context.progress.stopped()) {
            return failure(ErrorCode::Cancelled, "The export was stopped; nothing was left behind.");
        }
        if (!isInside(feature)) {
            return {};
        }
        ExportRow row;
        row.uid = feature.uid;
        if (m_part.companion == nullptr) {
            row.shape = feature.geometry;
        } else if (const auto found = m_shapes.find(feature.uid); found != m_shapes.end()) {
            row.shape = found->second;
        } else {
            return {}; // it has no shape of this kind
        }
        auto placed = m_context.transform->apply(std::move(row.shape));
        if (!placed) {
            return std::unexpected(placed.error());
        }
        row.shape = *std::move(placed);
        row.cells = cellsOf(feature);
        ++m_count;
        return visit(std::move(row));
    }

    [[nodiscard]] bool isInside(const Feature& feature) const {
        if (!m_context.boundary) {
            return true;
        }
        const auto found = m_shapes.find(feature.uid);
        const auto& shape =
            feature.geometry.empty() && found != m_shapes.end() ? found->second : feature.geometry;
        return !shape.empty() && containsPoint(*m_context.boundary, anchorOf(shape));
    }

    [[nodiscard]] std::vector<Value> cellsOf(const Feature& feature) const {
        std::vector<Value> cells;
        const bool hasScheme = feature.values.size() > m_part.fields.size();
        const auto scheme = hasScheme ? toText(feature.values.back()) : std::string();
        for (std::size_t i = 0; i < m_part.fields.size(); ++i) {
            cells.push_back(exportCell(m_context, m_part.fields[i], feature.values[i], scheme));
        }
        return cells;
    }

    const ExportContext& m_context;
    const ExportPart& m_part;
    std::map<std::string, Geometry, std::less<>> m_shapes;
    std::int64_t m_count = 0;
};

} // namespace

std::string ExportPart::title() const {
    return companion == nullptr ? layer->title.zh : companion->title.zh;
}

bool ExportContext::hasEncoding() const {
    return options->format == ExportFormat::Shapefile || options->format == ExportFormat::Csv;
}

Value exportCell(const ExportContext& context,
                 const ExportField& field,
                 const Value& value,
                 std::string_view landUseScheme) {
    if (isNull(value)) {
        return {};
    }
    const auto& options = *context.options;
    const bool coded = !field.column->domain.empty() || field.column->type == ColumnType::Flag;
    if (coded && options.values == CellValues::Label) {
        const bool hasScheme = field.column->name == "lu_code";
        return context.plan->catalogue().label(
            *field.column, value, options.language, hasScheme ? landUseScheme : std::string_view());
    }
    if (field.kind == FieldKind::Text || field.kind == FieldKind::Date) {
        auto text = toText(value);
        return text.empty() ? Value() : Value(std::move(text));
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value);
        whole != nullptr && field.kind == FieldKind::Real) {
        return static_cast<double>(*whole);
    }
    return value;
}

Result<std::int64_t>
eachExportRow(const ExportContext& context, const ExportPart& part, const RowVisitor& visit) {
    return RowReader(context, part).read(visit);
}

} // namespace tuban
