#include "app/session/number_text.h"

#include "geo/base/units.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace tuban {

namespace {
constexpr double metresPerKilometre = 1000;
constexpr double kilometresFromM = 10'000;

QString unit(const char* source, double value, int decimals) {
    return QCoreApplication::translate("NumberText", source).arg(numberText(value, decimals));
}
} // namespace

QString numberText(double value, int decimals) {
    return QLocale().toString(value, 'f', decimals);
}

QString squareMetresText(double areaM2) {
    return unit(QT_TRANSLATE_NOOP("NumberText", "%1 m²"), areaM2, 2);
}

QString muText(double areaM2) {
    return unit(QT_TRANSLATE_NOOP("NumberText", "%1 mu"), toMu(areaM2), 2);
}

QString hectaresText(double areaM2) {
    return unit(QT_TRANSLATE_NOOP("NumberText", "%1 ha"), toHectares(areaM2), 4);
}

QString areaText(double areaM2) {
    return squareMetresText(areaM2) + QStringLiteral(" · ") + muText(areaM2) + QStringLiteral(" · ") +
           hectaresText(areaM2);
}

QString lengthText(double lengthM) {
    return lengthM < kilometresFromM
               ? unit(QT_TRANSLATE_NOOP("NumberText", "%1 m"), lengthM, 2)
               : unit(QT_TRANSLATE_NOOP("NumberText", "%1 km"), lengthM / metresPerKilometre, 3);
}

QString distanceText(double distanceM) {
    return distanceM < metresPerKilometre
               ? unit(QT_TRANSLATE_NOOP("NumberText", "%1 m"), distanceM, 0)
               : unit(QT_TRANSLATE_NOOP("NumberText", "%1 km"), distanceM / metresPerKilometre, 1);
}

QString instantText(const QString& utc) {
    const auto instant = QDateTime::fromString(utc, Qt::ISODate);
    return instant.isValid() ? instant.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : utc;
}

} // namespace tuban
