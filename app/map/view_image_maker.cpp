#include "app/map/view_image_maker.h"

#include <QFuture>
#include <QPromise>

#include <memory>
#include <utility>

namespace tuban {

ViewImageMaker::ViewImageMaker(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

ViewImageMaker::~ViewImageMaker() {
    m_pool.clear();
    m_pool.waitForDone();
}

void ViewImageMaker::make(const View& view, double marginPx, double deviceRatio, Paint paint) {
    const quint64 request = ++m_request;
    auto promise = std::make_shared<QPromise<QImage>>();
    promise->future().then(this, [this, request, view, marginPx](const QImage& image) {
        if (request >= m_image.serial) { // overtaken, but still better than an older one
            m_image = {image, view, marginPx, request};
            Q_EMIT made();
        }
    });
    const QSizeF size(view.widthPx() + 2 * marginPx, view.heightPx() + 2 * marginPx);
    m_pool.clear();
    m_pool.start([promise, size, marginPx, deviceRatio, paint = std::move(paint)] {
        promise->start();
        QImage image((size * deviceRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(deviceRatio);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.translate(marginPx, marginPx);
        paint(painter);
        painter.end();
        promise->addResult(image);
        promise->finish();
    });
}

} // namespace tuban
