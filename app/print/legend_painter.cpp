#include "app/paint/fonts.h"
#include "app/paint/shape_path.h"
#include "app/paint/symbol_painter.h"
#include "app/print/sheet_parts.h"

#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>

namespace tuban {

namespace {

constexpr double rowPx = 20;
constexpr double headPx = 24;
constexpr double gapPx = 10;
constexpr double swatchPx = 22;

QString textOf(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

/// Fills columns of a frame from top to bottom.
class Flow {
public:
    Flow(const QRectF& frame, double columnPx)
        : m_frame(frame), m_columnPx(columnPx), m_at(frame.topLeft()) {}
    /// Room for a row; a head stays with the row after it.
    QRectF take(double heightPx, double keepWithPx = 0) {
        if (m_at.y() + heightPx + keepWithPx > m_frame.bottom() && m_at.y() > m_frame.top()) {
            m_at = {m_at.x() + m_columnPx + gapPx * 2, m_frame.top()};
        }
        const QRectF room(m_at, QSizeF(m_columnPx, heightPx));
        m_at.ry() += heightPx;
        return room;
    }
    void skip(double heightPx) {
        if (m_at.y() > m_frame.top()) {
            m_at.ry() += heightPx;
        }
    }
    [[nodiscard]] bool fits() const { return m_at.x() + m_columnPx <= m_frame.right() + 1; }

private:
    QRectF m_frame;
    double m_columnPx;
    QPointF m_at;
};

/// A layer with one class needs no head: its row is its title.
bool isSingle(const LegendGroup& group) {
    return group.rows.size() == 1 && group.rows.front().code.empty();
}

bool fits(const Sheet& sheet, const QRectF& frame, double columnPx) {
    Flow flow(frame, columnPx);
    for (const LegendGroup& group : sheet.legend) {
        if (!isSingle(group)) {
            flow.take(headPx, rowPx);
        }
        for (std::size_t row = 0; row < group.rows.size(); ++row) {
            flow.take(rowPx);
        }
        flow.skip(gapPx);
    }
    return flow.fits();
}

/// The legend with as many rows a layer as there is room for.
std::vector<LegendGroup> fitted(Sheet sheet, const QRectF& frame, double columnPx) {
    for (std::size_t most = 24; most >= 2 && !fits(sheet, frame, columnPx); --most) {
        for (LegendGroup& group : sheet.legend) {
            group.rows = foldedTo(std::move(group.rows), most);
        }
    }
    while (sheet.legend.size() > 1 && !fits(sheet, frame, columnPx)) {
        sheet.legend.pop_back();
    }
    return std::move(sheet.legend);
}

void paintLineSwatch(QPainter& painter, const QRectF& swatch, const PaintClass& look, Theme theme) {
    const QPointF left(swatch.left(), swatch.center().y());
    const QPointF right(swatch.right(), swatch.center().y());
    const auto stroke = [&](Colour colour, double widthPx) {
        painter.setPen(QPen(toQColor(colour), widthPx, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(left, right);
    };
    stroke(look.filled ? look.stroke : look.fill, look.strokeWidthPx);
    if (look.strokeWidthPx > 2.8) {
        stroke(look.filled ? look.fill : paletteOf(theme).surface, look.strokeWidthPx - 2);
    }
}

void paintSwatch(
    QPainter& painter, const QRectF& row, const LegendGroup& group, const PaintClass& look, Theme theme) {
    const QRectF swatch(row.left(), row.center().y() - 7, swatchPx, 14);
    switch (group.kind) {
    case ShapeKind::Area: {
        const double inset = look.strokeWidthPx / 2;
        painter.setPen(QPen(toQColor(look.stroke), look.strokeWidthPx));
        painter.setBrush(toQColor(look.fill));
        painter.drawRect(swatch.adjusted(inset, inset, -inset, -inset));
        break;
    }
    case ShapeKind::Line:
        paintLineSwatch(painter, swatch, look, theme);
        break;
    case ShapeKind::Point:
        paintSymbol(painter, swatch.center(), group.symbol, look, symbolPx, theme);
        break;
    }
}

void paintRow(QPainter& painter,
              const Sheet& sheet,
              const QRectF& room,
              const LegendGroup& group,
              const LegendRow& row) {
    const Palette palette = paletteOf(sheet.theme);
    paintSwatch(painter, room, group, row.look, sheet.theme);
    painter.setFont(textFont(12));
    const QFontMetricsF metrics(painter.font());
    double right = room.right();
    if (group.hasAreas && group.kind == ShapeKind::Area) {
        const QString area = QLocale::c().toString(row.areaPlanarM2 / 10'000, 'f', 1);
        painter.setPen(toQColor(palette.secondary));
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, area);
        right -= metrics.horizontalAdvance(area) + 8;
    }
    const double left = room.left() + swatchPx + 8;
    const bool isLandUse = row.look.key.find(':') != std::string::npos;
    const QString name = isSingle(group) ? group.title : textOf(row.label.in(sheet.language));
    const QString label = isLandUse ? textOf(row.code) + QStringLiteral("  ") + name : name;
    painter.setPen(toQColor(palette.ink));
    painter.drawText(QRectF(left, room.top(), right - left, room.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(label, Qt::ElideRight, right - left));
}

void paintHead(QPainter& painter, const Sheet& sheet, const QRectF& room, const LegendGroup& group) {
    const Palette palette = paletteOf(sheet.theme);
    painter.setFont(textFont(12, QFont::Medium));
    painter.setPen(toQColor(palette.ink));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, group.title);
    if (group.hasAreas && group.kind == ShapeKind::Area) {
        painter.setFont(textFont(11));
        painter.setPen(toQColor(palette.secondary));
        painter.drawText(room,
                         Qt::AlignRight | Qt::AlignVCenter,
                         sheet.language == "zh" ? QStringLiteral("公顷") : QStringLiteral("ha"));
    }
}

} // namespace

void paintLegend(QPainter& painter, const Sheet& sheet, const QRectF& frame, double columnPx) {
    Flow flow(frame, columnPx);
    for (const LegendGroup& group : fitted(sheet, frame, columnPx)) {
        if (!isSingle(group)) {
            paintHead(painter, sheet, flow.take(headPx, rowPx), group);
        }
        for (const LegendRow& row : group.rows) {
            paintRow(painter, sheet, flow.take(rowPx), group, row);
        }
        flow.skip(gapPx);
    }
}

} // namespace tuban
