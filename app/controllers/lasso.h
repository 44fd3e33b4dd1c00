#pragma once

#include <QGeoCoordinate>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// A ring drawn by clicks on the map, to select by. Its second corner left of the first means that what the
/// ring touches is wanted as well, as with a box. GUI thread.
class Lasso : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// The clicked corners, and the place under the pointer once there is a corner.
    Q_PROPERTY(QList<QGeoCoordinate> points READ points NOTIFY changed)
    Q_PROPERTY(int corners READ corners NOTIFY changed)
    Q_PROPERTY(bool touching READ touching NOTIFY changed)

public:
    explicit Lasso(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] QList<QGeoCoordinate> points() const;
    [[nodiscard]] int corners() const { return static_cast<int>(m_corners.size()); }
    [[nodiscard]] bool touching() const;

    /// \param screenX where on the screen, to know left from right
    Q_INVOKABLE void add(const QGeoCoordinate& place, double screenX);
    Q_INVOKABLE void move(const QGeoCoordinate& place, double screenX);
    Q_INVOKABLE void undoCorner();
    Q_INVOKABLE void clear();
    /// Ends the ring and forgets it. \return its corners; none where fewer than three were clicked
    Q_INVOKABLE QList<QGeoCoordinate> finished();

Q_SIGNALS:
    void changed();

private:
    struct Corner {
        QGeoCoordinate place;
        double screenX = 0;
    };
    QList<Corner> m_corners;
    Corner m_cursor; ///< invalid place: none
};

} // namespace tuban
