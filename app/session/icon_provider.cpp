#include "app/session/icon_provider.h"

#include <QColor>
#include <QPainter>
#include <QSvgRenderer>
#include <QUrl>

namespace tuban {

namespace {
constexpr int defaultSidePx = 20;
}

QImage IconProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
    const auto parts = QUrl::fromPercentEncoding(id.toUtf8()).split(QLatin1Char('?'));
    QSvgRenderer renderer(QStringLiteral(":/icons/") + parts.first() + QStringLiteral(".svg"));
    const QSize side = requestedSize.isValid() && !requestedSize.isEmpty()
                           ? requestedSize
                           : QSize(defaultSidePx, defaultSidePx);
    QImage image(side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    const auto colour = parts.size() > 1 ? QColor::fromString(parts.at(1)) : QColor();
    if (colour.isValid()) {
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), colour);
    }
    if (size != nullptr) {
        *size = side;
    }
    return image;
}

} // namespace tuban
