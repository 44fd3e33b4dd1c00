#include "app/print/report_pages.h"

#include "app/paint/fonts.h"

#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <utility>

namespace tuban {

namespace {

using Kind = ReportList::Kind;

constexpr double titlePoints = 17, subtitlePoints = 9.5, headingPoints = 12, bodyPoints = 8;
constexpr double paddingPoints = 3;
constexpr double edgePoints = 24;    ///< room of the line above and the one below
constexpr double leastDayWidth = 14; ///< in characters, so that no day is broken

QFont fontOf(double points, bool isBold) {
    QFont font = textFont(12, isBold ? QFont::Bold : QFont::Normal);
    font.setPointSizeF(points);
    return font;
}

QTextOption optionOf(Qt::Alignment alignment) {
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

bool isFigure(Kind kind) {
    return kind == Kind::Number || kind == Kind::Percent;
}

class PageMaker {
public:
    PageMaker(const Report& report, QPainter& painter, QSizeF paper)
        : m_report(report),
          m_painter(painter),
          m_paper(paper),
          m_point(painter.device()->logicalDpiY() / 72.0) {
        newPage();
    }

    std::vector<ReportPage> run() {
        addLine(QString::fromStdString(m_report.title), titlePoints, true, Qt::AlignHCenter);
        addLine(QString::fromStdString(m_report.subtitle), subtitlePoints, false, Qt::AlignHCenter);
        for (const auto& list : m_report.lists) {
            addList(list);
        }
        addEdges();
        return std::move(m_pages);
    }

private:
    [[nodiscard]] double bottom() const { return m_paper.height() - edgePoints * m_point; }

    void newPage() {
        m_pages.emplace_back();
        m_y = edgePoints * m_point;
    }

    double heightOf(const ReportWords& words) {
        m_painter.setFont(fontOf(words.points, words.isBold));
        return m_painter
            .boundingRect(QRectF(words.box.topLeft(), QSizeF(words.box.width(), 1e6)),
                          words.text,
                          optionOf(words.alignment))
            .height();
    }

    void addLine(const QString& text, double points, bool isBold, Qt::Alignment alignment) {
        ReportWords words{QRectF(0, m_y, m_paper.width(), 0), text, points, isBold, alignment};
        words.box.setHeight(heightOf(words));
        m_y = words.box.bottom() + paddingPoints * m_point;
        m_pages.back().words.push_back(std::move(words));
    }

    /// Left edges of the columns and, last, the right edge of all.
    [[nodiscard]] std::vector<double> edgesOf(const ReportList& list) const {
        const auto widthOf = [](const ReportList::Column& column) {
            return column.kind == Kind::Day ? std::max(column.width, leastDayWidth) : column.width;
        };
        double all = 0;
        for (const auto& column : list.columns) {
            all += widthOf(column);
        }
        std::vector<double> edges{0};
        for (const auto& column : list.columns) {
            edges.push_back(edges.back() + widthOf(column) / all * m_paper.width());
        }
        return edges;
    }

    /// The words of a row at the present place; smaller where they would not go on a page.
    std::vector<ReportWords>
    rowOf(const ReportList& list, const std::vector<QString>& cells, bool isBold, double& height) {
        const auto edges = edgesOf(list);
        const double padding = paddingPoints * m_point;
        const double most = bottom() - edgePoints * m_point - 4 * headingPoints * m_point;
        std::vector<ReportWords> row;
        for (double points = bodyPoints;; points *= 0.8) {
            row.clear();
            height = 0;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                row.push_back({QRectF(edges[i] + padding, 0, edges[i + 1] - edges[i] - 2 * padding, 0),
                               cells[i],
                               points,
                               isBold,
                               isFigure(list.columns[i].kind) ? Qt::AlignRight : Qt::AlignLeft});
                height = std::max(height, heightOf(row.back()) + 2 * padding);
            }
            if (height <= most || points < 1) {
                return row;
            }
        }
    }

    void place(std::vector<ReportWords> row, double height) {
        auto& page = m_pages.back();
        for (auto& words : row) {
            words.box = QRectF(words.box.left(),
                               m_y + paddingPoints * m_point,
                               words.box.width(),
                               height - 2 * paddingPoints * m_point);
            page.words.push_back(std::move(words));
        }
        m_y += height;
        page.lines.append(QLineF(0, m_y, m_paper.width(), m_y));
    }

    void addHeads(const ReportList& list) {
        std::vector<QString> titles;
        for (const auto& column : list.columns) {
            titles.push_back(QString::fromStdString(column.title));
        }
        double height = 0;
        auto row = rowOf(list, titles, true, height);
        m_pages.back().shades.append(QRectF(0, m_y, m_paper.width(), height));
        place(std::move(row), height);
    }

    void addList(const ReportList& list) {
        constexpr double leastPoints = 80; // a heading is not left alone at the end of a page
        m_y += headingPoints * m_point;
        if (m_y + leastPoints * m_point > bottom()) {
            newPage();
        }
        addLine(QStringLiteral("%1 (%2)").arg(QString::fromStdString(list.title)).arg(list.rows.size()),
                headingPoints,
                true,
                Qt::AlignLeft);
        if (list.rows.empty()) {
            addLine(QStringLiteral("—"), bodyPoints, false, Qt::AlignLeft);
            return;
        }
        addHeads(list);
        for (const auto& values : list.rows) {
            std::vector<QString> cells;
            for (std::size_t i = 0; i < values.size(); ++i) {
                cells.push_back(QString::fromStdString(cellText(values[i], list.columns[i].kind)));
            }
            double height = 0;
            auto row = rowOf(list, cells, false, height);
            if (m_y + height > bottom()) {
                newPage();
                addHeads(list);
            }
            place(std::move(row), height);
        }
    }

    void addEdges() {
        const double height = edgePoints * m_point;
        for (std::size_t i = 0; i < m_pages.size(); ++i) {
            auto& words = m_pages[i].words;
            const QRectF above(0, 0, m_paper.width(), height);
            words.push_back(
                {above, QString::fromStdString(m_report.title), bodyPoints, false, Qt::AlignLeft});
            words.push_back(
                {above, QString::fromStdString(m_report.stamp), bodyPoints, false, Qt::AlignRight});
            words.push_back({QRectF(0, bottom(), m_paper.width(), height),
                             QStringLiteral("%1 / %2").arg(i + 1).arg(m_pages.size()),
                             bodyPoints,
                             false,
                             Qt::AlignHCenter | Qt::AlignBottom});
        }
    }

    const Report& m_report;
    QPainter& m_painter;
    QSizeF m_paper;
    double m_point; ///< device pixels in a point
    std::vector<ReportPage> m_pages;
    double m_y = 0;
};

} // namespace

std::vector<ReportPage> pagesOf(const Report& report, QPainter& painter, QSizeF paper) {
    return PageMaker(report, painter, paper).run();
}

void drawPage(QPainter& painter, const ReportPage& page) {
    for (const auto& shade : page.shades) {
        painter.fillRect(shade, QColor(0xE8, 0xEE, 0xF4));
    }
    painter.setPen(QPen(QColor(0xC9, 0xD3, 0xDC), 1));
    painter.drawLines(page.lines);
    painter.setPen(Qt::black);
    for (const auto& words : page.words) {
        painter.setFont(fontOf(words.points, words.isBold));
        painter.drawText(words.box, words.text, optionOf(words.alignment));
    }
}

} // namespace tuban
