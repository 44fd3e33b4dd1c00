#include "app/paint/fonts.h"
#include "app/paint/shape_path.h"
#include "app/paint/swatch_painter.h"
#include "app/print/sheet_parts.h"

#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>

namespace tuban {

namespace {

constexpr double rowPx = 19;
constexpr double headPx = 21;
constexpr double gapPx = 8;
constexpr double swatchPx = 22;
constexpr double unitPx = 34; // room of the unit of areas

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

bool isStrip(const LegendGroup& group, bool compact) {
    return compact && group.isRamp && group.rows.size() > 1;
}

bool fits(const Sheet& sheet, const QRectF& frame, double columnPx, bool compact) {
    Flow flow(frame, columnPx);
    for (const LegendGroup& group : sheet.legend) {
        if (isStrip(group, compact)) {
            flow.take(rowPx);
            continue;
        }
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

/// Gives up the smallest rows of the longest group, then whole groups, until the legend fits.
void fit(Sheet& sheet, const QRectF& frame, double columnPx, bool compact) {
    constexpr std::size_t leastRows = 3;
    // Rows of hatches are never given up.
    const auto rows = [compact](const LegendGroup& group) {
        const auto classes = std::ranges::count(group.rows, Hatch::None, &LegendRow::hatch);
        return isStrip(group, compact) ? std::size_t{0} : static_cast<std::size_t>(classes);
    };
    while (!sheet.legend.empty() && !fits(sheet, frame, columnPx, compact)) {
        const auto longest = std::ranges::max_element(sheet.legend, {}, rows);
        if (const std::size_t classes = rows(*longest); classes > leastRows) {
            longest->rows = foldedTo(std::move(longest->rows), classes - 1);
        } else {
            sheet.legend.pop_back();
        }
    }
}

void paintRow(QPainter& painter,
              const Sheet& sheet,
              const QRectF& room,
              const LegendGroup& group,
              const LegendRow& row) {
    const Palette palette = paletteOf(sheet.theme);
    if (!isRest(row)) {
        const QRectF swatch(room.left(), room.center().y() - 7, swatchPx, 14);
        paintSwatch(painter, swatch, group.kind, group.symbol, row, sheet.theme);
    }
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
    const bool isLandUse = group.rule == RuleKind::LandUse && !row.code.empty();
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
    if (!group.by.isEmpty()) {
        const double used = QFontMetricsF(painter.font()).horizontalAdvance(group.title) + 8;
        painter.setFont(textFont(11));
        painter.setPen(toQColor(palette.secondary));
        const double left = room.width() - used - (group.hasAreas ? unitPx : 0);
        painter.drawText(room.adjusted(used, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(painter.font()).elidedText(group.by, Qt::ElideRight, left));
    }
    if (group.hasAreas && group.kind == ShapeKind::Area) {
        painter.setFont(textFont(11));
        painter.setPen(toQColor(palette.secondary));
        painter.drawText(room,
                         Qt::AlignRight | Qt::AlignVCenter,
                         sheet.language == "zh" ? QStringLiteral("公顷") : QStringLiteral("ha"));
    }
}

/// Stages in one row: their looks side by side, the name of the layer, its first and last stage.
void paintStrip(QPainter& painter, const Sheet& sheet, const QRectF& room, const LegendGroup& group) {
    const Palette palette = paletteOf(sheet.theme);
    const std::size_t most = group.kind == ShapeKind::Point ? 2 : 4;
    const std::size_t count = std::min(most, group.rows.size());
    constexpr double stripPx = 46;
    const double widthPx =
        group.kind == ShapeKind::Point ? stripPx / 2 : stripPx / static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t row = count == 1 ? 0 : i * (group.rows.size() - 1) / (count - 1);
        const QRectF swatch(
            room.left() + static_cast<double>(i) * widthPx, room.center().y() - 7, widthPx, 14);
        paintSwatch(painter, swatch, group.kind, group.symbol, group.rows[row], sheet.theme);
    }
    const double left = room.left() + stripPx + 8;
    painter.setFont(textFont(12));
    painter.setPen(toQColor(palette.ink));
    painter.drawText(QRectF(left, room.top(), room.right() - left, room.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     group.title);
    const double used = QFontMetricsF(painter.font()).horizontalAdvance(group.title) + 8;
    painter.setFont(textFont(11));
    painter.setPen(toQColor(palette.secondary));
    const QString stages = textOf(group.rows.front().label.in(sheet.language)) + QStringLiteral(" → ") +
                           textOf(group.rows.back().label.in(sheet.language));
    const QRectF rest(left + used, room.top(), room.right() - left - used, room.height());
    painter.drawText(rest,
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(stages, Qt::ElideRight, rest.width()));
}

} // namespace

void paintLegend(QPainter& painter, const Sheet& sheet, const QRectF& frame, double columnPx) {
    Sheet fitted = sheet;
    const bool compact = !fits(sheet, frame, columnPx, false);
    fit(fitted, frame, columnPx, compact);
    Flow flow(frame, columnPx);
    for (const LegendGroup& group : fitted.legend) {
        if (isStrip(group, compact)) {
            paintStrip(painter, sheet, flow.take(rowPx), group);
            continue;
        }
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
