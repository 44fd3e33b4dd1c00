#include "app/map/display_store.h"

#include "app/session/snapshot_store.h"

#include <QFuture>
#include <QPromise>

#include <algorithm>
#include <utility>

namespace tuban {

struct DisplayStore::Job {
    std::shared_ptr<const LayerSnapshot> snapshot;
    std::shared_ptr<const LayerSnapshot> owner; ///< null for the layer's own table
    std::shared_ptr<const StageByUid> stages;
    std::shared_ptr<const LightByUid> lights;
    std::shared_ptr<const Catalogue> catalogue;
    DisplayPointer previous;
    Layer layer;
    Crs crs;
    StyleWish wish;

    /// Null when the plan's system cannot be brought on the map.
    [[nodiscard]] DisplayPointer run() const {
        const auto geo = crsFromText("EPSG:4490");
        const auto planToGeo = geo ? Transform::between(crs, *geo) : std::unexpected(geo.error());
        if (!planToGeo) {
            return nullptr;
        }
        const LayerStyle style = owner == nullptr
                                     ? styleOf(layer, *catalogue, wish, snapshot.get())
                                     : companionStyle(layer, *catalogue, wish, snapshot->kind, owner.get());
        const DisplaySource source{
            .snapshot = snapshot, .style = style, .owner = owner, .stages = stages, .lights = lights};
        return makeDisplay(source, *planToGeo, previous.get()).value_or(nullptr);
    }
};

DisplayStore::DisplayStore(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

DisplayStore::~DisplayStore() {
    m_pool.clear();
    m_pool.waitForDone();
}

void DisplayStore::setSession(Session* session) {
    if (m_session != nullptr) {
        disconnect(m_session, nullptr, this, nullptr);
        disconnect(m_session->snapshots(), nullptr, this, nullptr);
    }
    m_session = session;
    if (session == nullptr) {
        return;
    }
    const SnapshotStore* snapshots = session->snapshots();
    connect(snapshots, &SnapshotStore::snapshotChanged, this, [this](const QString& table) {
        m_catalogue = m_session->catalogue(); // a plan opens after the session is set
        const Layer* layer = layerOfTable(table);
        if (layer == nullptr) {
            return;
        }
        const QString name = QString::fromStdString(layer->name);
        if (name == table) {
            refreshLayer(name); // its companions take their classes from it
        } else {
            refreshTable(*layer, table);
        }
    });
    connect(snapshots, &SnapshotStore::marksChanged, this, &DisplayStore::marksChanged);
    connect(snapshots, &SnapshotStore::cleared, this, &DisplayStore::refreshAll);
    refreshAll();
}

void DisplayStore::setLayers(LayerListModel* layers) {
    if (m_layers != nullptr) {
        disconnect(m_layers, nullptr, this, nullptr);
    }
    m_layers = layers;
    if (layers != nullptr) {
        connect(layers, &LayerListModel::styleChanged, this, &DisplayStore::refreshLayer);
    }
    refreshAll();
}

void DisplayStore::setTheme(Theme theme) {
    if (m_theme != theme) {
        m_theme = theme;
        refreshAll();
    }
}

std::vector<DisplayStore::DisplayPointer> DisplayStore::tablesOf(const QString& layer) const {
    std::vector<DisplayPointer> tables;
    const Layer* definition = m_catalogue == nullptr ? nullptr : m_catalogue->layer(layer.toStdString());
    if (definition == nullptr) {
        return tables;
    }
    for (const Layer::Companion& companion : definition->companions) {
        tables.push_back(m_displays.value(QString::fromStdString(companion.table)));
    }
    tables.push_back(m_displays.value(layer));
    std::erase_if(tables, [](const DisplayPointer& table) { return table == nullptr || table->size() == 0; });
    return tables;
}

void DisplayStore::refreshAll() {
    m_catalogue = m_session == nullptr ? nullptr : m_session->catalogue();
    const QStringList shown = m_displays.keys();
    for (const QString& table : shown) {
        if (m_session == nullptr || m_session->snapshots()->snapshot(table) == nullptr) {
            m_displays.remove(table);
            m_generations.remove(table);
            Q_EMIT displayChanged(table, std::nullopt);
        }
    }
    if (m_catalogue == nullptr) {
        m_stages.clear();
        return;
    }
    m_stages = stagesOf(*m_session->snapshots()->marks(), m_session->today().toStdString());
    for (const Layer& layer : m_catalogue->layers()) {
        refreshLayer(QString::fromStdString(layer.name));
    }
}

void DisplayStore::refreshLayer(const QString& layer) {
    const Layer* definition = m_catalogue == nullptr ? nullptr : m_catalogue->layer(layer.toStdString());
    if (definition == nullptr) {
        return;
    }
    refreshTable(*definition, layer);
    for (const Layer::Companion& companion : definition->companions) {
        refreshTable(*definition, QString::fromStdString(companion.table));
    }
}

void DisplayStore::refreshTable(const Layer& layer, const QString& table) {
    if (m_catalogue == nullptr) { // the first snapshots come before the plan says that it is open
        m_catalogue = m_session->catalogue();
    }
    const QString layerName = QString::fromStdString(layer.name);
    const SnapshotStore* snapshots = m_session->snapshots();
    const auto stages = m_stages.find(layer.name);
    const bool isDark = m_theme == Theme::Dark;
    Job job{.snapshot = snapshots->snapshot(table),
            .owner = table == layerName ? nullptr : snapshots->snapshot(layerName),
            .stages = stages == m_stages.end() ? nullptr : stages->second,
            .lights = m_layers == nullptr ? nullptr : m_layers->lightsOf(layerName),
            .catalogue = m_catalogue,
            .previous = m_displays.value(table),
            .layer = layer,
            .crs = m_session->crs(),
            .wish = m_layers == nullptr ? StyleWish{.theme = m_theme} : m_layers->wishOf(layerName, isDark)};
    if (job.snapshot == nullptr || (table != layerName && job.owner == nullptr)) {
        return;
    }
    const quint64 generation = ++m_generation;
    m_generations.insert(table, generation);
    ++m_running;
    Q_EMIT busyChanged();
    auto promise = std::make_shared<QPromise<DisplayPointer>>();
    promise->future().then(this, [this, layerName, table, generation](const DisplayPointer& display) {
        --m_running;
        accept(layerName, table, generation, display);
        Q_EMIT busyChanged();
    });
    m_pool.start([promise, job = std::move(job)] {
        promise->start();
        promise->addResult(job.run());
        promise->finish();
    });
}

void DisplayStore::accept(const QString& layer,
                          const QString& table,
                          quint64 generation,
                          const DisplayPointer& display) {
    if (m_generations.value(table) != generation || display == nullptr) {
        return; // a later version is on its way
    }
    const DisplayPointer before = m_displays.value(table);
    m_displays.insert(table, display);
    const ChangedBoxes boxes = before == nullptr ? std::nullopt : changedBoxes(*before, *display);
    if (!boxes || !boxes->empty() || before->snapshot != display->snapshot) {
        Q_EMIT displayChanged(layer, boxes);
    }
}

void DisplayStore::marksChanged() {
    if (m_catalogue == nullptr) {
        refreshAll();
        return;
    }
    StagesByLayer stages = stagesOf(*m_session->snapshots()->marks(), m_session->today().toStdString());
    const StagesByLayer before = std::exchange(m_stages, std::move(stages));
    for (const Layer& layer : m_catalogue->layers()) {
        const auto old = before.find(layer.name);
        const auto now = m_stages.find(layer.name);
        const bool same = (old == before.end()) == (now == m_stages.end()) &&
                          (old == before.end() || *old->second == *now->second);
        if (!same) {
            refreshLayer(QString::fromStdString(layer.name));
        }
    }
}

const Layer* DisplayStore::layerOfTable(const QString& table) const {
    if (m_catalogue == nullptr) {
        return nullptr;
    }
    const std::string name = table.toStdString();
    for (const Layer& layer : m_catalogue->layers()) {
        if (layer.name == name || std::ranges::contains(layer.companions, name, &Layer::Companion::table)) {
            return &layer;
        }
    }
    return nullptr;
}

} // namespace tuban
