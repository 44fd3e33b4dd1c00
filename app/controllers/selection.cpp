#include "app/controllers/selection.h"

#include "app/map/picker.h"
#include "app/session/feature_text.h"
#include "geo/crs/transform.h"

#include <QFuture>
#include <QPromise>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tuban {

namespace {

/// Metres between two clicks that still count as the same place, as a share of the pick radius.
constexpr double samePlace = 1.0;
/// A straight line of the map is bent on the ground: so many chords keep within a millimetre over a city.
constexpr int chords = 32;

FeatureItem itemOf(const QString& layer, const QString& uid) {
    FeatureItem item;
    item.layer = layer;
    item.uid = uid;
    return item;
}

QString nameOf(const LayerSnapshot& snapshot) {
    return QString::fromStdString(snapshot.layer);
}

FeatureItem featureAt(const SelectedRows& selected, std::uint32_t row) {
    return itemOf(nameOf(*selected.snapshot), QString::fromStdString(selected.snapshot->uid(row)));
}

/// The first feature of the layer that has most.
FeatureItem firstOf(const QMap<QString, SelectedRows>& selected) {
    const auto most =
        std::ranges::max_element(selected, {}, [](const SelectedRows& rows) { return rows.size(); });
    return most == selected.end() ? FeatureItem() : featureAt(*most, most->rows->front());
}

} // namespace

Selection::Selection(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

Selection::~Selection() {
    m_pool.clear();
    m_pool.waitForDone();
}

void Selection::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    m_session = session;
    if (session != nullptr) {
        connect(session->snapshots(), &SnapshotStore::snapshotChanged, this, &Selection::dropVanished);
        connect(session, &Session::closed, this, &Selection::clear);
        connect(session, &Session::languageChanged, this, &Selection::summarise);
    }
    Q_EMIT sessionChanged();
}

int Selection::count() const {
    std::size_t count = 0;
    for (const auto& rows : m_selected) {
        count += rows.size();
    }
    return static_cast<int>(count);
}

std::vector<SearchedLayer> Selection::drawnLayers() const {
    std::vector<SearchedLayer> layers;
    for (const auto& name : m_session->drawOrder()) {
        auto& searched = layers.emplace_back(m_session->snapshots()->snapshot(name));
        if (const auto* layer = m_session->layer(name)) {
            for (const auto& companion : layer->companions) {
                searched.companions.push_back(
                    m_session->snapshots()->snapshot(QString::fromStdString(companion.table)));
            }
        }
    }
    return layers;
}

QList<FeatureItem> Selection::hitsAt(double lon, double lat, double radiusM) const {
    const auto at = m_session ? m_session->planFromGeo({lon, lat}) : std::nullopt;
    if (!at) {
        return {};
    }
    std::vector<SnapshotStore::SnapshotPointer> tables;
    for (const auto& layer : drawnLayers()) {
        tables.push_back(layer.own);
        tables.insert(tables.end(), layer.companions.begin(), layer.companions.end());
    }
    QList<FeatureItem> hits;
    for (const auto& hit : pickAt(tables, *at, radiusM)) {
        const auto* layer = layerOfTable(*m_session->catalogue(), hit.snapshot->layer);
        if (layer != nullptr) {
            const auto item = itemOf(QString::fromStdString(layer->name),
                                     QString::fromStdString(hit.snapshot->uid(hit.index)));
            if (!hits.contains(item)) {
                hits.append(item);
            }
        }
    }
    return hits;
}

bool Selection::pick(double lon, double lat, double radiusM) {
    const auto hits = hitsAt(lon, lat, radiusM);
    if (hits.isEmpty()) {
        setHits({}, {}, 0);
        clear();
        return false;
    }
    const auto at = m_session->planFromGeo({lon, lat}).value_or(Point{});
    const bool again = hits == m_hits &&
                       std::hypot(at.x - m_pickedAt.x, at.y - m_pickedAt.y) <= samePlace * radiusM &&
                       isSelected(hits.at(m_hitIndex).layer, hits.at(m_hitIndex).uid);
    setHits(hits, at, again ? (m_hitIndex + 1) % hits.size() : 0);
    select(hits.at(m_hitIndex).layer, {hits.at(m_hitIndex).uid}, QStringLiteral("set"));
    return true;
}

