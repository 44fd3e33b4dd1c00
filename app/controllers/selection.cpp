#include "app/controllers/selection.h"

#include "app/map/picker.h"
#include "app/session/feature_text.h"
#include "app/session/number_text.h"
#include "geo/measure/area.h"

#include <QLocale>

#include <cmath>

namespace tuban {

namespace {

/// Metres between two clicks that still count as the same place, as a share of the pick radius.
constexpr double samePlace = 1.0;

struct SelectedShape {
    SnapshotStore::SnapshotPointer snapshot;
    std::size_t index = 0;
};

double sumOfAreas(const std::vector<SelectedShape>& shapes) {
    double sum = 0;
    for (const auto& shape : shapes) {
        sum += planarAreaM2(shape.snapshot->geometry(shape.index));
    }
    return sum;
}

} // namespace

Selection::Selection(QObject* parent) : QObject(parent) {}

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

QString Selection::currentLayer() const {
    return m_refs.isEmpty() ? QString() : m_refs.last().layer;
}

QString Selection::currentUid() const {
    return m_refs.isEmpty() ? QString() : m_refs.last().uid;
}

QList<FeatureItem> Selection::hitsAt(double lon, double lat, double radiusM) const {
    const auto at = m_session ? m_session->planFromGeo({lon, lat}) : std::nullopt;
    if (!at) {
        return {};
    }
    std::vector<SnapshotStore::SnapshotPointer> tables;
    for (const auto& name : m_session->drawOrder()) {
        tables.push_back(m_session->snapshots()->snapshot(name));
        if (const auto* layer = m_session->layer(name)) {
            for (const auto& companion : layer->companions) {
                tables.push_back(m_session->snapshots()->snapshot(QString::fromStdString(companion.table)));
            }
        }
    }
    QList<FeatureItem> hits;
    for (const auto& hit : pickAt(tables, *at, radiusM)) {
        const auto* layer = layerOfTable(*m_session->catalogue(), hit.snapshot->layer);
        if (layer != nullptr) {
            FeatureItem item;
            item.layer = QString::fromStdString(layer->name);
            item.uid = QString::fromStdString(hit.snapshot->uid(hit.index));
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
    const bool again = hits == m_pickedHits &&
                       std::hypot(at.x - m_pickedAt.x, at.y - m_pickedAt.y) <= samePlace * radiusM &&
                       isSelected(hits.at(m_pickedIndex).layer, hits.at(m_pickedIndex).uid);
    setHits(hits, at, again ? (m_pickedIndex + 1) % hits.size() : 0);
    setRefs({hits.at(m_pickedIndex)});
    return true;
}

void Selection::setHits(QList<FeatureItem> hits, Point at, qsizetype index) {
    m_pickedHits = std::move(hits);
    m_pickedAt = at;
    m_pickedIndex = index;
    Q_EMIT hitsChanged();
}

void Selection::pickWith(double lon, double lat, double radiusM, const QString& mode) {
    if (const auto hits = hitsAt(lon, lat, radiusM); !hits.isEmpty()) {
        select(hits.first().layer, {hits.first().uid}, mode);
    }
}

void Selection::select(const QString& layer, const QStringList& uids, const QString& mode) {
    QList<FeatureItem> refs = mode == QStringLiteral("set") ? QList<FeatureItem>() : m_refs;
    const bool adds = mode != QStringLiteral("remove");
    const bool takes = mode == QStringLiteral("remove") || mode == QStringLiteral("toggle");
    QSet<QString> present;
    if (mode != QStringLiteral("set")) {
        present = m_selected.value(layer);
    }
    QSet<QString> leaving;
    for (const auto& uid : uids) {
        if (present.contains(uid)) {
            if (takes) {
                leaving.insert(uid);
            }
        } else if (adds) {
            FeatureItem item;
            item.layer = layer;
            item.uid = uid;
            refs.append(item);
            present.insert(uid);
        }
    }
    if (!leaving.isEmpty()) {
        refs.removeIf(
            [&](const FeatureItem& item) { return item.layer == layer && leaving.contains(item.uid); });
    }
    setRefs(std::move(refs));
}

void Selection::selectBox(double west, double south, double east, double north, const QString& mode) {
    if (!m_session) {
        return;
    }
    Box window;
    for (const auto& corner :
         {Point{west, south}, Point{east, south}, Point{west, north}, Point{east, north}}) {
        if (const auto at = m_session->planFromGeo(corner)) {
            window.add(*at);
        }
    }
    // The topmost layer that has something in the box: a box over parcels does not take the district beneath.
    for (const auto& name : m_session->drawOrder()) {
        const auto snapshot = m_session->snapshots()->snapshot(name);
        if (!snapshot || window.empty()) {
            continue;
        }
        QStringList uids;
        for (const auto index : snapshot->query(window)) {
            if (window.contains(anchorOf(snapshot->geometry(index)))) {
                uids.append(QString::fromStdString(snapshot->uid(index)));
            }
        }
        if (!uids.isEmpty()) {
            select(name, uids, mode);
            return;
        }
    }
    if (mode == QStringLiteral("set")) {
        clear();
    }
}

void Selection::clear() {
    setRefs({});
}

void Selection::selectAll(const QString& layer) {
    const auto snapshot = m_session ? m_session->snapshots()->snapshot(layer) : nullptr;
    QStringList uids;
    if (snapshot) {
        uids.reserve(static_cast<qsizetype>(snapshot->size()));
        for (std::size_t index = 0; index < snapshot->size(); ++index) {
            uids.append(QString::fromStdString(snapshot->uid(index)));
        }
    }
    select(layer, uids, QStringLiteral("set"));
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
    m_hover = {};
    m_hover.layer = layer;
    m_hover.uid = uid;
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

QGeoRectangle Selection::extent() const {
    QGeoRectangle all;
    for (const auto& item : m_refs) {
        const auto one = m_session->featureExtent(item.layer, item.uid);
        all = all.isValid() ? all.united(one) : one;
    }
    return all;
}

bool Selection::isSelected(const QString& layer, const QString& uid) const {
    const auto uids = m_selected.constFind(layer);
    return uids != m_selected.cend() && uids->contains(uid);
}

void Selection::setRefs(QList<FeatureItem> refs) {
    if (refs == m_refs) {
        return;
    }
    m_refs = std::move(refs);
    m_selected.clear();
    for (const auto& item : std::as_const(m_refs)) {
        m_selected[item.layer].insert(item.uid);
    }
    Q_EMIT changed();
    summarise();
}

void Selection::dropVanished(const QString& table) {
    if (!m_selected.contains(table)) {
        return;
    }
    const auto snapshot = m_session->snapshots()->snapshot(table);
    auto refs = m_refs;
    refs.removeIf([&](const FeatureItem& item) {
        return item.layer == table && snapshot->find(item.uid.toStdString()) < 0;
    });
    setRefs(std::move(refs));
    summarise();
}

void Selection::summarise() {
    const int run = ++m_summaryRun;
    m_summary = m_refs.isEmpty() ? QString() : tr("%1 selected").arg(QLocale().toString(m_refs.size()));
    Q_EMIT summaryChanged();
    std::vector<SelectedShape> shapes;
    for (const auto& item : std::as_const(m_refs)) {
        const auto snapshot = m_session ? m_session->snapshots()->snapshot(item.layer) : nullptr;
        const auto index =
            snapshot && snapshot->kind == ShapeKind::Area ? snapshot->find(item.uid.toStdString()) : -1;
        if (index >= 0) {
            shapes.push_back({snapshot, static_cast<std::size_t>(index)});
        }
    }
    if (shapes.empty()) {
        return;
    }
    m_session->think(
        this,
        [shapes = std::move(shapes)] { return sumOfAreas(shapes); },
        [this, run](double areaM2) {
            if (run == m_summaryRun) {
                m_summary +=
                    QStringLiteral(" · ") + squareMetresText(areaM2) + QStringLiteral(" · ") + muText(areaM2);
                Q_EMIT summaryChanged();
            }
        });
}

} // namespace tuban
