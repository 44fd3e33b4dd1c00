#pragma once

#include "app/session/session.h"
#include "geo/plan/snapshot.h"

#include <QList>

#include <cstddef>

namespace tuban {

/// Features of other area layers that hold the point which stands for a feature, the smallest first: what it
/// lies in. Looks in memory only. GUI thread.
[[nodiscard]] QList<FeatureItem>
placesHolding(Session& session, const Layer& layer, const LayerSnapshot& snapshot, std::size_t index);

/// An area by a method in the three units; `legalM2` is what it is compared with, 0 where there is none.
[[nodiscard]] AreaFigure
areaFigure(const QString& method, const QString& label, double areaM2, double legalM2);

} // namespace tuban
