#include "geo/base/uid.h"
#include "geo/measure/area.h"
#include "geo/plan/companions.h"
#include "geo/plan/features.h"
#include "geo/plan/row_statements.h"
#include "geo/plan/search_index.h"
#include "geo/plan/sqlite.h"
#include "geo/plan/state_now.h"
#include "geo/shape/blob.h"

#include <algorithm>
#include <utility>

namespace tuban {

struct FeatureWriter::Parts {
    Plan* plan;
    Act* act;
    const Layer* layer;
    RowStatements rows;
    Companions companions;
    SearchIndex searchIndex;
    StateNow states;
    std::optional<EllipsoidalArea> ellipsoidal; // where the layer has a column for it
    bool hasPlanarArea = false;
    bool hasImportUid = false;
    bool hasStage = false;

    [[nodiscard]] const Database& database() const { return plan->database(); }
    [[nodiscard]] int srid() const { return plan->crs().epsg; }
    [[nodiscard]] std::string named(std::string_view uid) const {
        return layer->name + ":" + std::string(uid);
    }

    Result<Row> rowOf(const FeatureEdit& edit) const;
    Result<void> addShape(const FeatureEdit& edit, Row& row) const;
    Result<void> follow(const std::string& uid, bool stageMayDiffer);
};

Result<Row> FeatureWriter::Parts::rowOf(const FeatureEdit& edit) const {
    Row row;
    for (std::size_t i = 0; i < edit.columns.size() && i < edit.values.size(); ++i) {
        const Column* column = layer->column(edit.columns[i]);
        if (column == nullptr) {
            return failure(ErrorCode::Usage, "layer " + layer->name + " has no column " + edit.columns[i]);
        }
        if (column->role == ColumnRole::Key || column->role == ColumnRole::Computed) {
            return failure(ErrorCode::Usage, layer->name + "." + column->name + " cannot be written by hand");
        }
        row.names.push_back(column->name);
        row.values.push_back(edit.values[i]);
    }
    if (const auto added = addShape(edit, row); !added) {
        return std::unexpected(added.error());
    }
    return row;
}

/// The shape with the columns that follow from it.
Result<void> FeatureWriter::Parts::addShape(const FeatureEdit& edit, Row& row) const {
    if (!edit.geometry) {
        return {};
    }
    const Geometry& shape = *edit.geometry;
    const bool empty = shape.empty();
    if (!empty && (shape.kind != layer->geometry || !isFinite(shape))) {
        return failure(ErrorCode::BadGeometry,
                       named(edit.uid) +
                           ": the shape is not of the layer's kind or has coordinates that are no "
                           "numbers");
    }
    row.shape = empty ? std::vector<std::byte>() : encodeBlob(shape, srid());
    if (hasPlanarArea) {
        row.names.emplace_back("area_planar_m2");
        row.values.push_back(empty ? Value() : Value(planarAreaM2(shape)));
    }
    if (ellipsoidal) {
        row.names.emplace_back("area_ellip_m2");
        row.values.push_back(empty ? Value() : Value(ellipsoidal->of(shape)));
    }
    return {};
}

/// What follows from a written row: history, search, state, and the cutting of a long record.
Result<void> FeatureWriter::Parts::follow(const std::string& uid, bool stageMayDiffer) {
    if (!act->isBatch()) {
        act->touched(layer->name, uid);
    }
    if (const auto refreshed = searchIndex.refresh(uid); !refreshed) {
        return std::unexpected(refreshed.error());
    }
    const auto done = stageMayDiffer ? states.refresh(uid) : Result<void>();
    return done ? act->rowWritten() : done;
}

Result<FeatureWriter> FeatureWriter::forLayer(Plan& plan, Act& act, std::string_view layerName) {
    const auto layer = plan.catalogue().requireLayer(layerName);
    if (!layer) {
        return std::unexpected(layer.error());
    }
    std::optional<EllipsoidalArea> ellipsoidal;
    if ((*layer)->geometry == ShapeKind::Area && (*layer)->column("area_ellip_m2") != nullptr) {
        auto area = EllipsoidalArea::forCrs(plan.crs());
        if (!area) {
            return std::unexpected(area.error());
        }
        ellipsoidal.emplace(std::move(*area));
    }
    auto parts = std::make_unique<Parts>(Parts{.plan = &plan,
                                               .act = &act,
                                               .layer = *layer,
                                               .rows = RowStatements(plan.database(), (*layer)->name),
                                               .companions = Companions(plan, **layer),
                                               .searchIndex = SearchIndex(plan.database(), **layer),
                                               .states = StateNow(plan.database(), **layer),
                                               .ellipsoidal = std::move(ellipsoidal)});
    parts->hasPlanarArea =
        (*layer)->geometry == ShapeKind::Area && (*layer)->column("area_planar_m2") != nullptr;
    parts->hasImportUid = (*layer)->column("import_uid") != nullptr;
    parts->hasStage = !(*layer)->stages.empty() && (*layer)->column("stage") != nullptr;
    return FeatureWriter(std::move(parts));
}

FeatureWriter::FeatureWriter(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
FeatureWriter::~FeatureWriter() = default;
FeatureWriter::FeatureWriter(FeatureWriter&&) noexcept = default;

Result<std::string> FeatureWriter::insert(const FeatureEdit& edit) {
    auto row = m_parts->rowOf(edit);
    if (!row) {
        return std::unexpected(row.error());
    }
    const std::string uid = edit.uid.empty() ? newUid() : edit.uid;
    row->names.emplace_back("uid");
    row->values.emplace_back(uid);
    const bool ownImport = std::ranges::find(row->names, "import_uid") != row->names.end();
    if (m_parts->hasImportUid && m_parts->act->kind() == "import" && !ownImport) {
        row->names.emplace_back("import_uid");
        row->values.emplace_back(m_parts->act->uid());
    }
    auto written = m_parts->rows.insert(*row);
    if (written) {
        written = m_parts->companions.replace(edit, uid);
    }
    if (written) {
        const auto stage = std::ranges::find(edit.columns, "stage");
        written = m_parts->follow(uid, m_parts->hasStage && stage != edit.columns.end());
    }
    if (!written) {
        return within(m_parts->named(uid), written.error());
    }
    return uid;
}

Result<void> FeatureWriter::update(const FeatureEdit& edit) {
    const auto row = m_parts->rowOf(edit);
    if (!row) {
        return std::unexpected(row.error());
    }
    const auto updated = m_parts->rows.update(edit.uid, *row);
    if (!updated) {
        return within(m_parts->named(edit.uid), updated.error());
    }
    if (!*updated) {
        return failure(ErrorCode::NotFound, m_parts->named(edit.uid) + ": there is no such feature");
    }
    const bool stage = std::ranges::find(edit.columns, "stage") != edit.columns.end();
    auto written = m_parts->companions.replace(edit, edit.uid);
    if (written) {
        written = m_parts->follow(edit.uid, m_parts->hasStage && stage);
    }
    return written;
}

Result<void> FeatureWriter::remove(std::string_view uid) {
    Statement marks(m_parts->database(),
                    "SELECT count(*) FROM progress_mark WHERE subject = ?1 AND subject_uid = ?2");
    const auto counted = marks.bind(1, m_parts->layer->name).bind(2, uid).step();
    if (!counted) {
        return std::unexpected(counted.error());
    }
    if (marks.integer(0) > 0) {
        return failure(ErrorCode::Conflict,
                       m_parts->named(uid) +
                           ": it has progress marks and is part of what was reported; give it a "
                           "day in retired_on instead of deleting it");
    }
    Statement gone(m_parts->database(),
                   "DELETE FROM " + quotedName(m_parts->layer->name) + " WHERE uid = ?1");
    if (const auto removed = gone.bind(1, uid).run(); !removed) {
        return removed;
    }
    if (sqlite3_changes64(m_parts->database().handle()) == 0) {
        return failure(ErrorCode::NotFound, m_parts->named(uid) + ": there is no such feature");
    }
    auto done = m_parts->companions.removeAll(uid);
    return done ? m_parts->follow(std::string(uid), m_parts->hasStage) : done;
}

} // namespace tuban
