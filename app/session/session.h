#pragma once

#include "app/session/plan_desk.h"
#include "app/session/values.h"

#include <QGeoRectangle>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>

namespace tuban {

/// The open plan as the window sees it. GUI thread; the plan itself is touched on threads of its own only.
class Session : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool open READ isOpen NOTIFY openChanged)
    Q_PROPERTY(QString path READ path NOTIFY openChanged)
    Q_PROPERTY(QString name READ name NOTIFY openChanged)
    Q_PROPERTY(QString crsCode READ crsCode NOTIFY openChanged)
    Q_PROPERTY(QString crsName READ crsName NOTIFY openChanged)
    Q_PROPERTY(int srid READ srid NOTIFY openChanged)
    Q_PROPERTY(bool readOnly READ readOnly NOTIFY openChanged)
    Q_PROPERTY(QString readOnlyReason READ readOnlyReason NOTIFY openChanged)
    Q_PROPERTY(QString today READ today NOTIFY openChanged)
    Q_PROPERTY(bool ownClock READ ownClock NOTIFY openChanged)
    Q_PROPERTY(QString stamp READ stamp NOTIFY openChanged)
    /// Something is being opened or read.
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    /// "saved", "saving" or "waiting" (another program holds the plan)
    Q_PROPERTY(QString saveState READ saveState NOTIFY saveStateChanged)
    /// +1 with each change of any layer
    Q_PROPERTY(int revision READ revision NOTIFY revisionChanged)
    Q_PROPERTY(QList<tuban::LayerItem> layers READ layers NOTIFY openChanged)
    Q_PROPERTY(QList<tuban::LayerItem> markableLayers READ markableLayers NOTIFY openChanged)
    Q_PROPERTY(QString applicationVersion READ applicationVersion CONSTANT)
    /// Libraries and system the program runs with, for reports of faults: one line each.
    Q_PROPERTY(QString versionsText READ versionsText CONSTANT)
    /// Box of all features in degrees.
    Q_PROPERTY(QGeoRectangle extent READ extent NOTIFY revisionChanged)

public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString crsCode() const;
    [[nodiscard]] QString crsName() const;
    [[nodiscard]] int srid() const;
    [[nodiscard]] bool readOnly() const;
    [[nodiscard]] QString readOnlyReason() const;
    [[nodiscard]] QString today() const;
    [[nodiscard]] bool ownClock() const;
    [[nodiscard]] QString stamp() const;
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString saveState() const;
    [[nodiscard]] int revision() const { return m_revision; }
    [[nodiscard]] QList<LayerItem> layers() const;
    [[nodiscard]] QList<LayerItem> markableLayers() const;
    [[nodiscard]] QGeoRectangle extent() const;

    [[nodiscard]] QString applicationVersion() const;
    [[nodiscard]] QString versionsText() const;
    /// Puts text on the clipboard.
    Q_INVOKABLE void copyText(const QString& text) const;

    /// \param pathOrUrl a local path or a file: URL
    Q_INVOKABLE void openPlan(const QString& pathOrUrl);
    /// Opens the demo district, made first where it is not there yet.
    Q_INVOKABLE void openDemo();
    Q_INVOKABLE void createPlan(const QString& pathOrUrl, const QString& crs, const QString& name);
    Q_INVOKABLE void closePlan();
    /// A whole copy of the plan for a colleague.
    Q_INVOKABLE void copyTo(const QString& pathOrUrl);
    Q_INVOKABLE QGeoRectangle layerExtent(const QString& layer) const;
    Q_INVOKABLE QGeoRectangle featureExtent(const QString& layer, const QString& uid) const;

    // For the rooms of app/.
    [[nodiscard]] SnapshotStore* snapshots() { return &m_store; }
    /// Null while no plan is open.
    [[nodiscard]] std::shared_ptr<const Catalogue> catalogue() const;
    /// A layer of the open plan, null for an unknown one and without a plan.
    [[nodiscard]] const Layer* layer(const QString& name) const;
    /// System of the open plan; its `wkt` is empty without one.
    [[nodiscard]] const Crs& crs() const;
    /// Degrees to plan metres and back; nullopt without a plan or where the place cannot be had.
    [[nodiscard]] std::optional<Point> planFromGeo(Point lonLat) const;
    [[nodiscard]] std::optional<Point> geoFromPlan(Point ground) const;
    /// Who acts: the name in the preferences, the login's where none is given.
    [[nodiscard]] QString by() const;
    [[nodiscard]] const UndoState& undoState() const { return m_undoState; }
    /// Layers that are drawn, topmost first: what a click on the map looks through.
    [[nodiscard]] QStringList drawOrder() const;
    void setDrawOrder(const QStringList& layers);

    /// Does an act on the writer's thread, `done` here once it is kept or has failed. \pre a plan is open
    void act(QObject* context, ActWork work, ActDone done);
    /// Puts a short question to the plan: `work(Plan&)` gives a Result, `done` gets it here.
    template <class Work, class Done>
    void ask(const QObject* context, Work work, Done done) {
        if (m_desk) {
            m_desk->questions().ask(context, std::move(work), std::move(done));
        }
    }
    /// Works on values over there, without a plan.
    template <class Work, class Done>
    void think(const QObject* context, Work work, Done done) {
        m_thinker.run(
            context, [work = std::move(work)](PlanThread::Slot&) mutable { return work(); }, std::move(done));
    }

Q_SIGNALS:
    void openChanged();
    void busyChanged();
    void saveStateChanged();
    void revisionChanged();
    /// A plan is open and its features are in memory.
    void opened();
    void closed();
    void failed(const QString& sentence, const QString& detail);
    void notice(const QString& sentence, const QString& actionId);
    /// Features of a layer changed; their snapshot is already the new one.
    void changed(const QString& layer);
    /// The language of the program changed: texts made in C++ are to be made anew.
    void languageChanged();
    /// What undo and redo would take changed.
    void journalChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectDesk(PlanDesk* desk, const QString& path);
    void takeOver(const OpenedPlan& plan);
    void setBusy(bool busy);
    void bump();
    [[nodiscard]] QGeoRectangle geoRectangle(const Box& box) const;
    [[nodiscard]] LayerItem itemOf(const Layer& layer) const;
    std::optional<OpenedPlan> m_plan;
    SnapshotStore m_store;
    UndoState m_undoState;
    QStringList m_drawOrder;
    bool m_busy = false;
    int m_revision = 0;
    PlanThread m_thinker;
    std::unique_ptr<PlanDesk> m_desk;
    std::unique_ptr<PlanDesk> m_opening; ///< takes the place of m_desk once its plan is open
};

/// A local path from a path or a file: URL.
[[nodiscard]] QString localPath(const QString& pathOrUrl);

} // namespace tuban
