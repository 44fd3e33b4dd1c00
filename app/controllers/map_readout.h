#pragma once

#include "app/session/session.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// What the status bar says about the pointer and the scale. GUI thread.
class MapReadout : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString northText READ northText NOTIFY changed)
    Q_PROPERTY(QString eastText READ eastText NOTIFY changed)
    Q_PROPERTY(QString degreesText READ degreesText NOTIFY changed)
    /// The easting is written with the number of the zone before it.
    Q_PROPERTY(bool zonePrefix READ zonePrefix NOTIFY changed)

public:
    explicit MapReadout(QObject* parent = nullptr);

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] QString northText() const { return m_northText; }
    [[nodiscard]] QString eastText() const { return m_eastText; }
    [[nodiscard]] QString degreesText() const { return m_degreesText; }
    [[nodiscard]] bool zonePrefix() const { return m_zonePrefix; }

    Q_INVOKABLE void setCursor(double lon, double lat);
    Q_INVOKABLE void withPrefix(bool prefix);
    /// "1:12 500" on a screen of 96 dots an inch.
    Q_INVOKABLE QString scaleText(double metersPerPixel) const;
    /// True metres of a pixel along the horizontal of a map that is turned by `bearing`, at its middle.
    Q_INVOKABLE double trueMetersPerPixel(double latitude, double bearing, double zoomLevel) const;
    /// The longest round distance that is at most `maxPixels` long.
    Q_INVOKABLE tuban::ScaleBar scaleBar(double metersPerPixel, double maxPixels) const;

Q_SIGNALS:
    void sessionChanged();
    void changed();

private:
    QPointer<Session> m_session;
    QString m_northText, m_eastText, m_degreesText;
    bool m_zonePrefix = false;
    double m_lon = 0;
    double m_lat = 0;
};

} // namespace tuban
