#include "geo/plan/snapshot.h"
#include "geo/plan/snapshot_window.h"
#include "geo/plan/sqlite.h"
#include "geo/plan/touched_rows.h"
#include "geo/shape/blob.h"

#include <atomic>
#include <limits>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace tuban {

namespace {

/// Below this a second connection costs more than it saves.
constexpr std::int64_t fewRows = 20'000;

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

Result<Source>
checkedSource(const Plan& plan, const std::string& table, const std::vector<std::string>& columns) {
    auto source = sourceOf(plan.catalogue(), table);
    if (source) {
        if (const auto checked = checkColumns(*source, columns); !checked) {
            return std::unexpected(checked.error());
        }
    }
    return source;
}

/// Reads runs of rows into pages. Thread rule: that of its connection.
class PageReader {
public:
    PageReader(const Database& database, const Source& source, const std::vector<std::string>& columns)
        : m_source(&source),
          m_columns(columns.size()),
          m_rows(database,
                 "SELECT id, " + source.uidColumn + ", geom" +
                     (columns.empty() ? "" : ", " + quotedNames(columns)) + " FROM " +
                     quotedName(source.table) + " WHERE id BETWEEN ?1 AND ?2 ORDER BY id") {}

    /// Appends the features with ids of [from, to]; full pages go to `pages`.
    Result<void> read(std::int64_t from,
                      std::int64_t to,
                      const Progress& progress,
                      std::vector<LayerSnapshot::Page>& pages) {
        m_rows.reset();
        m_rows.bind(1, from).bind(2, to);
        for (auto row = m_rows.step(); !row || *row; row = m_rows.step()) {
            if (!row) {
                return std::unexpected(row.error());
            }
            if (m_page == nullptr || m_page->size() == pageFeatures) {
                if (progress.stopped()) {
                    return failure(ErrorCode::Cancelled, "reading " + m_source->table + " was stopped");
                }
                finish(pages);
                m_page = begin();
            }
            if (const auto appended = appendRow(*m_page); !appended) {
                return appended;
            }
        }
        return {};
    }

    /// Hands over the last page as well.
    void finish(std::vector<LayerSnapshot::Page>& pages) {
        if (m_page != nullptr) {
            m_pointsOfLast = m_page->points.size();
            m_page->finish();
            pages.push_back(std::exchange(m_page, nullptr));
        }
    }

private:
    std::shared_ptr<FeaturePage> begin() const {
        auto page = std::make_shared<FeaturePage>();
        page->cells.resize(m_columns);
        // Growing vectors are the dear part of reading.
        page->ids.reserve(pageFeatures);
        page->boxes.reserve(pageFeatures);
        page->points.reserve(m_pointsOfLast + m_pointsOfLast / 8);
        page->shapeParts.reserve(pageFeatures + 1);
        page->shapePolygons.reserve(pageFeatures + 1);
        return page;
    }

    Result<void> appendRow(FeaturePage& page) const {
        Box box;
        if (!m_rows.isNull(2)) {
            const auto added = appendBlob(m_rows.blob(2), page.points, page.partEnds, page.polygonEnds);
            if (!added) {
                return failure(ErrorCode::Corrupt,
                               m_source->table + ":" + std::string(m_rows.text(1)) + ": " +
                                   added.error().message);
            }
            box = *added;
        }
        page.endFeature(m_rows.integer(0), m_rows.text(1), box);
        for (int column = 0; CellRun & cells : page.cells) {
            cells.append(m_rows.value(3 + column++));
        }
        return {};
    }

    const Source* m_source;
    std::size_t m_columns;
    std::shared_ptr<FeaturePage> m_page; // not finished yet
    std::size_t m_pointsOfLast = pageFeatures * 8;
    Statement m_rows;
};

struct IdRange {
    std::int64_t first = 0;
    std::int64_t last = -1;
    std::int64_t rows = 0;
};

Result<IdRange> idRangeOf(const Database& database, const std::string& table) {
    Statement ends(database,
                   "SELECT (SELECT min(id) FROM " + quotedName(table) + "), (SELECT max(id) FROM " +
                       quotedName(table) + "), (SELECT count(*) FROM " + quotedName(table) + ")");
    if (const auto row = ends.step(); !row) {
        return std::unexpected(row.error());
    }
    return ends.isNull(0) ? IdRange{} : IdRange{ends.integer(0), ends.integer(1), ends.integer(2)};
}

using Pages = std::vector<LayerSnapshot::Page>;

/// Two connections take the next run of ids in turn. What a writer commits between them is seen as another
/// program's edit and read again.
class SharedReading {
public:
    SharedReading(const Source& source,
                  const std::vector<std::string>& columns,
                  IdRange range,
                  Progress progress)
        : m_source(&source),
          m_columns(&columns),
          m_range(range),
          m_progress(std::move(progress)),
          m_runs(static_cast<std::size_t>((range.last - range.first) / idsPerRun + 1)) {}

