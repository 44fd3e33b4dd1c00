#include "app/print/sheet_file.h"

#include "app/paint/label_painter.h"
#include "app/paint/shape_path.h"
#include "app/print/map_request.h"

#include <QImage>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>

#include <format>
#include <ranges>

namespace tuban {

namespace {

constexpr int pdfResolution = 1'200;

std::unexpected<Error> cannotWrite(const std::string& path, const QString& why) {
    return failure(ErrorCode::Unwritable, std::format("{} cannot be written: {}", path, why.toStdString()));
}

void paint(QPainter& painter, const SheetPicture& picture) {
    const Palette palette = paletteOf(picture.sheet.theme);
    painter.fillRect(QRectF(QPointF(0, 0), picture.sizePx), toQColor(palette.surface));
    if (picture.mapOnly) {
        paintMap(
            painter, picture.sheet, picture.scene, QRectF(QPointF(0, 0), picture.sizePx), picture.canvas);
    } else {
        paintSheet(painter, picture.sheet, picture.scene, picture.layout, picture.canvas);
    }
}

} // namespace

Result<void> writePng(const std::string& path, SheetPicture picture, double deviceRatio) {
    picture.canvas.deviceRatio = deviceRatio;
    const QSize size = (picture.sizePx * deviceRatio).toSize();
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull()) {
        return failure(
            ErrorCode::Unwritable,
            std::format("There is no memory for a picture of {} × {} pixels.", size.width(), size.height()));
    }
    image.setDevicePixelRatio(deviceRatio);
    QPainter painter(&image);
    paint(painter, picture);
    painter.end();
    QSaveFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit()) {
        return cannotWrite(path, file.errorString());
    }
    return {};
}

Result<void> writePdf(const std::string& path, SheetPicture picture) {
    picture.canvas.isVector = true;
    QSaveFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly)) {
        return cannotWrite(path, file.errorString());
    }
    QPdfWriter writer(&file);
    writer.setResolution(pdfResolution);
    writer.setTitle(picture.sheet.title);
    writer.setCreator(QStringLiteral("Tuban"));
    writer.setPageSize(
        QPageSize(picture.sizePx / pixelsPerMm, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    constexpr double pixelsPerInch = 96;
    painter.scale(pdfResolution / pixelsPerInch, pdfResolution / pixelsPerInch);
    paint(painter, picture);
    if (!painter.end() || !file.commit()) {
        return cannotWrite(path, file.errorString());
    }
    return {};
}

} // namespace tuban
