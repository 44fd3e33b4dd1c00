#pragma once

#include <QString>

namespace tuban {

/// Figures as a planner reads them, in the language of the program. Any thread.

/// 23,100.00
[[nodiscard]] QString numberText(double value, int decimals);
/// 23,100.00 ㎡ (m² in English)
[[nodiscard]] QString squareMetresText(double areaM2);
/// 34.65 亩
[[nodiscard]] QString muText(double areaM2);
/// 2.3100 公顷
[[nodiscard]] QString hectaresText(double areaM2);
/// 23,100.00 ㎡ · 34.65 亩 · 2.3100 公顷
[[nodiscard]] QString areaText(double areaM2);
/// 834.20 米; kilometres with three decimals from 10 km on
[[nodiscard]] QString lengthText(double lengthM);
/// Whole metres or tenths of kilometres, for "how far".
[[nodiscard]] QString distanceText(double distanceM);
/// An instant `YYYY-MM-DDTHH:MM:SSZ` as local date and time; the text itself when it is none.
[[nodiscard]] QString instantText(const QString& utc);

} // namespace tuban
