#include "app/controllers/mark_controller.h"

namespace tuban {

struct MarkController::Parts {};

MarkController::MarkController(QObject* parent) : QObject(parent), m_parts(std::make_unique<Parts>()) {}
MarkController::~MarkController() = default;
void MarkController::setSession(Session* session) {
    if (m_session != session) {
        m_session = session;
        Q_EMIT sessionChanged();
    }
}
void MarkController::setSelection(Selection* selection) {
    if (m_selection != selection) {
        m_selection = selection;
        Q_EMIT selectionChanged();
    }
}
bool MarkController::active() const {
    return false;
}
QList<FeatureItem> MarkController::candidates() const {
    return {};
}
double MarkController::lon() const {
    return 0;
}
double MarkController::lat() const {
    return 0;
}
QString MarkController::subjectLayer() const {
    return {};
}
QString MarkController::subjectUid() const {
    return {};
}
QString MarkController::subjectTitle() const {
    return {};
}
QList<Choice> MarkController::stages() const {
    return {};
}
QList<Choice> MarkController::states() const {
    return {};
}
QString MarkController::stage() const {
    return {};
}
void MarkController::setStage(const QString& /*stage*/) {}
double MarkController::percent() const {
    return 0;
}
void MarkController::setPercent(double /*percent*/) {}
QString MarkController::state() const {
    return {};
}
void MarkController::setState(const QString& /*state*/) {}
QString MarkController::note() const {
    return {};
}
void MarkController::setNote(const QString& /*note*/) {}
QString MarkController::onDate() const {
    return {};
}
void MarkController::setOnDate(const QString& /*day*/) {}
QString MarkController::by() const {
    return {};
}
void MarkController::setBy(const QString& /*by*/) {}
QList<PhotoItem> MarkController::photos() const {
    return {};
}
bool MarkController::saving() const {
    return false;
}
bool MarkController::far() const {
    return false;
}
QString MarkController::distanceText() const {
    return {};
}
bool MarkController::canCommit() const {
    return false;
}
QString MarkController::problem() const {
    return {};
}
void MarkController::beginAt(double /*lon*/, double /*lat*/, double /*radiusM*/) {}
void MarkController::beginFor(const QString& /*layer*/, const QString& /*uid*/) {}
void MarkController::choose(int /*index*/) {}
void MarkController::addPhotos(const QList<QUrl>& /*urls*/) {}
void MarkController::removePhoto(int /*index*/) {}
void MarkController::commit(bool /*confirmedFar*/) {}
void MarkController::noChange() {}
void MarkController::cancel() {}
void MarkController::clearDraft() {}

} // namespace tuban
