#include "app/controllers/selection.h"
#include "app/session/feature_text.h"
#include "app/session/number_text.h"
#include "geo/measure/area.h"

#include <QLocale>

#include <algorithm>
#include <numeric>
#include <utility>

namespace tuban {

namespace {

double sumOfAreas(const SelectedRows& selected) {
    return std::accumulate(
        selected.rows->begin(), selected.rows->end(), 0.0, [&](double sum, std::uint32_t row) {
            return sum + planarAreaM2(selected.snapshot->geometry(row));
        });
}

} // namespace

/// Areas of different layers lie above each other: they are not added up.
void Selection::summarise() {
    const int run = ++m_summaryRun;
    m_summary = m_selected.isEmpty() ? QString() : tr("%1 selected").arg(QLocale().toString(count()));
    Q_EMIT summaryChanged();
    std::vector<SelectedRows> layers;
    QStringList titles;
    for (const auto& selected : std::as_const(m_selected)) {
        if (selected.snapshot->kind == ShapeKind::Area) {
            layers.push_back(selected);
            titles.append(layerTitle(*m_session, QString::fromStdString(selected.snapshot->layer)));
        }
    }
    if (layers.empty()) {
        return;
    }
    m_session->think(
        this,
        [layers = std::move(layers)] {
            std::vector<double> areas(layers.size());
            std::ranges::transform(layers, areas.begin(), sumOfAreas);
            return areas;
        },
        [this, run, titles](const std::vector<double>& areasM2) {
            if (run != m_summaryRun) {
                return;
            }
            for (std::size_t i = 0; i < areasM2.size(); ++i) {
                m_summary += QStringLiteral(" · ");
                if (areasM2.size() > 1) {
                    m_summary += titles.at(static_cast<qsizetype>(i)) + u' ';
                }
                m_summary += squareMetresText(areasM2[i]);
                if (areasM2.size() == 1) {
                    m_summary += QStringLiteral(" · ") + muText(areasM2[i]);
                }
            }
            Q_EMIT summaryChanged();
        });
}

} // namespace tuban
