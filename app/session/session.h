#pragma once

#include "app/session/values.h"
#include "geo/plan/plan.h"

#include <QGeoRectangle>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace tuban {

class SnapshotStore;

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
    [[nodiscard]] bool busy() const;
    [[nodiscard]] QString saveState() const;
    [[nodiscard]] int revision() const;
    [[nodiscard]] QList<LayerItem> layers() const;
    [[nodiscard]] QList<LayerItem> markableLayers() const;
    [[nodiscard]] QGeoRectangle extent() const;

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
    [[nodiscard]] SnapshotStore* snapshots() const;
    /// Null while no plan is open.
    [[nodiscard]] std::shared_ptr<const Catalogue> catalogue() const;
    /// \pre a plan is open
    [[nodiscard]] const Crs& crs() const;

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

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace tuban
