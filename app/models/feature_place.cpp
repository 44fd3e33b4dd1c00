#include "app/models/feature_place.h"

#include "app/session/feature_text.h"
#include "app/session/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tuban {

QList<FeatureItem>
placesHolding(Session& session, const Layer& layer, const LayerSnapshot& snapshot, std::size_t index) {
    const auto geometry = snapshot.geometry(index);
    if (geometry.empty()) {
        return {};
    }
    const auto anchor = anchorOf(geometry);
    std::vector<std::pair<double, FeatureItem>> held;
    for (const auto& other : session.catalogue()->layers()) {
        const auto name = QString::fromStdString(other.name);
        const auto areas = session.snapshots()->snapshot(name);
        if (other.geometry != ShapeKind::Area || other.name == layer.name || !areas) {
            continue;
        }
        for (const auto at : areas->query(Box{anchor.x, anchor.y, anchor.x, anchor.y})) {
            if (containsPoint(areas->geometry(at), anchor)) {
                FeatureItem item;
                item.layer = name;
                item.uid = QString::fromStdString(areas->uid(at));
                item.title = featureTitle(other, *areas, at);
                item.layerTitle = layerTitle(session, name);
                held.emplace_back(areas->box(at).width() * areas->box(at).height(), item);
            }
        }
    }
    std::ranges::stable_sort(held, {}, [](const auto& entry) { return entry.first; });
    QList<FeatureItem> items;
    for (auto& entry : held) {
        items.append(std::move(entry.second));
    }
    return items;
}

AreaFigure areaFigure(const QString& method, const QString& label, double areaM2, double legalM2) {
    AreaFigure figure{.method = method,
                      .label = label,
                      .areaM2 = areaM2,
                      .m2Text = squareMetresText(areaM2),
                      .muText = muText(areaM2),
                      .haText = hectaresText(areaM2),
                      .differenceText = {}};
    if (legalM2 > 0) {
        const double difference = areaM2 - legalM2;
        const auto sign = difference < 0 ? QStringLiteral("−") : QStringLiteral("+");
        figure.differenceText = QCoreApplication::translate("AreaFigure", "%1%2 (%1%3 %)")
                                    .arg(sign,
                                         squareMetresText(std::abs(difference)),
                                         numberText(std::abs(difference) / legalM2 * 100, 2));
    }
    return figure;
}

} // namespace tuban
