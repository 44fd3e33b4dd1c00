#pragma once

#include "app/map/view_image.h"

#include <QObject>
#include <QPainter>
#include <QThreadPool>

#include <functional>

namespace tuban {

/// Paints pictures of a view on a thread of its own, one after the other; what waits is dropped for what is
/// asked for later. Thread rule: GUI thread.
class ViewImageMaker : public QObject {
    Q_OBJECT

public:
    /// Runs on the thread of the maker; the painter stands in logical pixels of the view, on a clear ground.
    using Paint = std::function<void(QPainter&)>;

    explicit ViewImageMaker(QObject* parent = nullptr);
    ~ViewImageMaker() override;

    void make(const View& view, double marginPx, double deviceRatio, Paint paint);
    /// The latest picture; null before the first.
    [[nodiscard]] const ViewImage& image() const { return m_image; }

Q_SIGNALS:
    void made();

private:
    ViewImage m_image;
    quint64 m_request = 0;
    QThreadPool m_pool;
};

} // namespace tuban
