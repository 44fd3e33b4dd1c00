#include "app/paint/label_painter.h"

#include "app/paint/fonts.h"
#include "app/paint/shape_path.h"

#include <QFontMetricsF>
#include <QPainterPath>

namespace tuban {

namespace {

QFont fontOf(LabelRole role) {
    switch (role) {
    case LabelRole::Zone: {
        QFont font = textFont(14, QFont::Medium);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 1.5);
        return font;
    }
    case LabelRole::Project:
        return textFont(12, QFont::Medium);
    case LabelRole::Point:
        return textFont(11);
    case LabelRole::Line:
        return textFont(11);
    case LabelRole::Area:
        return textFont(11);
    }
    return textFont(11);
}

QColor inkOf(LabelRole role, const Palette& palette) {
    return toQColor(role == LabelRole::Line || role == LabelRole::Area ? palette.secondary : palette.ink);
}

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

TextSize labelSize(std::string_view text, LabelRole role) {
    const QFontMetricsF metrics(fontOf(role));
    return {metrics.horizontalAdvance(toQString(text)), metrics.capHeight() + 7};
}

void paintLabels(QPainter& painter, const std::vector<PlacedLabel>& labels, Theme theme, bool asText) {
    const Palette palette = paletteOf(theme);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const PlacedLabel& label : labels) {
        const QFont font = fontOf(label.role);
        const QString text = toQString(label.text);
        const QPointF baseline(-label.size.width / 2, QFontMetricsF(font).capHeight() / 2);
        QPainterPath letters;
        letters.addText(baseline, font, text);
        painter.save();
        painter.translate(label.centre.x, label.centre.y);
        painter.rotate(label.angleDegrees);
        painter.strokePath(
            letters,
            QPen(toQColor(palette.paper.withAlpha(0.88)), 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (asText) {
            painter.setFont(font);
            painter.setPen(inkOf(label.role, palette));
            painter.drawText(baseline, text);
        } else {
            painter.fillPath(letters, inkOf(label.role, palette));
        }
        painter.restore();
    }
}

} // namespace tuban
