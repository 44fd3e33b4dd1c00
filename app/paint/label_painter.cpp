#include "app/paint/label_painter.h"

#include "app/paint/fonts.h"
#include "app/paint/shape_path.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QStringList>

#include <algorithm>
#include <utility>

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

/// Two lines of a name are one thing: they stand close.
double lineSpacing(const QFontMetricsF& metrics) {
    return metrics.height() * 0.92;
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
    const QStringList lines = toQString(text).split(u'\n');
    double width = 0;
    for (const QString& line : lines) {
        width = std::max(width, metrics.horizontalAdvance(line));
    }
    const auto more = static_cast<double>(lines.size() - 1);
    return {width, metrics.capHeight() + 7 + more * lineSpacing(metrics)};
}

void paintLabel(QPainter& painter, const PlacedLabel& label, Theme theme, bool asText) {
    const Palette palette = paletteOf(theme);
    const QFont font = fontOf(label.role);
    const QFontMetricsF metrics(font);
    const QStringList lines = toQString(label.text).split(u'\n');
    const double spacing = lineSpacing(metrics);
    double baseline = (metrics.capHeight() - static_cast<double>(lines.size() - 1) * spacing) / 2;
    QPainterPath letters;
    std::vector<std::pair<QPointF, QString>> written;
    for (const QString& line : lines) {
        written.emplace_back(QPointF(-metrics.horizontalAdvance(line) / 2, baseline), line);
        letters.addText(written.back().first, font, line);
        baseline += spacing;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.rotate(label.angleDegrees);
    painter.strokePath(
        letters,
        QPen(toQColor(palette.paper.withAlpha(0.88)), 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (asText) {
        painter.setFont(font);
        painter.setPen(inkOf(label.role, palette));
        for (const auto& [at, line] : written) {
            painter.drawText(at, line);
        }
    } else {
        painter.fillPath(letters, inkOf(label.role, palette));
    }
    painter.restore();
}

void paintLabels(QPainter& painter, const std::vector<PlacedLabel>& labels, Theme theme, bool asText) {
    for (const PlacedLabel& label : labels) {
        painter.save();
        painter.translate(label.centre.x, label.centre.y);
        paintLabel(painter, label, theme, asText);
        painter.restore();
    }
}

} // namespace tuban
