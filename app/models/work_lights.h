#pragma once

#include "app/session/session.h"
#include "geo/paint/style.h"
#include "geo/works/light.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>

namespace tuban {

/// The lights of the works of the open plan on its day, read again when marks or features change. Only the
/// layers that are wanted are read. GUI thread; reading is done by the plan's own.
class WorkLights : public QObject {
    Q_OBJECT

public:
    using Pointer = std::shared_ptr<const LightByUid>;
    explicit WorkLights(QObject* parent = nullptr);

    void setSession(Session* session);
    /// Layers whose lights somebody looks at.
    void setWanted(const QStringList& layers);
    /// Null while they are not read.
    [[nodiscard]] Pointer of(const QString& layer) const;

Q_SIGNALS:
    /// The lights of a layer are others than before.
    void changed(const QString& layer);

private:
    void planChanged();
    void busyChanged();
    void readSoon();
    void read();
    /// \param asked what was wanted when the plan was read; more may be by now
    void take(const QStringList& asked, const LightsByLayer& lights);

    QPointer<Session> m_session;
    QStringList m_wanted;
    QHash<QString, Pointer> m_lights;
    bool m_willRead = false;
    bool m_isBehind = false; ///< the plan changed while it was busy
    int m_run = 0; ///< answers of earlier runs are dropped
};

} // namespace tuban
