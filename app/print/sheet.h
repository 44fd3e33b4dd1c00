#pragma once

#include "app/paint/scene.h"
#include "geo/paint/legend.h"
#include "geo/paint/view.h"

#include <QPainter>
#include <QRectF>
#include <QString>

#include <vector>

namespace tuban {

/// The legend of one layer.
struct LegendGroup {
    QString title;
    QString by; ///< what the classes are by, with their unit, where that is not the usual: "Area (ha)"
    RuleKind rule = RuleKind::Plain;
    ShapeKind kind = ShapeKind::Area;
    Symbol symbol = Symbol::Dot;
    std::vector<LegendRow> rows;
    bool hasAreas = false; ///< the whole layer is in view: its areas mean something
    bool isRamp = false;   ///< stages, or lights spelled out before: may be shown as one strip
};

/// What a sheet says around its map, ready to be read in `language` ("zh" or "en").
struct Sheet {
    std::string language = "zh";
    QString title;
    QString unit;                ///< who made it; may be empty
    QString date;                ///< "2024-08-21"
    QString crs;                 ///< "CGCS2000 3°带 114E · EPSG:4547"
    QString stamp;               ///< what the plan says of itself ("illustrative"); may be empty
    double scaleDenominator = 0; ///< 0: the sheet has no size on paper
    std::vector<LegendGroup> legend;
    Theme theme = Theme::Light;
};

/// Where the parts of a sheet lie, logical pixels (96 to the inch).
struct SheetLayout {
    QRectF title;
    QRectF map;
    QRectF legend;
    QRectF foot; ///< north arrow, scale bar, notes
    double legendColumnPx = 0;
};
/// Landscape: a column at the right; portrait: a band at the bottom. \param marginPx blank edge of the paper
[[nodiscard]] SheetLayout layoutOf(QSizeF size, double marginPx);

/// Draws the map with its labels and a line around it. \param canvas of a view as large as `frame`
void paintMap(
    QPainter& painter, const Sheet& sheet, const Scene& scene, const QRectF& frame, const Canvas& canvas);

/// Draws the whole sheet. \param view of the map, as large as layout.map
void paintSheet(QPainter& painter,
                const Sheet& sheet,
                const Scene& scene,
                const SheetLayout& layout,
                const Canvas& canvas);

} // namespace tuban