    Result<Pages> read(const Database& database) {
        std::jthread helper([this, path = database.path()] {
            auto second = Database::open(path, OpenMode::ReadOnly);
            if (second) { // without it the first connection reads everything
                take(*second);
            }
        });
        take(database);
        helper.join();
        if (m_error) {
            return std::unexpected(*m_error);
        }
        Pages pages;
        for (Pages& run : m_runs) {
            std::ranges::move(run, std::back_inserter(pages));
        }
        return pages;
    }

private:
    static constexpr std::int64_t idsPerRun = 4 * static_cast<std::int64_t>(pageFeatures);

    void take(const Database& database) {
        PageReader reader(database, *m_source, *m_columns);
        for (std::size_t run = m_next++; run < m_runs.size() && !m_failed; run = m_next++) {
            const std::int64_t from = m_range.first + static_cast<std::int64_t>(run) * idsPerRun;
            const auto read = reader.read(from, from + idsPerRun - 1, m_progress, m_runs[run]);
            reader.finish(m_runs[run]);
            const std::scoped_lock lock(m_mutex);
            if (!read && !m_error) {
                m_error = read.error();
                m_failed = true;
            }
            m_progress.at(static_cast<double>(run) / static_cast<double>(m_runs.size()), "reading");
        }
    }

    const Source* m_source;
    const std::vector<std::string>* m_columns;
    IdRange m_range;
    Progress m_progress;
    std::vector<Pages> m_runs;
    std::atomic<std::size_t> m_next{0};
    std::atomic<bool> m_failed{false};
    std::mutex m_mutex;
    std::optional<Error> m_error;
};

Result<Pages> readPages(const Database& database,
                        const Source& source,
                        const std::vector<std::string>& columns,
                        const Progress& progress) {
    const auto range = idRangeOf(database, source.table);
    if (!range) {
        return std::unexpected(range.error());
    }
    // Ids far apart would make many runs with nothing in them.
    if (range->rows >= fewRows && range->last - range->first < 4 * range->rows) {
        return SharedReading(source, columns, *range, progress).read(database);
    }
    Pages pages;
    PageReader reader(database, source, columns);
    const auto read = reader.read(range->first, range->last, progress, pages);
    reader.finish(pages);
    return read ? Result<Pages>(std::move(pages)) : std::unexpected(read.error());
}

/// Ids of the rows whose box meets one of the windows, by the layer's spatial index, ascending.
Result<std::vector<std::int64_t>>
idsIn(const Database& database, const std::string& table, std::span<const Box> windows) {
    Statement rows(database,
                   "SELECT pkid FROM " + quotedName("idx_" + table + "_geom") +
                       " WHERE xmax >= ?1 AND xmin <= ?2 AND ymax >= ?3 AND ymin <= ?4");
    std::vector<std::int64_t> ids;
    for (const Box& window : windows) {
        rows.reset();
        rows.bind(1, window.minX).bind(2, window.maxX).bind(3, window.minY).bind(4, window.maxY);
        for (auto row = rows.step(); !row || *row; row = rows.step()) {
            if (!row) {
                return std::unexpected(row.error());
            }
            ids.push_back(rows.integer(0));
        }
    }
    std::ranges::sort(ids);
    const auto repeated = std::ranges::unique(ids);
    ids.erase(repeated.begin(), repeated.end());
    return ids;
}

/// The rows of these ids, a run of neighbouring ones at once.
Result<Pages> readRows(const Database& database,
                       const Source& source,
                       const std::vector<std::string>& columns,
                       std::span<const std::int64_t> ids,
                       const Progress& progress) {
    Pages pages;
    PageReader reader(database, source, columns);
    for (std::size_t begin = 0; begin < ids.size();) {
        std::size_t end = begin + 1;
        while (end < ids.size() && ids[end] == ids[end - 1] + 1) {
            ++end;
        }
        if (const auto read = reader.read(ids[begin], ids[end - 1], progress, pages); !read) {
            return std::unexpected(read.error());
        }
        progress.at(static_cast<double>(end) / static_cast<double>(ids.size()), "reading");
        begin = end;
    }
    reader.finish(pages);
    return pages;
}

std::shared_ptr<const LayerSnapshot> withPages(std::shared_ptr<LayerSnapshot> snapshot, Pages pages) {
    for (LayerSnapshot::Page& page : pages) {
        snapshot->addPage(std::move(page));
    }
    return snapshot;
}

/// Another number after each act of ours and each commit of another connection; and the newest entry.
void takeVersion(const Database& database, LayerSnapshot& snapshot) {
    Statement version(database, "PRAGMA data_version");
    Statement entry(database, "SELECT coalesce(max(id), 0) FROM journal");
    const auto others = version.step();
    const auto ours = entry.step();
    snapshot.journal = ours && *ours ? entry.integer(0) : 0;
    snapshot.version = others && *others ? (version.integer(0) << 32) + snapshot.journal : 0;
}

std::shared_ptr<LayerSnapshot>
emptySnapshot(const Plan& plan, const Source& source, const std::vector<std::string>& columns) {
    auto snapshot = std::make_shared<LayerSnapshot>();
    snapshot->layer = source.table;
    snapshot->kind = source.kind;
    snapshot->columns = columns;
    takeVersion(plan.database(), *snapshot);
    return snapshot;
}

} // namespace

