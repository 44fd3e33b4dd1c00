#include "app/models/feature_targets.h"

#include "app/session/language.h"
#include "app/session/number_text.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tuban {

namespace {

/// Grouped, with as many decimals as it has, two at most.
QString shortNumber(double value) {
    const bool isWhole = std::abs(value - std::round(value)) < 0.005;
    return numberText(value, isWhole ? 0 : 2);
}

QString planOf(const Target& target) {
    if (!target.planMin) {
        return {};
    }
    QString text = shortNumber(*target.planMin);
    if (target.planMax) {
        text += QStringLiteral("–") + shortNumber(*target.planMax);
    }
    return text;
}

QString figureOf(const TargetState& state) {
    const auto actual = state.actual();
    QString text = actual ? shortNumber(*actual) : QStringLiteral("—");
    if (const QString plan = planOf(state.target); !plan.isEmpty()) {
        text += QStringLiteral(" / ") + plan;
    }
    const QString unit = QString::fromStdString(state.target.unit);
    return unit.isEmpty() ? text : text + QStringLiteral(" ") + unit;
}

QString nameOf(Light light) {
    switch (light) {
    case Light::Done:
        return FeatureTargets::tr("Done");
    case Light::OnPlan:
        return FeatureTargets::tr("On plan");
    case Light::Unplanned:
        return FeatureTargets::tr("Not planned");
    case Light::Halted:
        return FeatureTargets::tr("Halted");
    case Light::Due:
        return FeatureTargets::tr("Due or slow");
    case Light::Late:
        return FeatureTargets::tr("Late");
    case Light::BadlyLate:
        return FeatureTargets::tr("Badly late");
    }
    return {};
}

} // namespace

FeatureTargets::FeatureTargets(QObject* parent) : QAbstractListModel(parent) {}

void FeatureTargets::setSession(Session* session) {
    if (m_session == session) {
        return;
    }
    if (m_session) {
        m_session->disconnect(this);
    }
    m_session = session;
    if (session != nullptr) {
        connect(session, &Session::journalChanged, this, &FeatureTargets::forget);
        connect(session, &Session::openChanged, this, &FeatureTargets::forget);
        connect(session, &Session::languageChanged, this, &FeatureTargets::list);
    }
    forget();
    Q_EMIT sessionChanged();
}

void FeatureTargets::setLayer(const QString& layer) {
    if (m_layer != layer) {
        m_layer = layer;
        readSoon();
        Q_EMIT featureChanged();
    }
}

void FeatureTargets::setUid(const QString& uid) {
    if (m_uid != uid) {
        m_uid = uid;
        readSoon();
        Q_EMIT featureChanged();
    }
}

void FeatureTargets::forget() {
    ++m_run;
    m_rows.clear();
    m_ledger.reset();
    list();
    readSoon();
}

void FeatureTargets::readSoon() {
    // Layer and feature change one after the other: one reading is enough.
    if (!m_willRead) {
        m_willRead = true;
        QMetaObject::invokeMethod(this, &FeatureTargets::read, Qt::QueuedConnection);
    }
}

void FeatureTargets::read() {
    m_willRead = false;
    if (m_ledger || m_uid.isEmpty() || !m_session || !m_session->isOpen()) {
        list();
        return;
    }
    const int run = ++m_run;
    m_session->ask(
        this,
        [clocks = Clocks{.asOf = m_session->today().toStdString()}](Plan& plan) {
            return targetLedger(plan, clocks);
        },
        [this, run](Result<Ledger> ledger) {
            // A plan that is being closed or held by another program: its change will ask again.
            if (ledger && run == m_run) {
                m_rows.clear();
                m_ledger = std::make_shared<const Ledger>(std::move(*ledger));
                list();
            }
        });
}

void FeatureTargets::list() {
    const FeatureRef feature{.layer = m_layer.toStdString(), .uid = m_uid.toStdString()};
    const auto isThis = [&](const FeatureRef& other) {
        return other.layer == feature.layer && other.uid == feature.uid;
    };
    beginResetModel();
    m_rows.clear();
    if (m_ledger && !m_uid.isEmpty()) {
        for (const auto& state : *m_ledger) {
            if (std::ranges::any_of(state.measured.features, isThis)) {
                m_rows.push_back(&state);
            }
        }
    }
    endResetModel();
    Q_EMIT countChanged();
}

void FeatureTargets::selectFeatures(int row) {
    if (row < 0 || row >= count() || !m_selection || !m_session) {
        return;
    }
    // The rule of a target looks at one layer, that of this feature.
    const auto snapshot = m_session->snapshots()->snapshot(m_layer);
    if (!snapshot) {
        return;
    }
    SelectedRows::Rows found;
    for (const auto& feature : m_rows[static_cast<std::size_t>(row)]->measured.features) {
        if (const auto at = snapshot->find(feature.uid); at >= 0) {
            found.push_back(static_cast<std::uint32_t>(at));
        }
    }
    std::ranges::sort(found);
    m_selection->selectRows({snapshot, std::make_shared<const SelectedRows::Rows>(std::move(found))},
                            SelectMode::Set,
                            snapshot->find(m_uid.toStdString()));
}

int FeatureTargets::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant FeatureTargets::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& state = *m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case CodeRole:
        return QString::fromStdString(state.target.code);
    case Qt::DisplayRole:
    case NameRole:
        return QString::fromStdString(state.target.name);
    case FigureRole:
        return figureOf(state);
    case LightRole: {
        const auto code = codeOf(state.light);
        return QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size()));
    }
    case LightNameRole:
        return nameOf(state.light);
    case WhyRole:
        return QString::fromStdString(state.why.in(uiLanguage().toStdString()));
    default:
        return {};
    }
}

QHash<int, QByteArray> FeatureTargets::roleNames() const {
    return {{CodeRole, "code"},
            {NameRole, "name"},
            {FigureRole, "figure"},
            {LightRole, "light"},
            {LightNameRole, "lightName"},
            {WhyRole, "why"}};
}

} // namespace tuban
