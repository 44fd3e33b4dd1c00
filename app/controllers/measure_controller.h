#pragma once

#include "app/session/session.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace tuban {

/// Measuring by clicks on the map: length or area in the plane and on the ellipsoid. GUI thread.
class MeasureController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    /// "none", "length" or "area"
    Q_PROPERTY(QString mode READ mode WRITE setMode NOTIFY modeChanged)
    /// The clicked points and the one under the pointer.
    Q_PROPERTY(QList<tuban::GeoPosition> points READ points NOTIFY changed)
    Q_PROPERTY(QString resultText READ resultText NOTIFY changed)
    Q_PROPERTY(QString methodText READ methodText NOTIFY changed)
    Q_PROPERTY(bool finished READ finished NOTIFY changed)

public:
    explicit MeasureController(QObject* parent = nullptr);

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] QString mode() const { return m_mode; }
    void setMode(const QString& mode);
    [[nodiscard]] QList<GeoPosition> points() const;
    [[nodiscard]] QString resultText() const { return m_resultText; }
    [[nodiscard]] QString methodText() const { return m_methodText; }
    [[nodiscard]] bool finished() const { return m_finished; }

    Q_INVOKABLE void add(double lon, double lat);
    Q_INVOKABLE void move(double lon, double lat);
    Q_INVOKABLE void undoPoint();
    Q_INVOKABLE void finish();
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void sessionChanged();
    void modeChanged();
    void changed();

private:
    void measure();
    QPointer<Session> m_session;
    QString m_mode = QStringLiteral("none");
    QList<GeoPosition> m_points;
    std::optional<GeoPosition> m_cursor; ///< under the pointer, not yet clicked
    QString m_resultText, m_methodText;
    bool m_finished = false;
};

} // namespace tuban
