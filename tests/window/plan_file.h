#pragma once

#include <QGeoCoordinate>
#include <QString>

namespace tuban {

/// A plan made for a test by the program's own command line, and one feature in it that is known from
/// elsewhere.
struct PlanFile {
    QString path;
    QString source; ///< what it was made from
    int features = 0;
    QGeoCoordinate place; ///< inside the known feature
    QString planarM2;     ///< its area as the inspector writes it
    QString problem;      ///< why it could not be made; empty when it could
};

/// Makes the plan in `folder` from real parcels where they are at hand, otherwise from a small file written
/// here.
PlanFile makePlanFile(const QString& folder);

/// Makes the demo plan in `folder`. \return its path, empty on failure
QString makeDemoFile(const QString& folder);

} // namespace tuban
