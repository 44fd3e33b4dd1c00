#include "tests/app/proof/exact_picture.h"

#include "geo/paint/detail.h"
#include "tests/app/paint/picture_colour.h"

#include <QPainter>
#include <QPainterPath>

#include <proj.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numbers>

namespace tuban::test {

namespace {

/// From a plan's system to the unit square of EPSG:3857.
class ToWorld {
public:
    explicit ToWorld(const std::string& crs)
        : m_context(proj_context_create(), proj_context_destroy), m_pipeline(nullptr, proj_destroy) {
        const std::unique_ptr<PJ, decltype(&proj_destroy)> asDefined(
            proj_create_crs_to_crs(m_context.get(), crs.c_str(), "EPSG:4490", nullptr), proj_destroy);
        m_pipeline.reset(proj_normalize_for_visualization(m_context.get(), asDefined.get()));
        if (m_pipeline == nullptr) {
            qFatal("PROJ has no way from %s", crs.c_str());
        }
    }
    [[nodiscard]] QPointF operator()(Point p) const {
        const PJ_COORD geo = proj_trans(m_pipeline.get(), PJ_FWD, proj_coord(p.x, p.y, 0, 0));
        const double latitude = geo.xy.y * std::numbers::pi / 180;
        return {geo.xy.x / 360 + 0.5,
                0.5 - std::log(std::tan(std::numbers::pi / 4 + latitude / 2)) / (2 * std::numbers::pi)};
    }

private:
    std::unique_ptr<PJ_CONTEXT, decltype(&proj_context_destroy)> m_context;
    std::unique_ptr<PJ, decltype(&proj_destroy)> m_pipeline;
};

QColor colourOf(Colour colour) {
    return {colour.red, colour.green, colour.blue, colour.alpha};
}

} // namespace

QImage
exactPicture(const DisplayLayer& layer, const std::string& crs, const View& view, QRgb paper, int samples) {
    const ToWorld toWorld(crs);
    const double scale = view.pixelsPerWorld();
    const QPointF corner(view.centre().x - view.widthPx() / 2 / scale,
                         view.centre().y - view.heightPx() / 2 / scale);
    const QSize pixels(static_cast<int>(view.widthPx()), static_cast<int>(view.heightPx()));
    QImage image(pixels * samples, QImage::Format_ARGB32_Premultiplied);
    image.fill(paper);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(samples, samples);
    for (std::size_t i = 0; i < layer.size(); ++i) {
        const Geometry shape = layer.snapshot->geometry(i);
        QPainterPath path;
        for (std::size_t part = 0; part < shape.partEnds.size(); ++part) {
            QPolygonF ring;
            for (const Point p : shape.part(part)) {
                ring.append((toWorld(p) - corner) * scale);
            }
            path.addPolygon(ring);
        }
        const QRectF box = path.boundingRect();
        if (!box.intersects(QRectF(QPointF(-20, -20), pixels + QSize(40, 40)))) {
            continue;
        }
        // Outlines fade in from 3 to 8 pixels: what is small would be all outline.
        const double size = std::max(box.width(), box.height());
        const double share = std::clamp((size - 3) / 5, 0.0, 1.0);
        const PaintClass& look = layer.style.classes[layer.classes[i]];
        QColor stroke = colourOf(look.stroke);
        stroke.setAlphaF(static_cast<float>(share) * stroke.alphaF());
        QPen pen(stroke, look.strokeWidthPx * widthFactor(metresPerPixel(view)));
        pen.setJoinStyle(Qt::RoundJoin);
        painter.setPen(share > 0 ? pen : QPen(Qt::NoPen));
        painter.setBrush(colourOf(look.fill));
        painter.drawPath(path);
    }
    painter.end();
    return samples == 1 ? image : image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

PictureDifference differenceOf(const QImage& a, const QImage& b, QRgb paper) {
    PictureDifference difference;
    double sum = 0;
    double within = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int red = std::abs(qRed(p) - qRed(q));
            const int green = std::abs(qGreen(p) - qGreen(q));
            const int blue = std::abs(qBlue(p) - qBlue(q));
            sum += red + green + blue;
            within += std::max({red, green, blue}) <= 24 ? 1 : 0;
        }
    }
    const double pixels = static_cast<double>(a.width()) * a.height();
    difference.meanPerChannel = sum / pixels / 3;
    difference.shareWithin24 = within / pixels;
    constexpr int side = 16;
    const Channels bare{static_cast<double>(qRed(paper)),
                        static_cast<double>(qGreen(paper)),
                        static_cast<double>(qBlue(paper))};
    int blocks = 0;
    double blocksWithin3 = 0;
    for (int y = 0; y + side <= a.height(); y += side) {
        for (int x = 0; x + side <= a.width(); x += side) {
            const QRect block(x, y, side, side);
            const Channels inA = meanOf(a, block);
            const Channels inB = meanOf(b, block);
            if (deltaE(inA, bare) < 0.5 && deltaE(inB, bare) < 0.5) {
                continue;
            }
            const double off = deltaE(inA, inB);
            ++blocks;
            blocksWithin3 += off < 3 ? 1 : 0;
            if (off > difference.worstBlockDeltaE) {
                difference.worstBlockDeltaE = off;
                difference.worstBlock = block.topLeft();
            }
        }
    }
    difference.blocksWithin3 = blocks > 0 ? blocksWithin3 / blocks : 1;
    difference.mixDeltaE = deltaE(meanOf(a, a.rect()), meanOf(b, b.rect()));
    return difference;
}

} // namespace tuban::test