Result<std::shared_ptr<const LayerSnapshot>> readSnapshot(const Plan& plan,
                                                          const std::string& table,
                                                          const std::vector<std::string>& columns,
                                                          const Progress& progress) {
    const auto source = checkedSource(plan, table, columns);
    if (!source) {
        return std::unexpected(source.error());
    }
    auto snapshot = emptySnapshot(plan, *source, columns);
    auto pages = readPages(plan.database(), *source, columns, progress);
    return pages ? Result<std::shared_ptr<const LayerSnapshot>>(withPages(snapshot, std::move(*pages)))
                 : std::unexpected(pages.error());
}

Result<std::shared_ptr<const LayerSnapshot>> readSnapshotIn(const Plan& plan,
                                                            const std::string& layer,
                                                            const std::vector<std::string>& columns,
                                                            std::span<const Box> windows,
                                                            const Progress& progress) {
    const auto source = checkedSource(plan, layer, columns);
    if (!source) {
        return std::unexpected(source.error());
    }
    auto snapshot = emptySnapshot(plan, *source, columns);
    const auto ids = idsIn(plan.database(), layer, windows);
    if (!ids) {
        return std::unexpected(ids.error());
    }
    auto pages = readRows(plan.database(), *source, columns, *ids, progress);
    return pages ? Result<std::shared_ptr<const LayerSnapshot>>(withPages(snapshot, std::move(*pages)))
                 : std::unexpected(pages.error());
}

Result<std::shared_ptr<const LayerSnapshot>>
readSnapshotAfter(const Plan& plan, const LayerSnapshot& before, const Progress& progress) {
    const auto source = sourceOf(plan.catalogue(), before.layer);
    if (!source) {
        return std::unexpected(source.error());
    }
    // The version first: what the writer commits from here on is read twice rather than never.
    auto snapshot = emptySnapshot(plan, *source, before.columns);
    const auto touched = rowsTouchedSince(plan.database(), before.layer, before.journal);
    if (!touched) {
        return std::unexpected(touched.error());
    }
    if (!*touched || before.pages.empty()) {
        return readSnapshot(plan, before.layer, before.columns, progress);
    }
    PageReader reader(plan.database(), *source, before.columns);
    for (std::size_t i = 0; i < before.pages.size(); ++i) {
        // A page stands for all ids up to the next one's; new features come behind the last.
        const bool isLast = i + 1 == before.pages.size();
        const std::int64_t from = i == 0 ? 0 : before.pages[i]->ids.front();
        const std::int64_t to =
            isLast ? std::numeric_limits<std::int64_t>::max() : before.pages[i + 1]->ids.front() - 1;
        const auto first = (*touched)->lower_bound(from);
        Pages pages{before.pages[i]};
        if (first != (*touched)->end() && *first <= to) {
            pages.clear();
            if (const auto read = reader.read(from, to, progress, pages); !read) {
                return std::unexpected(read.error());
            }
            reader.finish(pages);
        }
        for (LayerSnapshot::Page& page : pages) {
            snapshot->addPage(std::move(page));
        }
    }
    return snapshot;
}

} // namespace tuban
