#include "app/paint/fonts.h"
#include "app/paint/shape_path.h"
#include "app/print/sheet_parts.h"

#include <QLocale>

#include <array>
#include <cmath>

namespace tuban {

namespace {

/// The longest of 1, 2, 5 × 10^n metres that is not wider than `mostPx`.
double barMetres(double metresPerPx, double mostPx) {
    const double most = metresPerPx * mostPx;
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    for (const double step : {5.0, 2.0}) {
        if (step * power <= most) {
            return step * power;
        }
    }
    return power;
}

QString distanceText(double metres) {
    return metres >= 1'000 ? QLocale::c().toString(metres / 1'000, 'g', 6) + QStringLiteral(" km")
                           : QLocale::c().toString(metres, 'g', 6) + QStringLiteral(" m");
}

void paintNorthArrow(QPainter& painter, QPointF tip, const Palette& palette) {
    constexpr double height = 26;
    constexpr double half = 7;
    const QPointF notch(tip.x(), tip.y() + height * 0.76);
    painter.setPen(QPen(toQColor(palette.ink), 1));
    painter.setBrush(toQColor(palette.ink));
    painter.drawPolygon(QPolygonF({tip, notch, {tip.x() - half, tip.y() + height}}));
    painter.setBrush(toQColor(palette.surface));
    painter.drawPolygon(QPolygonF({tip, notch, {tip.x() + half, tip.y() + height}}));
    painter.setFont(textFont(12, QFont::Medium));
    painter.drawText(
        QRectF(tip.x() - 12, tip.y() + height + 1, 24, 16), Qt::AlignCenter, QStringLiteral("N"));
}

void paintScaleBar(QPainter& painter, QPointF at, double metresPerPx, double mostPx, const Palette& palette) {
    const double metres = barMetres(metresPerPx, mostPx);
    const double lengthPx = metres / metresPerPx;
    constexpr double heightPx = 5;
    constexpr int parts = 4;
    painter.setPen(QPen(toQColor(palette.ink), 0.8));
    for (int part = 0; part < parts; ++part) {
        painter.setBrush(toQColor(part % 2 == 0 ? palette.ink : palette.surface));
        painter.drawRect(QRectF(at.x() + lengthPx * part / parts, at.y(), lengthPx / parts, heightPx));
    }
    painter.setFont(textFont(11));
    painter.drawText(QRectF(at.x() - 20, at.y() - 17, 40, 15), Qt::AlignCenter, QStringLiteral("0"));
    painter.drawText(
        QRectF(at.x() + lengthPx - 40, at.y() - 17, 80, 15), Qt::AlignCenter, distanceText(metres));
}

QString scaleText(double denominator, const std::string& language) {
    const QLocale locale = QLocale::c();
    QString digits = locale.toString(std::lround(denominator));
    digits.remove(QLatin1Char(','));
    for (qsizetype i = digits.size() - 3; i > 0; i -= 3) {
        digits.insert(i, QChar(0x2009)); // thin space
    }
    return (language == "zh" ? QStringLiteral("比例尺 1:") : QStringLiteral("Scale 1:")) + digits;
}

QStringList notesOf(const Sheet& sheet) {
    const bool zh = sheet.language == "zh";
    QStringList notes;
    if (sheet.scaleDenominator > 0) {
        notes.append(scaleText(sheet.scaleDenominator, sheet.language));
    }
    notes.append((zh ? QStringLiteral("坐标系 ") : QStringLiteral("CRS ")) + sheet.crs);
    if (!sheet.unit.isEmpty()) {
        notes.append((zh ? QStringLiteral("制图单位 ") : QStringLiteral("Made by ")) + sheet.unit);
    }
    notes.append((zh ? QStringLiteral("截至 ") : QStringLiteral("As of ")) + sheet.date);
    return notes;
}

} // namespace

void paintFoot(QPainter& painter, const Sheet& sheet, const QRectF& frame, double metresPerPx) {
    const Palette palette = paletteOf(sheet.theme);
    paintNorthArrow(painter, frame.topLeft() + QPointF(10, 2), palette);
    paintScaleBar(painter,
                  frame.topLeft() + QPointF(48, 22),
                  metresPerPx,
                  std::min(170.0, frame.width() - 90),
                  palette);
    painter.setFont(textFont(11));
    painter.setPen(toQColor(palette.secondary));
    double y = frame.top() + 56;
    for (const QString& note : notesOf(sheet)) {
        const QRectF room(frame.left(), y, frame.width(), 17);
        painter.drawText(
            room,
            Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(note, Qt::ElideRight, static_cast<int>(room.width())));
        y += 17;
    }
    if (!sheet.stamp.isEmpty()) {
        painter.setPen(toQColor(palette.warn));
        painter.drawText(QRectF(frame.left(), y + 2, frame.width(), frame.bottom() - y - 2),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                         sheet.stamp);
    }
}

} // namespace tuban