void Selection::setHits(QList<FeatureItem> hits, Point at, qsizetype index) {
    m_hits = std::move(hits);
    m_pickedAt = at;
    m_hitIndex = index;
    Q_EMIT hitsChanged();
}

void Selection::pickWith(double lon, double lat, double radiusM, const QString& mode) {
    if (const auto hits = hitsAt(lon, lat, radiusM); !hits.isEmpty()) {
        select(hits.first().layer, {hits.first().uid}, mode);
    }
}

void Selection::select(const QString& layer, const QStringList& uids, const QString& mode) {
    const auto snapshot = m_session ? m_session->snapshots()->snapshot(layer) : nullptr;
    if (!snapshot) {
        return;
    }
    SelectedRows::Rows rows;
    for (const auto& uid : uids) {
        if (const auto row = snapshot->find(uid.toStdString()); row >= 0) {
            rows.push_back(static_cast<std::uint32_t>(row));
        }
    }
    const std::int64_t last = rows.empty() ? -1 : static_cast<std::int64_t>(rows.back());
    std::ranges::sort(rows);
    const auto twice = std::ranges::unique(rows);
    rows.erase(twice.begin(), twice.end());
    selectRows({snapshot, std::make_shared<const SelectedRows::Rows>(std::move(rows))},
               selectModeOf(mode.toStdString()),
               last);
}

void Selection::selectRows(const SelectedRows& found, SelectMode mode, std::int64_t current) {
    const auto shown = current < 0 ? FeatureItem() : featureAt(found, static_cast<std::uint32_t>(current));
    ++m_searchRun; // what is still being looked for comes too late
    apply({found}, mode, shown);
}

void Selection::apply(const std::vector<SelectedRows>& found, SelectMode mode, const FeatureItem& current) {
    const bool onlyFound = mode == SelectMode::Set || mode == SelectMode::Keep;
    auto selected = onlyFound ? QMap<QString, SelectedRows>() : m_selected;
    for (const auto& part : found) {
        const QString layer = nameOf(*part.snapshot);
        const auto now = m_session->snapshots()->snapshot(layer);
        const auto rows = carriedOver(part, now);
        const auto before = m_selected.value(layer);
        auto result = combined(before.rows ? *before.rows : SelectedRows::Rows(), *rows.rows, mode);
        if (result.empty()) {
            selected.remove(layer);
        } else {
            selected.insert(layer, {now, std::make_shared<const SelectedRows::Rows>(std::move(result))});
        }
    }
    setSelected(std::move(selected), current);
}

void Selection::setSelected(QMap<QString, SelectedRows> selected, const FeatureItem& current) {
    const bool same =
        std::ranges::equal(m_selected, selected, [](const SelectedRows& a, const SelectedRows& b) {
            return a.snapshot == b.snapshot && *a.rows == *b.rows;
        });
    const auto before = m_current;
    m_selected = std::move(selected);
    if (isSelected(current.layer, current.uid)) {
        m_current = current;
    } else if (!isSelected(m_current.layer, m_current.uid)) {
        m_current = firstOf(m_selected);
    }
    if (!same || !(m_current == before)) {
        Q_EMIT changed();
        summarise();
    }
}

