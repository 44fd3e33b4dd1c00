#pragma once

#include "geo/report/report.h"

#include <QLineF>
#include <QList>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace tuban {

/// A text on a page; places in device pixels.
struct ReportWords {
    QRectF box;
    QString text;
    double points = 0;
    bool isBold = false;
    Qt::Alignment alignment = Qt::AlignLeft;
};
/// One page of a report: what is shaded, the lines between rows, and the words.
struct ReportPage {
    QList<QRectF> shades;
    QList<QLineF> lines;
    std::vector<ReportWords> words;
};

/// Lays a report out: no row is torn, the headings stand again above each part of a list, and every page has
/// the title, the stamp and its number. \param painter of the device, for its fonts \param paper in device
/// pixels
[[nodiscard]] std::vector<ReportPage> pagesOf(const Report& report, QPainter& painter, QSizeF paper);

void drawPage(QPainter& painter, const ReportPage& page);

} // namespace tuban
