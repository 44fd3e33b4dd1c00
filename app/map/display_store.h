#pragma once

#include "app/models/layer_list_model.h"
#include "app/paint/mark_stages.h"
#include "app/session/session.h"
#include "geo/paint/display.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <vector>

namespace tuban {

/// The features of the open plan ready to be drawn, kept up with the snapshots and marks of a session.
/// Projecting runs on a thread of its own. GUI thread.
class DisplayStore : public QObject {
    Q_OBJECT

public:
    using DisplayPointer = std::shared_ptr<const DisplayLayer>;
    using ChangedBoxes = std::optional<std::vector<Box>>;

    explicit DisplayStore(QObject* parent = nullptr);
    ~DisplayStore() override;

    void setSession(Session* session);
    /// Who says how each layer is drawn.
    void setLayers(LayerListModel* layers);
    void setTheme(Theme theme);

    /// Tables of a layer that are ready, in order of drawing: companions, then the layer itself.
    [[nodiscard]] std::vector<DisplayPointer> tablesOf(const QString& layer) const;
    /// True while a table is being prepared.
    [[nodiscard]] bool isBusy() const { return m_running > 0; }

Q_SIGNALS:
    /// A table of `layer` is new. \param boxes world boxes whose picture changed; none: all of it
    void displayChanged(const QString& layer, const tuban::DisplayStore::ChangedBoxes& boxes);
    void busyChanged();

private:
    /// What preparing a table takes along; see DisplaySource.
    struct Job;
    void refreshAll();
    void refreshLayer(const QString& layer);
    void refreshTable(const Layer& layer, const QString& table);
    void marksChanged();
    void
    accept(const QString& layer, const QString& table, quint64 generation, const DisplayPointer& display);
    [[nodiscard]] const Layer* layerOfTable(const QString& table) const;

    QPointer<Session> m_session;
    QPointer<LayerListModel> m_layers;
    std::shared_ptr<const Catalogue> m_catalogue;
    Theme m_theme = Theme::Light;
    StagesByLayer m_stages;
    QHash<QString, DisplayPointer> m_displays;
    QHash<QString, quint64> m_generations; ///< by table: the latest that was asked for
    quint64 m_generation = 0;
    int m_running = 0;
    QThreadPool m_pool;
};

} // namespace tuban
