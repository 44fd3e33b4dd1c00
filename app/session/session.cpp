#include "app/session/session.h"

#include "app/session/snapshot_store.h"

namespace tuban {

struct Session::Parts {
    SnapshotStore store;
    std::shared_ptr<const Catalogue> catalogue;
    Crs crs;
};

Session::Session(QObject* parent) : QObject(parent), m_parts(std::make_unique<Parts>()) {}
Session::~Session() = default;
bool Session::isOpen() const {
    return false;
}
QString Session::path() const {
    return {};
}
QString Session::name() const {
    return {};
}
QString Session::crsCode() const {
    return {};
}
QString Session::crsName() const {
    return {};
}
int Session::srid() const {
    return 0;
}
bool Session::readOnly() const {
    return false;
}
QString Session::readOnlyReason() const {
    return {};
}
QString Session::today() const {
    return {};
}
bool Session::ownClock() const {
    return false;
}
QString Session::stamp() const {
    return {};
}
bool Session::busy() const {
    return false;
}
QString Session::saveState() const {
    return QStringLiteral("saved");
}
int Session::revision() const {
    return 0;
}
QList<LayerItem> Session::layers() const {
    return {};
}
QList<LayerItem> Session::markableLayers() const {
    return {};
}
QGeoRectangle Session::extent() const {
    return {};
}
void Session::openPlan(const QString& /*pathOrUrl*/) {}
void Session::openDemo() {}
void Session::createPlan(const QString& /*pathOrUrl*/, const QString& /*crs*/, const QString& /*name*/) {}
void Session::closePlan() {}
void Session::copyTo(const QString& /*pathOrUrl*/) {}
QGeoRectangle Session::layerExtent(const QString& /*layer*/) const {
    return {};
}
QGeoRectangle Session::featureExtent(const QString& /*layer*/, const QString& /*uid*/) const {
    return {};
}
SnapshotStore* Session::snapshots() const {
    return &m_parts->store;
}
std::shared_ptr<const Catalogue> Session::catalogue() const {
    return m_parts->catalogue;
}
const Crs& Session::crs() const {
    return m_parts->crs;
}

} // namespace tuban
