#include "geo/plan/snapshot.h"

#include "geo/plan/sqlite.h"
#include "geo/shape/blob.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tuban {

namespace {

struct Source {
    std::string table;
    std::string uidColumn; // of_uid in companion tables
    ShapeKind kind = ShapeKind::Area;
    const Layer* layer = nullptr; // null for a companion table
};

Result<Source> sourceOf(const Catalogue& catalogue, const std::string& table) {
    for (const Layer& layer : catalogue.layers()) {
        for (const Layer::Companion& companion : layer.companions) {
            if (companion.table == table) {
                return Source{table, "of_uid", companion.geometry, nullptr};
            }
        }
    }
    const auto layer = catalogue.requireLayer(table);
    if (!layer) {
        return std::unexpected(layer.error());
    }
    return Source{table, "uid", (*layer)->geometry, *layer};
}

Result<void> checkColumns(const Source& source, const std::vector<std::string>& columns) {
    for (const std::string& column : columns) {
        if (source.layer == nullptr || source.layer->column(column) == nullptr) {
            return failure(ErrorCode::Usage, source.table + " has no column " + column);
        }
    }
    return {};
}

/// Makes room from the count and a sample, so that the arrays hardly ever move while they fill. A point takes
/// 16 bytes of its blob, and head and counts take 60 or more.
Result<void> reserve(const Database& database, const Source& source, LayerSnapshot& snapshot) {
    const std::string table = quotedName(source.table);
    Statement sizes(database,
                    "SELECT (SELECT count(*) FROM " + table +
                        "), coalesce(avg(length(geom)), 0) FROM (SELECT geom "
                        "FROM " +
                        table + " LIMIT 2000)");
    const auto row = sizes.step();
    if (!row) {
        return std::unexpected(row.error());
    }
    const auto rows = static_cast<std::size_t>(sizes.integer(0));
    const auto points = static_cast<std::size_t>(static_cast<double>(rows) * sizes.real(1) / 16);
    snapshot.ids.reserve(rows);
    snapshot.uids.reserve(rows);
    snapshot.boxes.reserve(rows);
    snapshot.points.reserve(points);
    snapshot.partEnds.reserve(rows + rows / 8);
    snapshot.polygonEnds.reserve(source.kind == ShapeKind::Area ? rows + rows / 8 : 0);
    snapshot.shapeParts.reserve(rows + 1);
    snapshot.shapePolygons.reserve(rows + 1);
    for (auto& column : snapshot.cells) {
        column.reserve(rows);
    }
    return {};
}

Result<void> appendRow(const Statement& row, const Source& source, LayerSnapshot& snapshot) {
    Box box;
    if (!row.isNull(2)) {
        const auto added = appendBlob(row.blob(2), snapshot.points, snapshot.partEnds, snapshot.polygonEnds);
        if (!added) {
            return failure(ErrorCode::Corrupt,
                           source.table + ":" + std::string(row.text(1)) + ": " + added.error().message);
        }
        box = *added;
    }
    snapshot.ids.push_back(row.integer(0));
    snapshot.uids.emplace_back(row.text(1));
    snapshot.boxes.push_back(box);
    snapshot.shapeParts.push_back(static_cast<std::uint32_t>(snapshot.partEnds.size()));
    snapshot.shapePolygons.push_back(static_cast<std::uint32_t>(snapshot.polygonEnds.size()));
    int column = 3;
    for (auto& cells : snapshot.cells) {
        cells.push_back(row.value(column++));
    }
    return {};
}

Result<void>
readRows(const Database& database, const Source& source, const Progress& progress, LayerSnapshot& snapshot) {
    const std::string further = snapshot.columns.empty() ? "" : ", " + quotedNames(snapshot.columns);
    Statement rows(database,
                   "SELECT id, " + source.uidColumn + ", geom" + further + " FROM " +
                       quotedName(source.table) + " ORDER BY id");
    const double expected = static_cast<double>(std::max<std::size_t>(snapshot.ids.capacity(), 1));
    for (auto row = rows.step(); !row || *row; row = rows.step()) {
        if (!row) {
            return std::unexpected(row.error());
        }
        if (snapshot.ids.size() % 1024 == 0) {
            if (progress.stopped()) {
                return failure(ErrorCode::Cancelled, "reading " + source.table + " was stopped");
            }
            progress.at(static_cast<double>(snapshot.ids.size()) / expected, "reading");
        }
        if (const auto appended = appendRow(rows, source, snapshot); !appended) {
            return appended;
        }
    }
    return {};
}

/// Another number after each act of ours and each commit of another connection.
std::int64_t versionOf(const Database& database) {
    Statement version(database, "PRAGMA data_version");
    Statement entry(database, "SELECT coalesce(max(id), 0) FROM journal");
    const auto others = version.step();
    const auto ours = entry.step();
    return others && ours && *others && *ours ? (version.integer(0) << 32) + entry.integer(0) : 0;
}

/// Uids made by us rise with the id, so that there is mostly nothing to sort.
void sortUids(LayerSnapshot& snapshot) {
    snapshot.uidOrder.resize(snapshot.uids.size());
    std::iota(snapshot.uidOrder.begin(), snapshot.uidOrder.end(), 0U);
    const auto uidAt = [&](std::uint32_t position) -> const std::string& { return snapshot.uids[position]; };
    if (!std::ranges::is_sorted(snapshot.uids)) {
        std::ranges::stable_sort(snapshot.uidOrder, {}, uidAt);
    }
}

std::vector<std::uint32_t> slice(const std::vector<std::uint32_t>& ends, std::size_t from, std::size_t to) {
    const std::uint32_t before = from == 0 ? 0 : ends[from - 1];
    std::vector<std::uint32_t> own;
    own.reserve(to - from);
    for (std::size_t i = from; i < to; ++i) {
        own.push_back(ends[i] - before);
    }
    return own;
}

} // namespace

