#include "app/print/report_pdf.h"

#include "app/print/report_pages.h"
#include "geo/report/formats.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

namespace tuban {

namespace {

constexpr int dotsPerInch = 144;
constexpr double marginMm = 12;

QPageLayout a4Across() {
    return {QPageSize(QPageSize::A4),
            QPageLayout::Landscape,
            QMarginsF(marginMm, marginMm, marginMm, marginMm),
            QPageLayout::Millimeter};
}

} // namespace

Result<void> printReport(const Report& report, const std::string& path) {
    // Fonts need an application object; "offscreen" draws without a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "tuban";
    char* argv[] = {name, nullptr};
    const QGuiApplication application(argc, argv);
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QPdfWriter writer(&bytes);
    writer.setResolution(dotsPerInch);
    writer.setTitle(QString::fromStdString(report.title));
    writer.setPageLayout(a4Across());
    QPainter painter(&writer);
    const QSizeF paper = writer.pageLayout().paintRectPixels(dotsPerInch).size();
    const auto pages = pagesOf(report, painter, paper);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0) {
            writer.newPage();
        }
        drawPage(painter, pages[i]);
    }
    painter.end();
    const auto& content = bytes.data();
    return writeBytes(path, {content.constData(), static_cast<std::size_t>(content.size())});
}

} // namespace tuban
