#pragma once

#include <QQuickImageProvider>

namespace tuban {

/// Drawings of data/icons in one colour: image://icon/<name>?<colour>.
class IconProvider : public QQuickImageProvider {
public:
    IconProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
    QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};

} // namespace tuban
