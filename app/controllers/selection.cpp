#include "app/controllers/selection.h"

namespace tuban {

Selection::Selection(QObject* parent) : QObject(parent) {}
void Selection::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}
QString Selection::currentLayer() const {
    return {};
}
QString Selection::currentUid() const {
    return {};
}
QString Selection::summary() const {
    return {};
}
bool Selection::pick(double /*lon*/, double /*lat*/, double /*radiusM*/) {
    return false;
}
void Selection::select(const QString& /*layer*/, const QStringList& /*uids*/, const QString& /*mode*/) {}
void Selection::selectBox(
    double /*west*/, double /*south*/, double /*east*/, double /*north*/, const QString& /*mode*/) {}
void Selection::clear() {}
void Selection::selectAll(const QString& /*layer*/) {}
void Selection::hover(double /*lon*/, double /*lat*/, double /*radiusM*/) {}
bool Selection::isSelected(const QString& /*layer*/, const QString& /*uid*/) const {
    return false;
}

} // namespace tuban