Result<std::shared_ptr<const LayerSnapshot>> readSnapshot(const Plan& plan,
                                                          const std::string& table,
                                                          const std::vector<std::string>& columns,
                                                          const Progress& progress) {
    const auto source = sourceOf(plan.catalogue(), table);
    if (!source) {
        return std::unexpected(source.error());
    }
    if (const auto checked = checkColumns(*source, columns); !checked) {
        return std::unexpected(checked.error());
    }
    auto snapshot = std::make_shared<LayerSnapshot>();
    snapshot->layer = table;
    snapshot->kind = source->kind;
    snapshot->version = versionOf(plan.database());
    snapshot->columns = columns;
    snapshot->cells.resize(columns.size());
    snapshot->shapeParts.push_back(0);
    snapshot->shapePolygons.push_back(0);
    auto read = reserve(plan.database(), *source, *snapshot);
    if (read) {
        read = readRows(plan.database(), *source, progress, *snapshot);
    }
    if (!read) {
        return std::unexpected(read.error());
    }
    snapshot->tree = BoxTree(snapshot->boxes);
    sortUids(*snapshot);
    return snapshot;
}

Geometry LayerSnapshot::geometry(std::size_t index) const {
    Geometry shape;
    shape.kind = kind;
    const std::size_t firstPart = shapeParts[index];
    const std::size_t lastPart = shapeParts[index + 1];
    if (firstPart == lastPart) {
        return shape;
    }
    const std::size_t firstPoint = firstPart == 0 ? 0 : partEnds[firstPart - 1];
    shape.points.assign(points.begin() + static_cast<std::ptrdiff_t>(firstPoint),
                        points.begin() + static_cast<std::ptrdiff_t>(partEnds[lastPart - 1]));
    shape.partEnds = slice(partEnds, firstPart, lastPart);
    shape.polygonEnds = slice(polygonEnds, shapePolygons[index], shapePolygons[index + 1]);
    return shape;
}

std::int64_t LayerSnapshot::find(std::string_view uid) const {
    const auto uidAt = [this](std::uint32_t position) { return std::string_view(uids[position]); };
    const auto found = std::ranges::lower_bound(uidOrder, uid, {}, uidAt);
    return found == uidOrder.end() || uids[*found] != uid ? -1 : std::int64_t{*found};
}

int LayerSnapshot::columnIndex(std::string_view name) const {
    const auto found = std::ranges::find(columns, name);
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

} // namespace tuban
