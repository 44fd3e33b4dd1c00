#include "app/base_map/base_map.h"

#include "app/session/app_settings.h"

#include <QFileInfo>

#include <algorithm>

namespace tuban {

namespace {

constexpr int deepestZoom = 24;

QString lastPlaceKey(const QString& kind) {
    return QStringLiteral("baseMap/last/") + kind;
}

/// True for the plan itself: a base map is opened by libraries that would drop the plan's locks.
bool isSameFile(const QString& one, const QString& other) {
    const QString canonical = QFileInfo(one).canonicalFilePath();
    return !canonical.isEmpty() && canonical == QFileInfo(other).canonicalFilePath();
}

} // namespace

BaseMap::BaseMap(QObject* parent) : QObject(parent) {}

void BaseMap::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    if (m_session != nullptr) {
        disconnect(m_session, nullptr, this, nullptr);
    }
    m_session = session;
    if (session != nullptr) {
        connect(session, &Session::openChanged, this, &BaseMap::restore);
    }
    restore();
    Q_EMIT sessionChanged();
}

void BaseMap::choose(const BaseMapChoice& choice) {
    if (m_choice == choice) {
        return;
    }
    const bool isOtherSource = m_choice.kind != choice.kind || m_choice.place != choice.place;
    m_choice = choice;
    if (isOtherSource) {
        m_sourceAttribution.clear();
        report({});
    }
    store();
    Q_EMIT choiceChanged();
    Q_EMIT attributionChanged();
}

void BaseMap::show(const QString& kind, const QString& place) {
    BaseMapChoice choice = m_choice;
    choice.kind = baseMapKindFrom(kind);
    choice.place = choice.kind == BaseMapKind::Online ? place.trimmed() : localPath(place);
    if (choice.kind == BaseMapKind::None) {
        choice.place.clear();
    } else if (choice.place != m_choice.place) {
        choice.isGcj02 = false; // said of the source before
        choice.attribution.clear();
    }
    const auto fault =
        choice.kind == BaseMapKind::Online ? faultOfTemplate(choice.place) : std::optional<QString>();
    if (fault) {
        report(*fault);
        return;
    }
    if (choice.kind != BaseMapKind::None) {
        if (m_session != nullptr && isSameFile(choice.place, m_session->path())) {
            report(tr("The open plan cannot be its own base map."));
            return;
        }
        appSettings().setValue(lastPlaceKey(kind), choice.place);
    }
    choose(choice);
}

QString BaseMap::lastPlace(const QString& kind) const {
    return appSettings().value(lastPlaceKey(kind)).toString();
}

void BaseMap::tryAgain() {
    report({});
    Q_EMIT retried();
}

void BaseMap::setOwnAttribution(const QString& attribution) {
    BaseMapChoice choice = m_choice;
    choice.attribution = attribution.trimmed();
    choose(choice);
}

void BaseMap::setMaxZoom(int zoom) {
    BaseMapChoice choice = m_choice;
    choice.maxZoom = std::clamp(zoom, 1, deepestZoom);
    choose(choice);
}

void BaseMap::setGcj02(bool isGcj02) {
    BaseMapChoice choice = m_choice;
    choice.isGcj02 = isGcj02;
    choose(choice);
}

void BaseMap::setStrength(double strength) {
    if (m_strength != strength) {
        m_strength = std::clamp(strength, 0.0, 1.0);
        store();
        Q_EMIT strengthChanged();
    }
}

void BaseMap::setQuiet(bool quiet) {
    if (m_isQuiet != quiet) {
        m_isQuiet = quiet;
        store();
        Q_EMIT quietChanged();
    }
}

QString BaseMap::attribution() const {
    return m_choice.attribution.isEmpty() ? m_sourceAttribution : m_choice.attribution;
}

void BaseMap::setSourceAttribution(const QString& attribution) {
    m_sourceAttribution = attribution;
    Q_EMIT attributionChanged();
}

void BaseMap::report(const QString& problem) {
    if (m_problem == problem) {
        return; // said already
    }
    m_problem = problem;
    Q_EMIT problemChanged();
    if (!problem.isEmpty()) {
        Q_EMIT said(problem, true);
    }
}

void BaseMap::note(const QString& sentence) {
    Q_EMIT said(sentence, false);
}

void BaseMap::restore() {
    m_choice = {};
    m_strength = 1;
    m_isQuiet = false;
    if (m_session != nullptr && m_session->isOpen()) {
        auto settings = appSettings();
        settings.beginGroup(planSettingsGroup(m_session->path()) + QStringLiteral("/baseMap"));
        m_choice = {.kind = baseMapKindFrom(settings.value(QStringLiteral("kind")).toString()),
                    .place = settings.value(QStringLiteral("place")).toString(),
                    .attribution = settings.value(QStringLiteral("attribution")).toString(),
                    .maxZoom = settings.value(QStringLiteral("maxZoom"), BaseMapChoice().maxZoom).toInt(),
                    .isGcj02 = settings.value(QStringLiteral("gcj02")).toBool()};
        m_strength = settings.value(QStringLiteral("strength"), 1.0).toDouble();
        m_isQuiet = settings.value(QStringLiteral("quiet")).toBool();
    }
    m_sourceAttribution.clear();
    report({});
    Q_EMIT choiceChanged();
    Q_EMIT strengthChanged();
    Q_EMIT quietChanged();
    Q_EMIT attributionChanged();
}

void BaseMap::store() const {
    if (m_session == nullptr || !m_session->isOpen()) {
        return;
    }
    auto settings = appSettings();
    settings.beginGroup(planSettingsGroup(m_session->path()) + QStringLiteral("/baseMap"));
    settings.setValue(QStringLiteral("kind"), kind());
    settings.setValue(QStringLiteral("place"), m_choice.place);
    settings.setValue(QStringLiteral("attribution"), m_choice.attribution);
    settings.setValue(QStringLiteral("maxZoom"), m_choice.maxZoom);
    settings.setValue(QStringLiteral("gcj02"), m_choice.isGcj02);
    settings.setValue(QStringLiteral("strength"), m_strength);
    settings.setValue(QStringLiteral("quiet"), m_isQuiet);
}

} // namespace tuban
