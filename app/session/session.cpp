#include "app/session/session.h"

#include "app/session/app_settings.h"
#include "app/session/error_sentence.h"
#include "app/session/language.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFileInfo>
#include <QUrl>

namespace tuban {

namespace {

const Crs noCrs;

QString geometryName(ShapeKind kind) {
    switch (kind) {
    case ShapeKind::Point:
        return QStringLiteral("point");
    case ShapeKind::Line:
        return QStringLiteral("line");
    case ShapeKind::Area:
        return QStringLiteral("area");
    }
    return {};
}

} // namespace

QString localPath(const QString& pathOrUrl) {
    const QUrl url(pathOrUrl);
    return url.isLocalFile() ? url.toLocalFile() : pathOrUrl;
}

Session::Session(QObject* parent) : QObject(parent), m_thinker(QStringLiteral("thinker")) {
    if (auto* application = QCoreApplication::instance()) {
        application->installEventFilter(this);
    }
}

Session::~Session() {
    m_thinker.requestStop();
}

bool Session::isOpen() const {
    return m_plan.has_value();
}

QString Session::path() const {
    return m_plan ? m_plan->path : QString();
}

QString Session::name() const {
    return m_plan ? m_plan->name : QString();
}

QString Session::crsCode() const {
    return QString::fromStdString(m_plan ? m_plan->crs.code() : std::string());
}

QString Session::crsName() const {
    return m_plan ? QString::fromStdString(m_plan->crs.shortName(uiLanguage().toStdString())) : QString();
}

int Session::srid() const {
    return m_plan ? m_plan->crs.epsg : 0;
}

bool Session::readOnly() const {
    return m_plan && m_plan->readOnly;
}

QString Session::readOnlyReason() const {
    return readOnly() ? errorSentence(ErrorCode::ReadOnly, QFileInfo(m_plan->path).fileName()) : QString();
}

QString Session::today() const {
    return m_plan ? m_plan->today : QString();
}

bool Session::ownClock() const {
    return m_plan && m_plan->ownClock;
}

QString Session::stamp() const {
    return m_plan ? m_plan->stamp : QString();
}

QString Session::saveState() const {
    return m_desk ? m_desk->acts().state() : QStringLiteral("saved");
}

LayerItem Session::itemOf(const Layer& layer) const {
    return {.name = QString::fromStdString(layer.name),
            .title = QString::fromStdString(layer.title.in(uiLanguage().toStdString())),
            .geometry = geometryName(layer.geometry)};
}

QList<LayerItem> Session::layers() const {
    QList<LayerItem> items;
    if (m_plan) {
        for (const auto& layer : m_plan->catalogue->layers()) {
            items.append(itemOf(layer));
        }
    }
    return items;
}

QList<LayerItem> Session::markableLayers() const {
    QList<LayerItem> items;
    if (m_plan) {
        for (const auto& layer : m_plan->catalogue->layers()) {
            if (!layer.stages.empty()) {
                items.append(itemOf(layer));
            }
        }
    }
    return items;
}

QGeoRectangle Session::geoRectangle(const Box& box) const {
    if (!m_plan || box.empty()) {
        return {};
    }
    // The sides of a box in the plane are bent in degrees: their middles are looked at as well.
    Box degrees;
    const auto middle = box.centre();
    for (const double x : {box.minX, middle.x, box.maxX}) {
        for (const double y : {box.minY, middle.y, box.maxY}) {
            if (const auto at = geoFromPlan({x, y})) {
                degrees.add(*at);
            }
        }
    }
    return degrees.empty() ? QGeoRectangle()
                           : QGeoRectangle(QGeoCoordinate(degrees.maxY, degrees.minX),
                                           QGeoCoordinate(degrees.minY, degrees.maxX));
}

QGeoRectangle Session::extent() const {
    Box box;
    if (m_plan) {
        for (const auto& layer : m_plan->catalogue->layers()) {
            const auto snapshot = m_store.snapshot(QString::fromStdString(layer.name));
            if (snapshot && snapshot->size() > 0 && !snapshot->bounds().empty()) {
                box.add(snapshot->bounds());
            }
        }
    }
    return geoRectangle(box);
}

QGeoRectangle Session::layerExtent(const QString& layer) const {
    const auto snapshot = m_store.snapshot(layer);
    return snapshot ? geoRectangle(snapshot->bounds()) : QGeoRectangle();
}

QGeoRectangle Session::featureExtent(const QString& layer, const QString& uid) const {
    const auto snapshot = m_store.snapshot(layer);
    const auto index = snapshot ? snapshot->find(uid.toStdString()) : -1;
    return index < 0 ? QGeoRectangle() : geoRectangle(snapshot->box(static_cast<std::size_t>(index)));
}

std::shared_ptr<const Catalogue> Session::catalogue() const {
    return m_plan ? m_plan->catalogue : nullptr;
}

const Layer* Session::layer(const QString& name) const {
    return m_plan ? m_plan->catalogue->layer(name.toStdString()) : nullptr;
}

const Crs& Session::crs() const {
    return m_plan ? m_plan->crs : noCrs;
}

std::optional<Point> Session::planFromGeo(Point lonLat) const {
    const auto at = m_plan ? m_plan->planFromGeo->apply(lonLat) : failure(ErrorCode::NotFound, {});
    return at ? std::optional(*at) : std::nullopt;
}

std::optional<Point> Session::geoFromPlan(Point ground) const {
    const auto at = m_plan ? m_plan->geoFromPlan->apply(ground) : failure(ErrorCode::NotFound, {});
    return at ? std::optional(*at) : std::nullopt;
}

QString Session::by() const {
    const auto settings = appSettings();
    const auto name = settings.value(QStringLiteral("user/name")).toString();
    const auto unit = settings.value(QStringLiteral("user/unit")).toString();
    if (!name.isEmpty()) {
        return unit.isEmpty() ? name : unit + QLatin1Char(' ') + name;
    }
    const auto login = qEnvironmentVariable("USER");
    return login.isEmpty() ? tr("unnamed") : login;
}

QStringList Session::drawOrder() const {
    if (!m_drawOrder.isEmpty()) {
        return m_drawOrder;
    }
    QStringList names;
    for (const auto& item : layers()) {
        names.prepend(item.name);
    }
    return names;
}

void Session::setDrawOrder(const QStringList& layers) {
    m_drawOrder = layers;
}

void Session::act(QObject* context, ActWork work, ActDone done) {
    if (!m_desk || readOnly()) {
        done(failure(ErrorCode::ReadOnly, "the plan is open for reading"));
        return;
    }
    m_desk->acts().add(context, std::move(work), std::move(done));
}

bool Session::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LanguageChange && watched == QCoreApplication::instance()) {
        Q_EMIT openChanged(); // titles of layers and the name of the system are texts
        Q_EMIT languageChanged();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tuban
