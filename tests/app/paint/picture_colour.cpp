#include "tests/app/paint/picture_colour.h"

#include <cmath>

namespace tuban::test {

namespace {

/// CIE 1976 L*a*b*, D65, by IEC 61966-2-1 and CIE 15.
Channels labOf(const Channels& levels) {
    Channels linear{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double v = levels[i] / 255;
        linear[i] = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    }
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const auto [r, g, b] = linear;
    const double x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
    const double y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

} // namespace

Channels meanOf(const QImage& image, const QRect& block) {
    Channels sum{};
    for (int y = block.top(); y <= block.bottom(); ++y) {
        for (int x = block.left(); x <= block.right(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            sum[0] += qRed(pixel);
            sum[1] += qGreen(pixel);
            sum[2] += qBlue(pixel);
        }
    }
    for (double& channel : sum) {
        channel /= block.width() * block.height();
    }
    return sum;
}

double deltaE(const Channels& a, const Channels& b) {
    const Channels labA = labOf(a);
    const Channels labB = labOf(b);
    return std::hypot(labA[0] - labB[0], labA[1] - labB[1], labA[2] - labB[2]);
}

} // namespace tuban::test