std::vector<Point> Selection::groundRing(const QList<QGeoCoordinate>& corners) const {
    std::vector<Point> ring;
    for (qsizetype i = 0; i < corners.size(); ++i) {
        const auto& from = corners.at(i);
        const auto& to = corners.at((i + 1) % corners.size());
        const Point a = worldFromGeo({from.longitude(), from.latitude()});
        const Point b = worldFromGeo({to.longitude(), to.latitude()});
        for (int chord = 0; chord < chords; ++chord) {
            const double share = static_cast<double>(chord) / chords;
            const Point world{a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
            if (const auto ground = m_session->planFromGeo(geoFromWorld(world))) {
                ring.push_back(*ground);
            }
        }
    }
    return ring;
}

void Selection::selectWithin(const QList<QGeoCoordinate>& corners, bool touched, const QString& mode) {
    if (!m_session || !m_session->isOpen()) {
        return;
    }
    const int run = ++m_searchRun;
    auto promise = std::make_shared<QPromise<std::vector<SelectedRows>>>();
    promise->future().then(
        this, [this, run, how = selectModeOf(mode.toStdString())](const std::vector<SelectedRows>& found) {
            if (run == m_searchRun && m_session && m_session->isOpen()) {
                apply(found, how, {});
            }
        });
    m_pool.clear();
    m_pool.start([promise, layers = drawnLayers(), ring = groundRing(corners), touched] {
        promise->start();
        promise->addResult(featuresIn(layers, ring, touched));
        promise->finish();
    });
}

void Selection::clear() {
    ++m_searchRun;
    setSelected({}, {});
}

void Selection::selectAll(const QString& layer) {
    const auto snapshot = m_session ? m_session->snapshots()->snapshot(layer) : nullptr;
    if (snapshot) {
        SelectedRows::Rows rows(snapshot->size());
        std::ranges::generate(rows, [row = 0U]() mutable { return row++; });
        selectRows({snapshot, std::make_shared<const SelectedRows::Rows>(std::move(rows))}, SelectMode::Set);
    }
}

void Selection::hover(double lon, double lat, double radiusM) {
    const auto hits = hitsAt(lon, lat, radiusM);
    const auto hovered = hits.isEmpty() ? FeatureItem() : hits.first();
    hoverFeature(hovered.layer, hovered.uid);
}

void Selection::hoverFeature(const QString& layer, const QString& uid) {
    if (layer == m_hover.layer && uid == m_hover.uid) {
        return;
    }
    m_hover = itemOf(layer, uid);
    if (m_session && !uid.isEmpty()) {
        m_hover.title = featureTitle(*m_session, layer, uid);
    }
    Q_EMIT hoverChanged();
}

void Selection::hoverNothing() {
    hoverFeature({}, {});
}

QList<FeatureItem> Selection::listAt(double lon, double lat, double radiusM) const {
    auto hits = hitsAt(lon, lat, radiusM);
    for (auto& hit : hits) {
        hit.title = featureTitle(*m_session, hit.layer, hit.uid);
        hit.layerTitle = layerTitle(*m_session, hit.layer);
    }
    return hits;
}

bool Selection::isSelected(const QString& layer, const QString& uid) const {
    const auto selected = m_selected.constFind(layer);
    if (selected == m_selected.cend()) {
        return false;
    }
    const auto row = selected->snapshot->find(uid.toStdString());
    return row >= 0 && selected->holds(static_cast<std::uint32_t>(row));
}

QGeoRectangle Selection::extent() const {
    Box ground;
    for (const auto& selected : m_selected) {
        for (const auto row : *selected.rows) {
            ground.add(selected.snapshot->box(row));
        }
    }
    QGeoRectangle degrees;
    for (const Point corner : {Point{ground.minX, ground.minY},
                               Point{ground.maxX, ground.minY},
                               Point{ground.minX, ground.maxY},
                               Point{ground.maxX, ground.maxY}}) {
        const auto at = ground.empty() ? std::nullopt : m_session->geoFromPlan(corner);
        if (at) {
            const QGeoCoordinate place(at->y, at->x);
            degrees = degrees.isValid() ? degrees.united({place, place}) : QGeoRectangle(place, place);
        }
    }
    return degrees;
}

void Selection::dropVanished(const QString& table) {
    if (m_selected.contains(table)) {
        auto selected = m_selected;
        selected[table] = carriedOver(selected[table], m_session->snapshots()->snapshot(table));
        if (selected[table].size() == 0) {
            selected.remove(table);
        }
        setSelected(std::move(selected), m_current);
    }
}

} // namespace tuban
