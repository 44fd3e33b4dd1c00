#pragma once

#include "app/session/session.h"

#include <QGeoCoordinate>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// What the camera of the map looks at: degrees, and the zoom of Web Mercator.
struct ViewPlace {
    Q_GADGET
    QML_VALUE_TYPE(viewPlace)
    Q_PROPERTY(QGeoCoordinate center MEMBER center)
    Q_PROPERTY(double zoomLevel MEMBER zoomLevel)
    Q_PROPERTY(double bearing MEMBER bearing)
    Q_PROPERTY(double tilt MEMBER tilt)
public:
    QGeoCoordinate center;
    double zoomLevel = 0;
    double bearing = 0;
    double tilt = 0;
};

/// The views one has come by, to go back and forward through. What passes by while the map moves is not kept:
/// a view counts once the map has rested. They are remembered as long as the plan is open. GUI thread.
class ViewHistory : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(bool canBack READ canBack NOTIFY changed)
    Q_PROPERTY(bool canForward READ canForward NOTIFY changed)
    /// The map rests on a view that is kept.
    Q_PROPERTY(bool settled READ isSettled NOTIFY changed)

public:
    static constexpr qsizetype capacity = 100;

    explicit ViewHistory(QObject* parent = nullptr);

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] bool canBack() const { return m_index > 0 || isElsewhere(); }
    [[nodiscard]] bool canForward() const { return m_index + 1 < m_places.size() && !isElsewhere(); }
    [[nodiscard]] bool isSettled() const { return !m_rest.isActive() && m_index >= 0; }

    /// The camera is here now; to be called at each step of it.
    Q_INVOKABLE void moved(const QGeoCoordinate& center, double zoomLevel, double bearing, double tilt);
    Q_INVOKABLE void back();
    Q_INVOKABLE void forward();

Q_SIGNALS:
    void sessionChanged();
    void changed();
    /// The camera shall go there.
    void wanted(const tuban::ViewPlace& place);

private:
    void settle();
    void clear();
    void go(qsizetype index);
    /// The camera has left the view that was kept last.
    [[nodiscard]] bool isElsewhere() const;
    QPointer<Session> m_session;
    QList<ViewPlace> m_places;
    qsizetype m_index = -1; ///< of the view one is at
    ViewPlace m_now;
    bool m_travelling = false; ///< on the way to m_places[m_index]
    QTimer m_rest;
};

} // namespace tuban
